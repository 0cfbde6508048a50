package io.userports.vector;

import io.userports.vector.VectorFile.Located;
import io.userports.yaml.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with a folder of vectors: the schema, the words around the octets, and every test that our own strict
 * reading disagrees with. Which of both is right is for people to say; the vector is the witness.
 */
public final class Lint {
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Located<Vector>> struck = new LinkedHashMap<>();
    private final Map<String, Vector.Judged> valid = new HashMap<>();
    private final Covered covered = new Covered();

    private Lint() {}

    /** {@return all complaints, one a line: file, line and id of the test, what is wrong; none when all is well} */
    public static List<String> complaints(Folder folder) {
        Lint lint = new Lint();
        VectorSchema schema = VectorSchema.of(folder.schemaTree());
        folder.files().forEach((file, octets) -> lint.check(folder.path(file), octets, schema));
        // What is wrong with one test would be said again of all that are made of it.
        if (lint.complaints.isEmpty()) {
            lint.checkStruck();
        }
        if (lint.complaints.isEmpty()) {
            lint.covered.missing().forEach(m -> lint.complaints.add(folder.name() + ": " + m));
        }
        return List.copyOf(lint.complaints);
    }

    private void check(String name, byte[] octets, VectorSchema schema) {
        try {
            VectorText text = VectorText.of(name, octets);
            List<String> departures = schema.complaints(text);
            complaints.addAll(departures);
            if (departures.isEmpty()) {
                check(VectorFile.of(text));
            }
        } catch (InputException e) {
            complaints.add(e.getMessage());
        }
    }

    private void check(VectorFile file) {
        Set<String> used = new HashSet<>();
        for (Located<Vector> test : file.tests()) {
            List<String> found = new ArrayList<>();
            String before = ids.putIfAbsent(test.vector().id(), test.where());
            if (before != null) {
                found.add("the id stands twice, first at " + before);
            }
            if (test.vector() instanceof Vector.Judged judged) {
                used.addAll(judged.flags());
                found.addAll(Labels.complaints(judged, file.notes().keySet()));
                take(judged, test);
                found.addAll(FaultWitness.complaints(judged));
            }
            found.addAll(RealIds.complaints(test.vector().octets()));
            found.addAll(disagreements(test.vector()));
            found.forEach(f -> complaints.add(test.where() + ": " + f));
        }
        file.notes().keySet().stream()
                .filter(flag -> !used.contains(flag))
                .sorted()
                .forEach(flag -> complaints.add(
                        file.name() + ": no test has the flag '" + flag + "', which the notes explain; take it out"));
    }

    private static List<String> disagreements(Vector vector) {
        if (vector instanceof P1Vector telegram) {
            return P1Witness.disagreements(telegram);
        }
        if (vector instanceof P1Stream stream) {
            return P1StreamWitness.disagreements(stream);
        }
        if (vector instanceof S1Vector telegram) {
            return S1Witness.disagreements(telegram);
        }
        if (vector instanceof S1Stream stream) {
            return S1StreamWitness.disagreements(stream);
        }
        return Checksums.disagreements((Vector.Check) vector);
    }

    private void take(Vector.Judged judged, Located<Vector> test) {
        covered.take(judged);
        if (judged.result() == Result.VALID) {
            valid.put(judged.id(), judged);
        }
        if (!judged.of().isEmpty()) {
            struck.put(judged.id(), test);
        }
    }

    /** Tests that are made of another one wait for it: it may stand in any file. */
    private void checkStruck() {
        struck.values().forEach(test -> FaultWitness.disagreements((Vector.Judged) test.vector(), valid)
                .forEach(d -> complaints.add(test.where() + ": " + d)));
    }
}
