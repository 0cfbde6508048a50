package io.userports.conformance.verdict;

import io.cucumber.plugin.event.Result;
import org.opentest4j.TestAbortedException;

/** What became of a scenario, before anybody asks how much it matters. */
public enum Outcome {
    /** Every check held. */
    PASSED,
    /** A check did not hold: the CEMS is at fault. */
    FAILED,
    /** The CEMS does not claim what the scenario asks about. */
    NOT_CLAIMED,
    /** The question could not be put, or its answer not be seen. */
    NOT_JUDGED,
    /** The bench failed; nothing is known about the CEMS. */
    RIG_BROKE;

    /**
     * {@return the outcome of a scenario that Cucumber ended with {@code result}}
     *
     * <p>Only an {@link AssertionError} is the fault of the CEMS; an exception that nobody foresaw is ours.
     */
    public static Outcome of(Result result) {
        return switch (result.getStatus()) {
            case PASSED -> PASSED;
            case UNDEFINED, AMBIGUOUS, PENDING, UNUSED -> NOT_JUDGED;
            case SKIPPED -> result.getError() == null ? NOT_JUDGED : of(result.getError());
            case FAILED -> of(result.getError());
        };
    }

    private static Outcome of(Throwable error) {
        if (error instanceof AssertionError) {
            return FAILED;
        }
        if (error instanceof NotClaimed) {
            return NOT_CLAIMED;
        }
        return error instanceof TestAbortedException ? NOT_JUDGED : RIG_BROKE;
    }
}
