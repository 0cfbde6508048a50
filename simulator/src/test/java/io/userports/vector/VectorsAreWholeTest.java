package io.userports.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
}
