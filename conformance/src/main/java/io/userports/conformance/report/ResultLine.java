package io.userports.conformance.report;

import io.userports.conformance.check.Finding;
import io.userports.conformance.requirement.Clause;
import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@link ScenarioResult} as {@code results.ndjson} has it; {@code finding} is null where there is none. */
record ResultLine(
        String id,
        String name,
        Level level,
        List<Clause> clauses,
        Verdict verdict,
        Finding finding,
        long durationMs,
        long seed,
        String rerun) {
    ResultLine {
        if (Stream.of(id, name, level, clauses, verdict, rerun).anyMatch(Objects::isNull)
                || clauses.isEmpty()
                || clauses.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a key is missing");
        }
    }

    static ResultLine of(ScenarioResult result) {
        return new ResultLine(
                result.id(),
                result.name(),
                result.level(),
                result.clauses(),
                result.verdict(),
                result.finding().orElse(null),
                result.durationMs(),
                result.seed(),
                result.rerun());
    }

    ScenarioResult result() {
        return new ScenarioResult(
                id, name, level, clauses, verdict, Optional.ofNullable(finding), durationMs, seed, rerun);
    }
}
