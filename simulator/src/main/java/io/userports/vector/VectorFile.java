package io.userports.vector;

import com.fasterxml.jackson.databind.JsonNode;
import io.userports.yaml.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of vectors: tests of one shape and one theme.
 *
 * @param name as complaints show it
 * @param notes what each flag means
 * @param tests in the order of the file
 */
public record VectorFile(
        String name, Shape shape, String theme, Map<String, Note> notes, List<VectorFile.Located<Vector>> tests) {
    public VectorFile {
        notes = Map.copyOf(notes);
        tests = List.copyOf(tests);
    }

    /**
     * A test and where it stands.
     *
     * @param where file, line and id, for the message of whatever fails
     */
    public record Located<T extends Vector>(String where, T vector) {
        @Override
        public String toString() {
            return where;
        }
    }

    /** {@return the file whose octets are {@code text} and keep {@code schema}; else a complaint that lists all} */
    static VectorFile of(VectorText text, VectorSchema schema) {
        List<String> complaints = schema.complaints(text);
        if (!complaints.isEmpty()) {
            throw InputException.of(String.join("\n", complaints));
        }
        return of(text);
    }

    /** {@return the file, whose schema has been asked} */
    static VectorFile of(VectorText text) {
        JsonNode root = text.root();
        Shape shape = Shape.of(root.get("shape").asText());
        Map<String, Note> notes = new TreeMap<>();
        root.get("notes")
                .properties()
                .forEach(e -> notes.put(e.getKey(), Json.bind(e.getValue(), Note.class, text.name())));
        List<Located<Vector>> tests = new ArrayList<>();
        for (JsonNode test : root.get("tests")) {
            tests.add(new Located<>(text.where(tests.size()), Json.bind(test, shape.type(), text.where(tests.size()))));
        }
        return new VectorFile(text.name(), shape, root.get("theme").asText(), notes, tests);
    }

    /** {@return the tests, which are all of {@code type} or of none} */
    public <T extends Vector> List<Located<T>> tests(Class<T> type) {
        List<Located<T>> some = new ArrayList<>();
        for (Located<Vector> test : tests) {
            if (type.isInstance(test.vector())) {
                some.add(new Located<>(test.where(), type.cast(test.vector())));
            }
        }
        return some;
    }
}
