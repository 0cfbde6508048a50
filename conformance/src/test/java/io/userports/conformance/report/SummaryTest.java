package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.check.Finding;
import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Outcome;
import org.junit.jupiter.api.Test;

final class SummaryTest {
    private static ScenarioResult notClaimed(String id, Level level, String reason) {
        return Results.result(id, level, Outcome.NOT_CLAIMED, 1, Finding.of(Finding.REASON, reason));
    }

    @Test
    void whatMustBeMetAndWasNotJudgedIsCountedByTheClaimThatIsMissing() {
        Summary summary = Results.summary(
                Results.PASS,
                notClaimed("p1-delta", Level.MUST, "delta not claimed"),
                notClaimed("s1-a", Level.MUST, "s1 not claimed"),
                notClaimed("s1-b", Level.MUST, "s1 not claimed"),
                notClaimed("s1-c", Level.SHOULD, "s1 not claimed"),
                Results.INCONCLUSIVE);
        assertEquals(
                "of 5 must-level scenarios 1 were judged; 3 N/A: s1 not claimed (2), delta not claimed (1); 1 INCONCLUSIVE",
                summary.unjudged());
    }

    @Test
    void whereAllWasJudgedThereIsNothingToSay() {
        assertEquals(
                "", Results.summary(Results.PASS, Results.FAIL, Results.YES).unjudged());
    }
}
