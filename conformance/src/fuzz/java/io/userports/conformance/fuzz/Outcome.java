package io.userports.conformance.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What became of a hunt.
 *
 * @param executions inputs thrown at the target
 * @param exit of the fuzzer: 0 when the time was up
 * @param findings the files that hold what broke it
 */
record Outcome(Target target, long executions, double seconds, int exit, List<String> findings) {
    /** The last status line, whatever ended the run: {@code #1234 DONE cov: …} or {@code Done 1234 runs}. */
    private static final Pattern COUNT =
            Pattern.compile("stat::number_of_executed_units: ([0-9]+)|^#([0-9]+)\\t", Pattern.MULTILINE);

    static long executions(String log) {
        return COUNT.matcher(log).results().mapToLong(Outcome::number).max().orElse(0);
    }

    private static long number(MatchResult match) {
        return Long.parseLong(match.group(1) == null ? match.group(2) : match.group(1));
    }

    boolean clean() {
        return exit == 0 && findings.isEmpty();
    }

    String line() {
        String end = findings.isEmpty() ? exit == 0 ? "nothing found" : "the fuzzer ended with " + exit : "";
        return String.format(Locale.ROOT, "%-10s %,12d executions %7.0f s  ", target, executions, seconds)
                + end
                + String.join(", ", findings);
    }
}
