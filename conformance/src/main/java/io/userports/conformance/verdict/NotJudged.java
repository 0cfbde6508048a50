package io.userports.conformance.verdict;

import org.opentest4j.TestAbortedException;

/**
 * Ends a scenario because it cannot tell whether the CEMS is right, like {@code the telegram left 40 ms late}:
 * INCONCLUSIVE.
 */
public final class NotJudged extends TestAbortedException {
    private NotJudged(String reason) {
        super(reason);
    }

    /** {@return the end of a scenario that cannot tell}; {@code reason} says what would be needed. */
    public static NotJudged of(String reason) {
        return new NotJudged(reason);
    }
}
