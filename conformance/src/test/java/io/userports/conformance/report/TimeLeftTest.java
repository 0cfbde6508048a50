package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final Map<String, Long> TOOK = Map.of("a", 30_000L, "b", 10_000L, "c", 8_001L, "other", 900_000L);

    @Test
    void whatIsLeftIsSharedOutAmongTheJobsAndNoShorterThanTheLongest() {
        assertEquals(
                ", about 49 s left",
                TimeLeft.of(List.of("a", "b", "c"), TOOK, 1).inWords());
        assertEquals(
                ", about 30 s left",
                TimeLeft.of(List.of("a", "b", "c"), TOOK, 8).inWords());
        assertEquals(
                ", about 16 min left",
                TimeLeft.of(List.of("a", "other"), TOOK, 1).inWords());
    }

    @Test
    void whatHasEndedCountsNoMore() {
        TimeLeft left = TimeLeft.of(List.of("a", "b"), TOOK, 1);
        left.ended("a");
        assertEquals(", about 10 s left", left.inWords());
        left.ended("b");
        assertEquals("", left.inWords());
    }

    @Test
    void oneThatHasNotRunBeforeCountsAsTheMeanAndWhereNoneHasNobodyGuesses() {
        assertEquals(
                ", about 60 s left",
                TimeLeft.of(List.of("b", "a", "new"), TOOK, 1).inWords());
        assertEquals("", TimeLeft.of(List.of("new"), TOOK, 1).inWords());
        assertEquals("", TimeLeft.unknown().inWords());
    }
}
