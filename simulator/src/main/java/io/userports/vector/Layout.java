package io.userports.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one way in which a file of vectors is written: ASCII and the sign of a clause, keys in a fixed order, a short group on one line, a line of
 * a telegram or of digits on a line of its own.
 */
public final class Layout {
    private static final int WIDTH = 120;
    private static final List<String> ORDER = List.of(
            "$schema",
            "shape",
            "theme",
            "format",
            "source",
            "notes",
            "tests",
            "is",
            "harm",
            "id",
            "comment",
            "flags",
            "clauses",
            "cases",
            "faults",
            "of",
            "result",
            "crc",
            "kind",
            "layout",
            "framed",
            "at",
            "octets",
            "reason",
            "text",
            "lines",
            "hex",
            "fcs",
            "lost",
            "rule",
            "level",
            "line",
            "objects",
            "fields",
            "findings",
            "pieces");
    /** Keys whose values keep the order in which they were written. */
    private static final Set<String> AS_WRITTEN = Set.of("objects", "fields");

    private static final Set<String> ALWAYS_BROKEN = Set.of("lines", "hex", "notes", "tests");

    private final StringBuilder text = new StringBuilder();

    private Layout() {}

    /** {@return the octets of the file {@code name}, written that way} */
    public static byte[] of(String name, byte[] octets) {
        return of(Json.tree(name, octets));
    }

    static byte[] of(JsonNode root) {
        Layout layout = new Layout();
        layout.write(root, "", "", true);
        return layout.text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonNode node, String key, String indent, boolean broken) {
        if (!node.isContainerNode()) {
            text.append(Json.scalar(node));
            return;
        }
        String line = inline(node, key);
        int column = text.length() - text.lastIndexOf("\n") - 1;
        if (node.isEmpty() || !broken && column + line.length() < WIDTH) {
            text.append(line);
            return;
        }
        String deeper = indent + "  ";
        text.append(node.isObject() ? "{" : "[");
        String separator = "\n";
        for (Entry entry : entries(node, key)) {
            text.append(separator).append(deeper).append(entry.label());
            write(entry.value(), entry.key(), deeper, ALWAYS_BROKEN.contains(entry.key()) || key.equals("tests"));
            separator = ",\n";
        }
        text.append('\n').append(indent).append(node.isObject() ? "}" : "]");
    }

    private static String inline(JsonNode node, String key) {
        if (!node.isContainerNode()) {
            return Json.scalar(node);
        }
        StringBuilder line = new StringBuilder(node.isObject() ? "{" : "[");
        String separator = "";
        for (Entry entry : entries(node, key)) {
            line.append(separator).append(entry.label()).append(inline(entry.value(), entry.key()));
            separator = ", ";
        }
        return line.append(node.isObject() ? "}" : "]").toString();
    }

    /**
     * A member of a group, or an element of a list.
     *
     * @param label the key in quotation marks and its colon; empty in a list
     */
    private record Entry(String key, String label, JsonNode value) {}

    private static List<Entry> entries(JsonNode node, String key) {
        List<Entry> entries = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(value -> entries.add(new Entry("", "", value)));
            return entries;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = Json.scalar(TextNode.valueOf(member.getKey()));
            entries.add(new Entry(member.getKey(), name + ": ", member.getValue()));
        }
        if (key.equals("notes")) {
            entries.sort(Comparator.comparing(Entry::key));
        } else if (!AS_WRITTEN.contains(key)) {
            entries.sort(Comparator.comparingInt(e -> rank(e.key())));
        }
        return entries;
    }

    private static int rank(String key) {
        int rank = ORDER.indexOf(key);
        return rank < 0 ? ORDER.size() : rank;
    }
}
