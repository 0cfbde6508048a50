package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.requirement.FeatureCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class DefectsDocumentTest {
    @Test
    void thePageHasEveryDefectWithWhatItFails() throws IOException {
        assertEquals(
                new DefectsDocument(FeatureCatalogue.load(), DefectMatrix.committed()).lines(),
                Files.readAllLines(DefectsDocument.FILE));
    }
}
