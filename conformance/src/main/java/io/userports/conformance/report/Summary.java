package io.userports.conformance.report;

import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a whole run came to.
 *
 * @param results every scenario, in the order of their ends
 * @param durationMs how long the run took, in milliseconds
 * @param seed the seed that every random choice of the run came from
 * @param evidence where the evidence lies, as the user would write it
 * @param lost the evidence that could not be kept, a sentence each; empty when all is there
 * @param remarks what else the reader should know and no verdict says, a sentence each
 */
public record Summary(
        List<ScenarioResult> results,
        long durationMs,
        long seed,
        String evidence,
        List<String> lost,
        List<String> remarks) {
    /** {@return this summary, unchangeable} */
    public Summary {
        results = List.copyOf(results);
        lost = List.copyOf(lost);
        remarks = List.copyOf(remarks);
    }

    /** {@return how the process should end} */
    public ExitCode exit() {
        return ExitCode.of(results.stream().map(ScenarioResult::verdict).toList(), lost.isEmpty());
    }

    /** {@return how many scenarios got each verdict that was given at all, in the order of {@link Verdict}} */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        results.forEach(result -> counts.merge(result.verdict(), 1L, Long::sum));
        return counts;
    }

    /** {@return this summary, with more evidence lost} */
    public Summary losing(List<String> more) {
        List<String> all = new ArrayList<>(lost);
        all.addAll(more);
        return new Summary(results, durationMs, seed, evidence, all, remarks);
    }
}
