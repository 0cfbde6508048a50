package io.userports.conformance.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFailuresTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path folder;

    @Test
    void eachEntrySaysWhyAScenarioFails() throws IOException {
        KnownFailures known = KnownFailures.read(
                file(
                        """
                - scenario: p1-gas-on-channel-3
                  because: fixed in release 2.4
                - {scenario: p1-text-1024, because: buffer of 1500 octets}
                """),
                DAY);
        assertEquals(Optional.of("fixed in release 2.4"), known.because("p1-gas-on-channel-3"));
        assertEquals(Optional.of("buffer of 1500 octets"), known.because("p1-text-1024"));
        assertEquals(Optional.empty(), known.because("p1-objects-reversed"));
    }

    @Test
    void entriesWithoutAScenarioAreToldInTheirOrder() throws IOException {
        KnownFailures known = KnownFailures.read(
                file(
                        """
                - {scenario: p1-typo, because: one}
                - {scenario: p1-text-1024, because: two}
                - {scenario: p1-gone, because: three}
                """),
                DAY);
        assertEquals(List.of("p1-typo", "p1-gone"), known.unmatched(Set.of("p1-text-1024", "p1-objects-reversed")));
        assertEquals(List.of(), KnownFailures.none().unmatched(Set.of("p1-text-1024")));
    }

    @Test
    void aScenarioListedTwiceIsRefused() throws IOException {
        assertRefused(
                "known.yaml: scenario 'p1-text-1024' is listed twice; keep one entry",
                """
                - {scenario: p1-text-1024, because: one}
                - {scenario: p1-text-1024, because: two}
                """);
    }

    @Test
    void anEntryWithoutAReasonIsRefused() throws IOException {
        assertRefused(
                "known.yaml:1: [0]: 'because' is missing; say why the scenario is known to fail",
                "- {scenario: p1-text-1024}\n");
        assertRefused(
                "known.yaml:1: [0]: 'scenario' is missing; write the id of the scenario", "- {because: of this}\n");
    }

    @Test
    void anUnknownKeyIsRefused() throws IOException {
        assertRefused(
                "known.yaml:1: unknown key 'til'; allowed here: because, finding, scenario, until",
                "- {scenario: p1-text-1024, because: one, til: 2030}\n");
    }

    @Test
    void aDayThatIsNoneAndAFindingThatIsEmptyAreRefused() throws IOException {
        for (String day : List.of("2030", "2026-02-30", "31-12-2026", "soon")) {
            assertRefused(
                    "known.yaml:1: [0].until: '" + day
                            + "' is no day; write the last on which it is excused, like 2026-12-31",
                    "- {scenario: p1-text-1024, because: one, until: " + day + "}\n");
        }
        assertRefused(
                "known.yaml:1: [0]: 'finding' is empty; write a part of what it fails with, like 'value missing', or"
                        + " leave it out",
                "- {scenario: p1-text-1024, because: one, finding: ' '}\n");
    }

    @Test
    void anEntryExcusesUntilItsDayAndOnlyItsFinding() throws IOException {
        KnownFailures known = KnownFailures.read(
                file(
                        """
                - {scenario: today, because: one, until: 2026-07-01}
                - {scenario: over, because: two, until: 2026-06-30}
                - {scenario: missing, because: three, finding: Value missing}
                - {scenario: over-too, because: four, until: 2025-01-01, finding: value missing}
                """),
                DAY);
        assertEquals(Optional.empty(), known.refusal("today", List.of()));
        assertEquals(
                Optional.of("was listed as known until 2026-06-30: two"), known.refusal("over", List.of("anything")));
        assertEquals(Optional.empty(), known.refusal("missing", List.of("gas-volume", "value missing")));
        assertEquals(
                Optional.of("listed as known with another finding, 'Value missing': three"),
                known.refusal("missing", List.of("value wrong")));
        assertEquals(Optional.empty(), known.refusal("not-listed", List.of("value wrong")));
        assertEquals(
                List.of(
                        "listed as known, but no longer: over (2026-06-30), over-too (2025-01-01)",
                        "listed as known, but not run: today, over-too"),
                known.remarks(Set.of("over", "missing", "another")));
        assertEquals(List.of(), KnownFailures.none().remarks(Set.of("over")));
    }

    private void assertRefused(String complaint, String yaml) throws IOException {
        Path file = file(yaml);
        InputException e = assertThrows(InputException.class, () -> KnownFailures.read(file, DAY));
        assertEquals(
                complaint, e.getMessage().replace(folder + file.getFileSystem().getSeparator(), ""));
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("known.yaml"), yaml);
    }
}
