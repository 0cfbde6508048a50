package io.userports.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A file of vectors as a tree, before its schema is asked.
 *
 * @param name as complaints show it
 * @param lines at which each test begins
 */
record VectorText(String name, JsonNode root, List<Integer> lines) {
    VectorText {
        lines = List.copyOf(lines);
    }

    /** {@return the tree of the file's octets; a complaint for people when they are no JSON} */
    static VectorText of(String name, byte[] octets) {
        JsonNode root = Json.tree(name, octets);
        return new VectorText(name, root, root.isObject() ? Json.lines(name, octets, "tests") : List.of());
    }

    /** {@return where the test with this index stands, and its id where it has one} */
    String where(int test) {
        String id = root.path("tests").path(test).path("id").asText("");
        return name + ":" + lines.get(test) + (id.isEmpty() ? "" : " " + id);
    }
}
