package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastRunTest {
    @TempDir
    private Path folder;

    @Test
    void aRunIsReadBackFromItsEvidence() throws IOException {
        Runs.write(folder, Runs.run("1/1"), Results.PASS, Results.FAIL);
        PastRun expected = new PastRun(folder, Runs.run("1/1"), List.of(Results.PASS, Results.FAIL));
        assertEquals(expected, PastRun.read(folder));
        assertEquals(Optional.of(expected), PastRun.find(folder));
    }

    @Test
    void failedIsWhatNeedsAnotherLook() {
        PastRun past = Runs.past(
                "out",
                Runs.run("1/1"),
                Results.PASS,
                Results.FAIL,
                Results.NOTE,
                Results.YES,
                Results.N_A,
                Results.INCONCLUSIVE,
                Results.RIG_ERROR,
                Results.KNOWN,
                Results.STALE);
        assertEquals(Set.of("p1-gas-on-channel-3", "p1-cut", "p1-breaker-open", "p1-text-empty"), past.failed());
    }

    @Test
    void howLongEachTookIsKnown() {
        assertEquals(
                Map.of("p1-unknown-object-between", 3_120L, "p1-gas-on-channel-3", 4_000L),
                Runs.past("out", Runs.run("1/1"), Results.PASS, Results.FAIL).durations());
    }

    @Test
    void aFolderWithoutARunThatHasEndedIsRefused() throws IOException {
        assertEquals(Optional.empty(), PastRun.find(folder.resolve("nothing")));
        Files.writeString(folder.resolve("results.ndjson"), "");
        assertEquals(Optional.empty(), PastRun.find(folder));
        assertRefused(
                folder + ": holds no evidence of a run that has ended (no run.json); give a folder that 'userports"
                        + " test --out' has written");
    }

    @Test
    void aRunWithoutItsResultsIsRefused() throws IOException {
        Runs.write(folder, Runs.run("1/1"), Results.PASS);
        Path results = folder.resolve("results.ndjson");
        Files.delete(results);
        assertRefused(results + ": is not as a run has written it (it is not there); run the scenarios again");
        Files.write(results, new byte[] {'"', (byte) 0xff});
        assertRefused(
                results + ": is not as a run has written it (java.nio.charset.MalformedInputException: Input length"
                        + " = 1); run the scenarios again");
    }

    private void assertRefused(String complaint) {
        assertEquals(
                complaint,
                assertThrows(InputException.class, () -> PastRun.read(folder)).getMessage());
    }

    @Test
    void ofAShardThatWasNotBalancedItIsKnownWhatItHolds() {
        assertTrue(Runs.past("a", Runs.run("2/2"), Results.PASS, Results.FAIL).isAllOfItsShard());
        assertFalse(Runs.past("a", Runs.run("2/2"), Results.PASS).isAllOfItsShard());
        assertFalse(Runs.past("a", Runs.run("1/2"), Results.PASS, Results.FAIL).isAllOfItsShard());
    }

    @Test
    void whatDoesNotFitTheRunIsTold() {
        assertEquals(
                List.of(
                        "p1-gas-on-channel-3: has more than one result",
                        "p1-text-1024: has a result, but was not selected",
                        "the run says exit 0, its results give 1"),
                Runs.past("a", Runs.run("1/2"), Results.FAIL, Results.FAIL, Results.KNOWN)
                        .contradictions());
    }
}
