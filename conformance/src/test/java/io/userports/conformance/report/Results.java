package io.userports.conformance.report;

import io.userports.conformance.check.Finding;
import io.userports.conformance.check.Kind;
import io.userports.conformance.requirement.Clause;
import io.userports.conformance.requirement.ScenarioTags;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Outcome;
import io.userports.conformance.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Results that the tests of the reports share. */
final class Results {
    static final Finding GAS = Finding.of("expected", "gas-volume 112.384 m3", "telegram 7, octet 612")
            .and("was", "gas-volume 872.234 m3", "0.4 s after the telegram")
            .and(Kind.VALUE_WRONG)
            .and("hint", "equals the water reading");

    static final ScenarioResult PASS = result("p1-unknown-object-between", Level.MUST, Outcome.PASSED, 3_120);
    static final ScenarioResult FAIL = result("p1-gas-on-channel-3", Level.MUST, Outcome.FAILED, 4_000, GAS);
    static final ScenarioResult NOTE =
            result("p1-two-gas-meters", Level.SHOULD, Outcome.FAILED, 940, Finding.of("was", "both"));
    static final ScenarioResult YES = result("p1-shows-text", Level.INFO, Outcome.PASSED, 100);
    static final ScenarioResult N_A =
            result("s1-rate", Level.MUST, Outcome.NOT_CLAIMED, 1, Finding.of("reason", "s1 not claimed"));
    static final ScenarioResult INCONCLUSIVE =
            result("p1-cut", Level.MUST, Outcome.NOT_JUDGED, 2_000, Finding.of("reason", "telegram 7 left 40 ms late"));
    static final ScenarioResult RIG_ERROR = result(
            "p1-breaker-open", Level.MUST, Outcome.RIG_BROKE, 12, Finding.of("reason", "/dev/x is gone; plug it in"));
    static final ScenarioResult RIG_ERROR_TOO = result(
            "p1-breaker-ready", Level.MUST, Outcome.RIG_BROKE, 9, Finding.of("reason", "/dev/x is gone; plug it in"));
    static final ScenarioResult KNOWN = new ScenarioResult(
            "p1-text-1024",
            "A title of p1-text-1024",
            Level.MUST,
            List.of(new Clause("BR-4.2-text")),
            Verdict.KNOWN,
            Optional.of(Finding.of("was", "no text").and("known", "fixed in release 2.4")),
            80_000,
            42,
            rerun("p1-text-1024"));

    static final ScenarioResult STALE = new ScenarioResult(
            "p1-text-empty",
            "A title of p1-text-empty",
            Level.MUST,
            List.of(new Clause("BR-4.2-text"), new Clause("BR-4.2")),
            Verdict.STALE,
            Optional.of(Finding.of("was", "passed")),
            1_000,
            42,
            rerun("p1-text-empty"));

    private Results() {}

    static ScenarioResult result(String id, Level level, Outcome outcome, long ms, Finding... finding) {
        ScenarioTags tags = new ScenarioTags(id, level, List.of(new Clause("BR-4.5.1")), List.of("p1"));
        Optional<Finding> found = List.of(finding).stream().findFirst();
        return ScenarioResult.of(tags, "A title of " + id, outcome, found, KnownFailures.none(), ms, 42, rerun(id));
    }

    static Summary summary(ScenarioResult... results) {
        return new Summary(List.of(results), 41_234, 42, "userports-out/", List.of(), List.of());
    }

    private static String rerun(String id) {
        return "userports test --cems my-cems.yaml --scenario " + id + " --seed 42";
    }
}
