package io.userports.conformance.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.cucumber.plugin.event.Node;
import io.userports.conformance.bench.Played;
import io.userports.vector.Folder;
import io.userports.vector.P1Stream;
import io.userports.vector.P1Vector;
import io.userports.vector.Vector;
import io.userports.vector.VectorFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The outlines have a row for every vector of P1, and one for all vectors of S1 of a file that are about one thing. */
class VectorsArePlayedTest {
    /** The rows below the examples that are named after a file of vectors. */
    private final TreeMap<String, TreeSet<String>> rows = new TreeMap<>();

    private final TreeMap<String, TreeSet<String>> vectors = new TreeMap<>();

    @Test
    void everyVectorHasItsRowAndEveryRowItsVectors() {
        new FeaturePathFeatureSupplier(
                        VectorsArePlayedTest.class::getClassLoader,
                        () -> List.of(URI.create("classpath:features")),
                        new FeatureParser(UUID::randomUUID))
                .get()
                .forEach(this::readRows);
        Folder.packed().read().forEach(this::readVectors);
        List<String> wrong = new ArrayList<>();
        TreeSet<String> files = new TreeSet<>(rows.keySet());
        files.addAll(vectors.keySet());
        for (String file : files) {
            absent(vectors, rows, file).forEach(row -> wrong.add("Examples: " + file + " lacks | " + row + " |"));
            absent(rows, vectors, file)
                    .forEach(row -> wrong.add("Examples: " + file + " has no use for | " + row + " |"));
        }
        assertEquals("", String.join("\n", wrong));
    }

    private static TreeSet<String> absent(
            TreeMap<String, TreeSet<String>> these, TreeMap<String, TreeSet<String>> those, String file) {
        TreeSet<String> rest = new TreeSet<>(these.getOrDefault(file, new TreeSet<>()));
        rest.removeAll(those.getOrDefault(file, new TreeSet<>()));
        return rest;
    }

    private void readRows(Feature feature) {
        for (Node scenario : feature.elements()) {
            if (scenario instanceof Node.ScenarioOutline outline) {
                for (Node.Examples examples : outline.elements()) {
                    String file = examples.getName().orElse("");
                    if (file.endsWith(".json")) {
                        examples.elements().forEach(row -> add(rows, file, rowOf(feature, row, file)));
                    }
                }
            }
        }
    }

    /** The title of a scenario ends with what stands in its row. */
    private static String rowOf(Feature feature, Node.Example row, String file) {
        return feature.getPickleAt(row).getName().replaceFirst("vectors?-(" + file.replace(".json", "") + "-)?", "");
    }

    private void readVectors(VectorFile file) {
        String name = Path.of(file.name()).getFileName().toString();
        for (VectorFile.Located<Vector.Judged> test : file.tests(Vector.Judged.class)) {
            Vector.Judged vector = test.vector();
            boolean alone = vector instanceof P1Vector || vector instanceof P1Stream;
            add(vectors, name, alone ? vector.id() : Played.topic(vector));
        }
    }

    private static void add(TreeMap<String, TreeSet<String>> all, String file, String row) {
        all.computeIfAbsent(file, f -> new TreeSet<>()).add(row);
    }
}
