package io.userports.conformance.verdict;

import java.util.Collection;
import java.util.List;

/** What the process of a run says when it ends. */
public enum ExitCode {
    /** All well. */
    OK(0),
    /** The CEMS failed, or the list of known failures is stale. */
    FAILED(1),
    /** Nothing failed, but not everything could be judged, or the CEMS claims nothing of what was asked. */
    INCONCLUSIVE(2),
    /** The bench failed, or evidence is missing. */
    RIG_ERROR(3),
    /** Wrong usage; so is a run in which no scenario matched. */
    USAGE(64);

    private static final List<ExitCode> GRAVEST_FIRST = List.of(FAILED, RIG_ERROR, INCONCLUSIVE, USAGE, OK);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** {@return the exit code of a run with these verdicts whose evidence is complete} */
    public static ExitCode of(Collection<Verdict> verdicts) {
        return of(verdicts, true);
    }

    /** {@return the exit code of a run with these verdicts} */
    public static ExitCode of(Collection<Verdict> verdicts, boolean evidenceComplete) {
        if (verdicts.isEmpty()) {
            return USAGE;
        }
        if (verdicts.stream().anyMatch(Verdict::isFailure)) {
            return FAILED;
        }
        if (!evidenceComplete || verdicts.contains(Verdict.RIG_ERROR)) {
            return RIG_ERROR;
        }
        boolean nothingJudged = verdicts.stream().allMatch(Verdict.N_A::equals);
        return nothingJudged || verdicts.contains(Verdict.INCONCLUSIVE) ? INCONCLUSIVE : OK;
    }

    /** {@return how a run ends of which one part ends like this and another like {@code other}: failures come first} */
    public ExitCode orWorse(ExitCode other) {
        return GRAVEST_FIRST.indexOf(this) <= GRAVEST_FIRST.indexOf(other) ? this : other;
    }

    /** {@return the number that the process ends with} */
    public int code() {
        return code;
    }
}
