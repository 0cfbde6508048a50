package io.userports.conformance.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFailuresTest {
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
                """));
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
                """));
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
                "known.yaml:1: unknown key 'until'; allowed here: because, scenario",
                "- {scenario: p1-text-1024, because: one, until: 2030}\n");
    }

    private void assertRefused(String complaint, String yaml) throws IOException {
        Path file = file(yaml);
        InputException e = assertThrows(InputException.class, () -> KnownFailures.read(file));
        assertEquals(
                complaint, e.getMessage().replace(folder + file.getFileSystem().getSeparator(), ""));
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("known.yaml"), yaml);
    }
}
