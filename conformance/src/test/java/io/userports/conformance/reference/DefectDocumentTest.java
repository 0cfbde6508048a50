package io.userports.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DefectDocumentTest {
    @Test
    void theDocumentHasEveryDefectWithItsDescription() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/defects.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertEquals(
                Arrays.stream(Defect.values())
                        .filter(d -> d != Defect.NONE)
                        .map(d -> "| `" + d.slug() + "` | " + d.description() + " |")
                        .toList(),
                rows);
    }
}
