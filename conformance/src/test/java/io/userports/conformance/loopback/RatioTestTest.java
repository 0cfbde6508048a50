package io.userports.conformance.loopback;

import static io.userports.conformance.loopback.RatioTest.Answer.HOLDS;
import static io.userports.conformance.loopback.RatioTest.Answer.OPEN;
import static io.userports.conformance.loopback.RatioTest.Answer.WORSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.loopback.RatioTest.Answer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the answer is wrong although it is looked for all the time. */
class RatioTestTest {
    private static final double BOUND = 1e-6;
    private static final RatioTest TEST = new RatioTest(BOUND, 0.95);
    private static final int RUNS = 2000;
    /** In errors that are expected at the bound. */
    private static final double LONGEST = 100;

    /** {@return how many of many runs on lines of {@code factor} times the bound end with {@code answer}} */
    private static int ending(Answer answer, double factor) {
        int ending = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            ending += run(new SplittableRandom(seed), factor) == answer ? 1 : 0;
        }
        return ending;
    }

    /** Between two errors it can only come to hold, at an error only to be worse: no other moment has to be looked at. */
    private static Answer run(SplittableRandom random, double factor) {
        double bits = 0;
        for (long errors = 0; bits * BOUND < LONGEST; errors++) {
            bits -= Math.log(1 - random.nextDouble()) / (factor * BOUND);
            if (TEST.answer((long) bits, errors) == HOLDS) {
                return HOLDS;
            }
            if (TEST.answer((long) bits, errors + 1) == WORSE) {
                return WORSE;
            }
        }
        return OPEN;
    }

    @Test
    void aLineAtTheBoundIsSeldomCalledGoodOrBad() {
        int good = ending(HOLDS, 1);
        int bad = ending(WORSE, 1);
        // And not because it never says anything.
        assertTrue(0.02 * RUNS <= good && good <= 0.05 * RUNS, good + " of " + RUNS + " called good");
        assertTrue(0.005 * RUNS <= bad && bad <= 0.05 * RUNS, bad + " of " + RUNS + " called bad");
    }

    @Test
    void whoLooksAllTheTimeAtTheBoundsOfAFixedLengthIsWrongMoreOften() {
        int good = 0;
        for (int seed = 0; seed < RUNS / 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double bits = 0;
            for (long errors = 0; bits * BOUND < 20; errors++) {
                bits -= Math.log(1 - random.nextDouble()) / BOUND;
                if (Limits.ofLength((long) bits, errors, 0.95).upper() <= BOUND) {
                    good++;
                    break;
                }
            }
        }
        assertTrue(good > 0.1 * RUNS / 4, good + " of " + RUNS / 4);
    }

    @Test
    void goodLinesAndBadOnesAreTold() {
        assertTrue(ending(HOLDS, 0.2) >= 0.99 * RUNS);
        assertTrue(ending(HOLDS, 0.01) >= 0.99 * RUNS);
        assertTrue(ending(WORSE, 3) >= 0.94 * RUNS);
        assertTrue(ending(WORSE, 100) >= 0.94 * RUNS);
    }

    /** Beside 3.00, 4.74, 6.30 and 7.75 of a length that is fixed before: the price of looking all the time. */
    @ParameterizedTest
    @CsvSource({"0, 3.139", "1, 7.674", "2, 10.293", "3, 12.538"})
    void soManyBitsAreNeeded(long errors, double millions) {
        assertEquals(millions * 1e6, TEST.bitsFor(errors), 0.002e6);
        assertEquals(OPEN, TEST.answer(TEST.bitsFor(errors) - 1, errors));
        assertEquals(HOLDS, TEST.answer(TEST.bitsFor(errors), errors));
    }

    @Test
    void theLimitsSayWhatTheAnswerSays() {
        long bits = TEST.bitsFor(4);
        assertEquals(BOUND, TEST.limits(bits, 4).upper(), 1e-12);
        assertEquals(0, TEST.limits(bits, 0).lower());
        Limits bad = TEST.limits(1_000_000, 20);
        assertEquals(WORSE, new RatioTest(bad.lower() * 0.999, 0.95).answer(1_000_000, 20));
        assertEquals(OPEN, new RatioTest(bad.lower() * 1.001, 0.95).answer(1_000_000, 20));
        assertTrue(bad.lower() < 20e-6 && 20e-6 < bad.upper());
    }

    @Test
    void threeErrorsAtOnceProveNothing() {
        assertEquals(OPEN, TEST.answer(10, 3));
        assertEquals(WORSE, TEST.answer(10, 4));
    }

    @Test
    void withoutBitsNothingIsKnown() {
        assertEquals(OPEN, TEST.answer(0, 0));
        assertEquals(new Limits(0, 1), TEST.limits(0, 0));
    }
}
