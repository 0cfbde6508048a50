package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.check.Finding;
import io.userports.conformance.requirement.Clause;
import io.userports.conformance.requirement.ScenarioTags;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Outcome;
import io.userports.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioResultTest {
    private static final ScenarioTags TAGS =
            new ScenarioTags("p1-text-1024", Level.MUST, List.of(new Clause("BR-4.2-text")), List.of("p1"));
    private static final Optional<Finding> LOST = Optional.of(Finding.of("was", "no text"));

    @TempDir
    private Path folder;

    @Test
    void withoutAListTheOutcomeSpeaks() {
        assertEquals(
                new ScenarioResult(
                        "p1-text-1024",
                        "A long text",
                        Level.MUST,
                        List.of(new Clause("BR-4.2-text")),
                        Verdict.FAIL,
                        LOST,
                        1_500,
                        42,
                        "userports test --scenario p1-text-1024"),
                result(Outcome.FAILED, LOST, KnownFailures.none()));
    }

    @Test
    void aKnownFailureTellsWhyItIsKnown() throws IOException {
        ScenarioResult result = result(Outcome.FAILED, LOST, known());
        assertEquals(Verdict.KNOWN, result.verdict());
        assertEquals(Optional.of(Finding.of("was", "no text").and("known", "buffer of 1500 octets")), result.finding());
    }

    @Test
    void aStaleEntryTellsWhatToDo() throws IOException {
        ScenarioResult result = result(Outcome.PASSED, Optional.empty(), known());
        assertEquals(Verdict.STALE, result.verdict());
        assertEquals(
                List.of(
                        "expected   a failure, listed as known: buffer of 1500 octets",
                        "was        passed",
                        "hint       take the scenario off the list of known failures"),
                result.finding().orElseThrow().lines());
    }

    @Test
    void aBrokenBenchIsNotExcusedByTheList() throws IOException {
        Optional<Finding> gone = Optional.of(Finding.of("reason", "the port is gone"));
        ScenarioResult result = result(Outcome.RIG_BROKE, gone, known());
        assertEquals(Verdict.RIG_ERROR, result.verdict());
        assertEquals(gone, result.finding());
    }

    @Test
    void anEntryThatIsOverExcusesNothing() throws IOException {
        ScenarioResult result = result(Outcome.FAILED, LOST, known(", until: 2026-06-30"));
        assertEquals(Verdict.FAIL, result.verdict());
        assertEquals(
                Optional.of(Finding.of("was", "no text")
                        .and("known", "was listed as known until 2026-06-30: buffer of 1500 octets")),
                result.finding());
        assertEquals(
                Verdict.KNOWN,
                result(Outcome.FAILED, LOST, known(", until: 2026-07-01")).verdict());
    }

    @Test
    void aFailureWithAnotherFindingIsNotExcused() throws IOException {
        ScenarioResult result = result(Outcome.FAILED, LOST, known(", finding: cut off"));
        assertEquals(Verdict.FAIL, result.verdict());
        assertEquals(
                Optional.of(Finding.of("was", "no text")
                        .and("known", "listed as known with another finding, 'cut off': buffer of 1500 octets")),
                result.finding());
        assertEquals(
                Verdict.KNOWN,
                result(Outcome.FAILED, LOST, known(", finding: No Text")).verdict());
    }

    @Test
    void whateverElseAnEntrySaysItIsStaleOnceTheScenarioPasses() throws IOException {
        assertEquals(
                Verdict.STALE,
                result(Outcome.PASSED, Optional.empty(), known(", until: 2026-06-30, finding: cut off"))
                        .verdict());
    }

    private KnownFailures known() throws IOException {
        return known("");
    }

    private KnownFailures known(String more) throws IOException {
        return KnownFailures.read(
                Files.writeString(
                        folder.resolve("known.yaml"),
                        "- {scenario: p1-text-1024, because: buffer of 1500 octets" + more + "}\n"),
                LocalDate.of(2026, 7, 1));
    }

    private static ScenarioResult result(Outcome outcome, Optional<Finding> finding, KnownFailures known) {
        return ScenarioResult.of(
                TAGS, "A long text", outcome, finding, known, 1_500, 42, "userports test --scenario p1-text-1024");
    }
}
