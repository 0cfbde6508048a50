package io.userports.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The vectors of this repository, as lint and fmt see them. */
final class VectorsAreWholeTest {
    private static final Folder FOLDER = Folder.of(Vectors.DIRECTORY);

    @Test
    void thereIsNothingToComplainAbout() {
        assertEquals("", String.join("\n", Lint.complaints(FOLDER)));
    }

    @Test
    void everyFileIsWrittenAsFmtWritesIt() {
        for (Map.Entry<String, byte[]> file : FOLDER.files().entrySet()) {
            byte[] formatted = Layout.of(file.getKey(), file.getValue());
            assertEquals(
                    new String(formatted, StandardCharsets.UTF_8),
                    new String(file.getValue(), StandardCharsets.UTF_8),
                    file.getKey());
        }
    }

    @Test
    void thereAreEnoughOfThem() {
        int tests = FOLDER.read().stream().mapToInt(f -> f.tests().size()).sum();
        assertTrue(tests >= 250, tests + " tests");
    }

    @Test
    void everyMalformationThatOctetsCanHaveHasOne() {
        Set<String> missing = new TreeSet<>();
        IntStream.rangeClosed(1, 35).forEach(n -> missing.add("M%02d".formatted(n)));
        IntStream.rangeClosed(1, 54).forEach(n -> missing.add("S%02d".formatted(n)));
        for (Vector.Judged test : judged()) {
            missing.removeAll(test.cases());
        }
        // only a clock tells these: pauses, jitter, bursts, the bit rate, a rate that is not the announced one, no port
        assertEquals(Set.of("S08", "S37", "S46", "S47", "S48", "S51", "S54"), missing);
    }

    private static List<Vector.Judged> judged() {
        return FOLDER.read().stream()
                .flatMap(f -> f.tests(Vector.Judged.class).stream())
                .map(VectorFile.Located::vector)
                .toList();
    }
}
