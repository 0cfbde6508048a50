package io.userports.conformance.verdict;

import static io.userports.conformance.verdict.Verdict.FAIL;
import static io.userports.conformance.verdict.Verdict.INCONCLUSIVE;
import static io.userports.conformance.verdict.Verdict.KNOWN;
import static io.userports.conformance.verdict.Verdict.NO;
import static io.userports.conformance.verdict.Verdict.NOTE;
import static io.userports.conformance.verdict.Verdict.N_A;
import static io.userports.conformance.verdict.Verdict.PASS;
import static io.userports.conformance.verdict.Verdict.RIG_ERROR;
import static io.userports.conformance.verdict.Verdict.STALE;
import static io.userports.conformance.verdict.Verdict.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void notesAnswersKnownFailuresAndWhatIsNotClaimedAreAllWell() {
        assertEquals(0, code(PASS, NOTE, YES, NO, N_A, KNOWN));
    }

    @Test
    void aFailureIsOneWhateverElseHappened() {
        assertEquals(1, code(PASS, INCONCLUSIVE, RIG_ERROR, FAIL));
        assertEquals(1, ExitCode.of(List.of(FAIL), false).code());
    }

    @Test
    void aStaleEntryIsOneWhateverElseHappened() {
        assertEquals(1, code(RIG_ERROR, STALE, PASS));
    }

    @Test
    void whatCouldNotBeJudgedIsTwo() {
        assertEquals(2, code(PASS, INCONCLUSIVE));
    }

    @Test
    void aCemsThatClaimsNothingOfWhatIsAskedIsNotAllWell() {
        assertEquals(2, code(N_A, N_A));
    }

    @Test
    void aBrokenBenchIsThreeEvenBesideInconclusive() {
        assertEquals(3, code(INCONCLUSIVE, RIG_ERROR, PASS));
    }

    @Test
    void incompleteEvidenceIsThree() {
        assertEquals(3, ExitCode.of(List.of(PASS, INCONCLUSIVE), false).code());
    }

    @Test
    void nothingRanIsWrongUsage() {
        assertEquals(64, code());
    }

    private static int code(Verdict... verdicts) {
        return ExitCode.of(List.of(verdicts)).code();
    }
}
