package io.userports.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tests from an envelope, taken into a folder as a whole or not at all. */
public final class Addition {
    private static final Set<String> KEYS = Set.of("file", "notes", "tests");

    private final Path directory;
    private final Path envelope;

    private Addition(Path directory, Path envelope) {
        this.directory = directory;
        this.envelope = envelope;
    }

    /** {@return the addition of the tests in the file {@code envelope} to those of {@code directory}} */
    public static Addition of(Path directory, Path envelope) {
        return new Addition(directory, envelope);
    }

    /**
     * Adds the tests to the file that the envelope names; {@return why not, one reason a line; empty when it was done}
     *
     * <p>A refused envelope leaves the folder as it was; it is written to {@link #rejected()} with the reasons.
     */
    public List<String> run() {
        Folder folder = Folder.of(directory);
        byte[] octets = Folder.octets(envelope);
        List<String> reasons = new ArrayList<>();
        try {
            JsonNode given = Json.tree(envelope.toString(), octets);
            String file = fileOf(given, folder);
            byte[] changed = with(folder, file, given);
            reasons.addAll(Lint.complaints(folder.with(file, changed)));
            if (reasons.isEmpty()) {
                write(directory.resolve(file), changed);
                return List.of();
            }
        } catch (InputException e) {
            reasons.add(e.getMessage());
        }
        write(rejected(), refusal(octets, reasons));
        return List.copyOf(reasons);
    }

    /** {@return where a refused envelope goes} */
    public Path rejected() {
        return envelope.resolveSibling(envelope.getFileName() + ".rej");
    }

    /** Writes a file as a whole: nobody ever sees half of it. */
    public static void write(Path file, byte[] octets) {
        Path whole = file.toAbsolutePath();
        try {
            Path part = Files.createTempFile(whole.getParent(), "vectors", ".part");
            try {
                Files.write(part, octets);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw InputException.at(file.toString(), "cannot be written: " + e.getMessage());
        }
    }

    private String fileOf(JsonNode given, Folder folder) {
        Set<String> keys = new TreeSet<>();
        given.fieldNames().forEachRemaining(keys::add);
        if (!given.path("file").isTextual() || !given.path("tests").isArray() || !KEYS.containsAll(keys)) {
            throw InputException.at(
                    envelope.toString(),
                    "has the keys " + keys + "; write {\"file\": ..., \"tests\": [...]}, and \"notes\": {...} for new"
                            + " flags");
        }
        if (given.get("tests").isEmpty()) {
            throw InputException.at(envelope.toString(), "has no test; write at least one into \"tests\"");
        }
        String file = given.get("file").asText();
        if (!folder.files().containsKey(file)) {
            String known = String.join(", ", folder.files().keySet());
            throw InputException.at(envelope.toString(), "there is no file '" + file + "'; the files are " + known);
        }
        return file;
    }

    private static byte[] with(Folder folder, String file, JsonNode given) {
        JsonNode root = Json.tree(folder.path(file), folder.files().get(file));
        if (root.path("tests") instanceof ArrayNode tests && root.path("notes") instanceof ObjectNode notes) {
            given.get("tests").forEach(tests::add);
            given.path("notes").properties().forEach(n -> notes.set(n.getKey(), n.getValue()));
            return Layout.of(root);
        }
        throw InputException.at(folder.path(file), "has no tests or no notes; see what lint says");
    }

    private static byte[] refusal(byte[] octets, List<String> reasons) {
        ObjectNode refusal = Json.mapper().createObjectNode();
        reasons.forEach(refusal.putArray("reasons")::add);
        try {
            refusal.set("envelope", Json.tree("", octets));
        } catch (InputException e) {
            refusal.put("envelope", new String(octets, StandardCharsets.ISO_8859_1));
        }
        return Layout.of(refusal);
    }
}
