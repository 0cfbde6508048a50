package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private int unanswered;
    private long seconds;
    private final Silence silence = new Silence(() -> unanswered, TimeUnit.SECONDS.toNanos(13), 0);

    @Test
    void whoHasNotAnsweredThreeQuestionsAndForThirteenSecondsHasVanished() {
        assertTrue(isThere(1, 0));
        assertTrue(isThere(1, 1));
        assertTrue(isThere(1, 3));
        assertTrue(isThere(9, 5));
        assertTrue(isThere(1, 6));
        assertFalse(isThere(1, 6));
    }

    @Test
    void oneQuestionOrTwoMayBeLost() {
        assertTrue(isThere(100, 2));
        assertFalse(isThere(1, 3));
    }

    /** One who reads nothing for hours answers each question that he has no room, and may be seen before he does. */
    @Test
    void whoAnswersInBetweenIsThere() {
        for (int i = 0; i < 100; i++) {
            assertTrue(isThere(1, 1));
            assertTrue(isThere(60, 0));
        }
        assertTrue(isThere(12, 5));
        assertTrue(isThere(10, 4));
    }

    @Test
    void itLooksTwiceASecondOnly() {
        assertTrue(isThere(1, 1));
        unanswered = 7;
        long now = TimeUnit.SECONDS.toNanos(seconds);
        assertFalse(silence.isTooLong(now + Silence.LOOK_NANOS - 1));
        unanswered = 0;
        assertFalse(silence.isTooLong(now + Silence.LOOK_NANOS));
        unanswered = 7;
        assertFalse(silence.isTooLong(now + 2 * Silence.LOOK_NANOS));
    }

    private boolean isThere(int passed, int unanswered) {
        seconds += passed;
        this.unanswered = unanswered;
        return !silence.isTooLong(TimeUnit.SECONDS.toNanos(seconds));
    }
}
