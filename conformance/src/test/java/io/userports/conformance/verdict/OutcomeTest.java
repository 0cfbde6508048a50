package io.userports.conformance.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class OutcomeTest {
    @Test
    void aScenarioWhoseChecksAllHeldPassed() {
        assertEquals(Outcome.PASSED, ended(Status.PASSED, null));
    }

    @Test
    void anAssertionIsTheFaultOfTheCems() {
        assertEquals(Outcome.FAILED, ended(Status.FAILED, new AssertionError("872.234 is not 112.384")));
        assertEquals(Outcome.FAILED, ended(Status.FAILED, Failure.of(Finding.of("was", "872.234 m3"))));
    }

    @Test
    void whatTheCemsDoesNotClaimIsNotClaimed() {
        assertEquals(Outcome.NOT_CLAIMED, ended(Status.SKIPPED, NotClaimed.of("s1 not claimed")));
    }

    @Test
    void aScenarioThatEndsWithoutBlameIsNotJudged() {
        assertEquals(Outcome.NOT_JUDGED, ended(Status.SKIPPED, NotJudged.of("telegram 7 left 40 ms late")));
        assertEquals(Outcome.NOT_JUDGED, ended(Status.SKIPPED, new TestAbortedException("an assumption")));
    }

    @Test
    void aScenarioThatCannotBeRunIsNotJudgedWhateverItsError() {
        assertEquals(Outcome.NOT_JUDGED, ended(Status.UNDEFINED, null));
        assertEquals(Outcome.NOT_JUDGED, ended(Status.AMBIGUOUS, new IllegalStateException("two definitions")));
        assertEquals(Outcome.NOT_JUDGED, ended(Status.PENDING, new IllegalStateException("pending")));
        assertEquals(Outcome.NOT_JUDGED, ended(Status.SKIPPED, null));
        assertEquals(Outcome.NOT_JUDGED, ended(Status.UNUSED, null));
    }

    @Test
    void anyOtherErrorIsOurs() {
        assertEquals(Outcome.RIG_BROKE, ended(Status.FAILED, RigBroken.of("/dev/ttyUSB0 is gone; plug it in again")));
        assertEquals(Outcome.RIG_BROKE, ended(Status.FAILED, new NullPointerException()));
        assertEquals(Outcome.RIG_BROKE, ended(Status.FAILED, new StackOverflowError()));
        assertEquals(Outcome.RIG_BROKE, ended(Status.FAILED, null));
    }

    private static Outcome ended(Status status, Throwable error) {
        return Outcome.of(new Result(status, Duration.ZERO, error));
    }
}
