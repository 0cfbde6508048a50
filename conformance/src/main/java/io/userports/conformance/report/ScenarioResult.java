package io.userports.conformance.report;

import io.userports.conformance.check.Finding;
import io.userports.conformance.requirement.Clause;
import io.userports.conformance.requirement.ScenarioTags;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Outcome;
import io.userports.conformance.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What one scenario came to.
 *
 * @param id the stable id of the scenario
 * @param name its title
 * @param level how binding it is
 * @param clauses what it judges
 * @param verdict what is said about the CEMS
 * @param finding the facts behind the verdict; none behind a plain pass
 * @param durationMs how long it took, in milliseconds
 * @param seed the seed of the run
 * @param rerun the command that runs this scenario alone, with the same choices
 */
public record ScenarioResult(
        String id,
        String name,
        Level level,
        List<Clause> clauses,
        Verdict verdict,
        Optional<Finding> finding,
        long durationMs,
        long seed,
        String rerun) {

    /** {@return this result, unchangeable} */
    public ScenarioResult {
        clauses = List.copyOf(clauses);
    }

    /**
     * {@return the result of a scenario whose outcome is known}
     *
     * <p>Where the vendor's list changed the verdict, the finding says so.
     */
    public static ScenarioResult of(
            ScenarioTags tags,
            String name,
            Outcome outcome,
            Optional<Finding> finding,
            KnownFailures known,
            long durationMs,
            long seed,
            String rerun) {
        Optional<String> because = known.because(tags.id());
        Optional<String> refusal = outcome == Outcome.FAILED
                ? known.refusal(tags.id(), finding.map(Finding::values).orElse(List.of()))
                : Optional.empty();
        Verdict verdict = Verdict.of(tags.level(), outcome, because.isPresent() && refusal.isEmpty());
        return new ScenarioResult(
                tags.id(),
                name,
                tags.level(),
                tags.clauses(),
                verdict,
                withList(verdict, finding, refusal.or(() -> because)),
                durationMs,
                seed,
                rerun);
    }

    /** The finding with what the list says, where that has something to do with the verdict. */
    private static Optional<Finding> withList(Verdict verdict, Optional<Finding> finding, Optional<String> said) {
        if (said.isEmpty()) {
            return finding;
        }
        return switch (verdict) {
            case KNOWN, FAIL, NOTE -> join(finding, Finding.of(Finding.KNOWN, said.get()));
            case STALE ->
                join(
                        finding,
                        Finding.of("expected", "a failure, listed as known: " + said.get())
                                .and("was", "passed")
                                .and("hint", "take the scenario off the list of known failures"));
            default -> finding;
        };
    }

    private static Optional<Finding> join(Optional<Finding> finding, Finding more) {
        return Optional.of(finding.map(first -> first.and(more)).orElse(more));
    }
}
