package io.userports.conformance.verdict;

import org.opentest4j.TestAbortedException;

/** Ends a scenario because the CEMS does not claim what it asks about, like {@code s1 not claimed}: N/A. */
public final class NotClaimed extends TestAbortedException {
    private NotClaimed(String reason) {
        super(reason);
    }

    /** {@return the end of a scenario that does not apply}; {@code reason} is read in the closing line of a run. */
    public static NotClaimed of(String reason) {
        return new NotClaimed(reason);
    }
}
