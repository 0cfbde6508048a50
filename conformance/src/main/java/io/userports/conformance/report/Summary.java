package io.userports.conformance.report;

import io.userports.conformance.check.Finding;
import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    /** What says nothing about the CEMS. */
    private static final Set<Verdict> NOT_JUDGED = EnumSet.of(Verdict.N_A, Verdict.INCONCLUSIVE, Verdict.RIG_ERROR);

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

    /** {@return how many of the scenarios that must be met were judged, and why the others were not; empty when all were} */
    public String unjudged() {
        List<ScenarioResult> must =
                results.stream().filter(r -> r.level() == Level.MUST).toList();
        List<ScenarioResult> not =
                must.stream().filter(r -> NOT_JUDGED.contains(r.verdict())).toList();
        if (not.isEmpty()) {
            return "";
        }
        return "of " + must.size() + " must-level scenarios " + (must.size() - not.size()) + " were judged; "
                + NOT_JUDGED.stream()
                        .map(verdict -> counted(not, verdict))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    private static String counted(List<ScenarioResult> results, Verdict verdict) {
        List<ScenarioResult> alike =
                results.stream().filter(r -> r.verdict() == verdict).toList();
        if (alike.isEmpty()) {
            return "";
        }
        // The claims that are missing are few; what else was not judged is told scenario by scenario.
        return alike.size() + " " + verdict + (verdict == Verdict.N_A ? ": " + reasons(alike) : "");
    }

    private static String reasons(List<ScenarioResult> notClaimed) {
        Map<String, Long> reasons = new TreeMap<>();
        notClaimed.forEach(result -> reasons.merge(
                result.finding().flatMap(f -> f.value(Finding.REASON)).orElse("no reason given"), 1L, Long::sum));
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** {@return this summary, with more evidence lost} */
    public Summary losing(List<String> more) {
        List<String> all = new ArrayList<>(lost);
        all.addAll(more);
        return new Summary(results, durationMs, seed, evidence, all, remarks);
    }
}
