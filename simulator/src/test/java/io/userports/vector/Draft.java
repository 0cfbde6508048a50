package io.userports.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.userports.Vectors;
import java.util.List;
import java.util.function.Consumer;

/** A change of the vectors in memory, and what lint says of it. */
final class Draft {
    private static final Folder WHOLE = Folder.of(Vectors.DIRECTORY);

    private Draft() {}

    static Folder whole() {
        return WHOLE;
    }

    /** {@return what lint says when the test {@code id} of {@code file} is changed, each complaint without its place} */
    static List<String> complaints(String file, String id, Consumer<ObjectNode> change) {
        return complaints(file, root -> change.accept(test(root, id)));
    }

    /** {@return what lint says when {@code file} is changed} */
    static List<String> complaints(String file, Consumer<ObjectNode> change) {
        return complaints(file, octets(file, change));
    }

    /** {@return what lint says when {@code file} has other octets} */
    static List<String> complaints(String file, byte[] octets) {
        return Lint.complaints(WHOLE.with(file, octets)).stream()
                .map(c -> c.replaceFirst("^\\S+/(\\S+\\.json):[0-9]+", "$1"))
                .toList();
    }

    static byte[] octets(String file, Consumer<ObjectNode> change) {
        ObjectNode root = (ObjectNode) Json.tree(file, WHOLE.files().get(file));
        change.accept(root);
        return Layout.of(root);
    }

    static ObjectNode test(ObjectNode root, String id) {
        for (JsonNode test : (ArrayNode) root.get("tests")) {
            if (test.get("id").asText().equals(id)) {
                return (ObjectNode) test;
            }
        }
        throw new AssertionError("no test " + id);
    }
}
