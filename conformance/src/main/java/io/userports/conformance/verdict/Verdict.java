package io.userports.conformance.verdict;

/** What is said about a CEMS after one scenario; written as in {@link #toString()}. */
public enum Verdict {
    /** The requirement is met. */
    PASS("PASS"),
    /** A requirement that must be met is not. */
    FAIL("FAIL"),
    /** A requirement that should be met is not. */
    NOTE("NOTE"),
    /** The CEMS behaves as asked about, where both answers are right. */
    YES("YES"),
    /** The CEMS does not behave as asked about, where both answers are right. */
    NO("NO"),
    /** The CEMS does not claim it. */
    N_A("N/A"),
    /** The scenario could not tell. */
    INCONCLUSIVE("INCONCLUSIVE"),
    /** The bench failed. */
    RIG_ERROR("RIG-ERROR"),
    /** The requirement is not met, and the vendor said so before. */
    KNOWN("KNOWN"),
    /** The requirement is met, although the vendor lists it as known to fail; counts as a failure of the list. */
    STALE("STALE");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /**
     * {@return the verdict on a requirement of {@code level} whose scenario ended with {@code outcome}}
     *
     * @param known whether the vendor lists the scenario as known to fail; it excuses nothing but a failure
     */
    public static Verdict of(Level level, Outcome outcome, boolean known) {
        return switch (outcome) {
            case PASSED -> ofPassed(level, known);
            case FAILED -> ofFailed(level, known);
            case NOT_CLAIMED -> N_A;
            case NOT_JUDGED -> INCONCLUSIVE;
            case RIG_BROKE -> RIG_ERROR;
        };
    }

    private static Verdict ofPassed(Level level, boolean known) {
        if (level == Level.INFO) {
            return YES;
        }
        return known ? STALE : PASS;
    }

    private static Verdict ofFailed(Level level, boolean known) {
        if (level == Level.INFO) {
            return NO;
        }
        if (known) {
            return KNOWN;
        }
        return level == Level.MUST ? FAIL : NOTE;
    }

    /** {@return whether a run with this verdict has failed} */
    public boolean isFailure() {
        return this == FAIL || this == STALE;
    }

    @Override
    public String toString() {
        return text;
    }
}
