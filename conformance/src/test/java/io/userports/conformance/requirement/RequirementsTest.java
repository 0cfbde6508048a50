package io.userports.conformance.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.verdict.Level;
import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementsTest {
    private static final Requirement GAS = new Requirement(new Clause("BR-3"), Level.MUST, "Gas is found.", "");

    @Test
    void aRequirementIsFoundByItsClause() {
        Requirements requirements = Requirements.of(List.of(GAS));
        assertEquals(Optional.of(GAS), requirements.find(new Clause("BR-3")));
        assertEquals(Optional.empty(), requirements.find(new Clause("BR-4.2")));
    }

    @Test
    void aClauseWithTwoEntriesIsRefused() {
        assertEquals(
                "features/requirements.yaml: clause BR-3 has two entries; keep one",
                assertThrows(InputException.class, () -> Requirements.of(List.of(GAS, GAS)))
                        .getMessage());
    }

    @Test
    void anEntryIsReadStrictly() throws IOException {
        assertEquals(GAS, read("{clause: BR-3, level: must, text: Gas is found.}"));
        assertRefused("level: 'MUST' is not one of must, should, info", "{clause: BR-3, level: MUST, text: Gas.}");
        assertRefused("a requirement needs clause, level and text", "{clause: BR-3, text: Gas.}");
        assertRefused(
                "clause: 'X-3' is not a clause; write one of BR-…, DSMR-…, EMUCS-P1-…, EMUCS-H-…, ISO13239-…, FIELD-…",
                "{clause: X-3, level: must, text: Gas.}");
    }

    private static void assertRefused(String complaint, String yaml) {
        assertEquals(
                "x.yaml:1: " + complaint,
                assertThrows(InputException.class, () -> read(yaml)).getMessage());
    }

    private static Requirement read(String yaml) throws IOException {
        return StrictYaml.read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "x.yaml", Requirement.class);
    }
}
