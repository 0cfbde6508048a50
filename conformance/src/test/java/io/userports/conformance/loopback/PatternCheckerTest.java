package io.userports.conformance.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stood in a stream that was made wrong on purpose is what the checker counts, to the bit. */
class PatternCheckerTest {
    private static final int LENGTH = 100_000;

    static Stream<Pattern> patterns() {
        return Stream.of(Prbs.PRBS15, Prbs.PRBS31, WorstCase.PATTERN);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void whatIsAsSentHasNoErrorsHoweverItIsCut(Pattern pattern) {
        for (int portion : new int[] {1, 7, 750, 4095, LENGTH}) {
            assertEquals(
                    new LineErrors(8L * LENGTH, 0, 0, 0, 0, 0, 0),
                    checked(pattern, sent(pattern, LENGTH), portion, LENGTH),
                    "in portions of " + portion);
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void itNeedsNoBeginningAndCountsWhatIsMissingOfIt(Pattern pattern) {
        byte[] all = sent(pattern, LENGTH);
        byte[] late = Arrays.copyOfRange(all, 345, LENGTH);
        LineErrors errors = checked(pattern, late, 1000, LENGTH);
        assertEquals(new LineErrors(errors.bits(), 0, 1, 345, 0, pattern.window(), 0), errors);
        assertEquals(8L * (late.length - pattern.window()), errors.bits());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aWrongBitIsOneErrorAndNotOneAtEachTap(Pattern pattern) {
        byte[] octets = sent(pattern, LENGTH);
        octets[40_000] ^= 4;
        assertEquals(new LineErrors(8L * LENGTH, 1, 0, 0, 0, 0, 0), checked(pattern, octets, 100, LENGTH));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyWrongBitIsCounted(Pattern pattern) {
        for (int seed = 0; seed < 10; seed++) {
            byte[] octets = sent(pattern, LENGTH);
            SplittableRandom random = new SplittableRandom(seed);
            double ratio = Math.pow(10, -5 + seed / 3.0);
            long flipped = 0;
            for (int bit = 8 * 200; bit < 8 * LENGTH; bit++) {
                if (random.nextDouble() < ratio) {
                    octets[bit / 8] ^= (byte) (1 << bit % 8);
                    flipped++;
                }
            }
            LineErrors errors = checked(pattern, octets, 1000, LENGTH);
            assertEquals(new LineErrors(8L * LENGTH, flipped, 0, 0, 0, 0, 0), errors, "ratio " + ratio);
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aBurstIsNoSlip(Pattern pattern) {
        byte[] octets = sent(pattern, LENGTH);
        for (int i = 50_000; i < 50_300; i++) {
            octets[i] ^= 0x5A;
        }
        assertEquals(new LineErrors(8L * LENGTH, 1200, 0, 0, 0, 0, 0), checked(pattern, octets, 1000, LENGTH));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void lostOctetsAreASlipAndNoBitErrors(Pattern pattern) {
        for (int lost : new int[] {1, 2, 3, 31, 256, 500}) {
            for (int place : new int[] {20_000, 20_017, 20_031, 20_500, 20_900}) {
                byte[] all = sent(pattern, LENGTH);
                byte[] octets = new byte[LENGTH - lost];
                System.arraycopy(all, 0, octets, 0, place);
                System.arraycopy(all, place + lost, octets, place, LENGTH - place - lost);
                assertEquals(
                        new LineErrors(8L * (LENGTH - lost), 0, 1, lost, 0, 0, 0),
                        checked(pattern, octets, 1000, LENGTH),
                        lost + " lost at " + place);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void octetsFromNowhereAreASlipAndNoBitErrors(Pattern pattern) {
        SplittableRandom random = new SplittableRandom(1);
        for (int extra : new int[] {1, 2, 3, 31, 256, 500}) {
            byte[] all = sent(pattern, LENGTH);
            byte[] octets = new byte[LENGTH + extra];
            int place = 30_000 + random.nextInt(1000);
            random.nextBytes(octets);
            System.arraycopy(all, 0, octets, 0, place);
            System.arraycopy(all, place, octets, place + extra, LENGTH - place);
            assertEquals(
                    new LineErrors(8L * LENGTH, 0, 1, 0, extra, 0, 0),
                    checked(pattern, octets, 1000, LENGTH),
                    extra + " extra at " + place);
        }
    }

    @Test
    void severalSlipsNearEachOtherAddUp() {
        byte[] all = sent(Prbs.PRBS31, LENGTH);
        byte[] octets = new byte[LENGTH - 2];
        System.arraycopy(all, 0, octets, 0, 50_000);
        System.arraycopy(all, 50_001, octets, 50_000, 20);
        System.arraycopy(all, 50_022, octets, 50_020, LENGTH - 50_022);
        LineErrors errors = checked(Prbs.PRBS31, octets, 1000, LENGTH);
        assertEquals(2, errors.lost());
        assertTrue(errors.wrong() < 8, errors.toString());
        assertEquals(LENGTH - 2, errors.bits() / 8 + errors.untested());
    }

    @Test
    void anHourOfPrbs31MayBeMissing() {
        int lost = 3_000_000;
        byte[] all = sent(Prbs.PRBS31, 4_000_000);
        byte[] octets = new byte[all.length - lost];
        System.arraycopy(all, 0, octets, 0, 500_000);
        System.arraycopy(all, 500_000 + lost, octets, 500_000, 500_000);
        assertEquals(
                new LineErrors(8L * octets.length, 0, 1, lost, 0, 0, 0),
                checked(Prbs.PRBS31, octets, 2000, all.length));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void whatIsSomethingElseForLongIsNotCompared(Pattern pattern) {
        byte[] octets = sent(pattern, LENGTH);
        Arrays.fill(octets, 20_000, 70_000, (byte) 0);
        LineErrors errors = checked(pattern, octets, 1000, LENGTH);
        assertEquals(1, errors.unlocked());
        assertEquals(0, errors.lost() + errors.extra());
        assertEquals(LENGTH, errors.bits() / 8 + errors.untested());
        assertTrue(errors.untested() > 49_000 && errors.untested() < 52_000, errors.toString());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void whatNeverWasThePatternIsNotRecognised(Pattern pattern) {
        byte[] octets = new byte[LENGTH];
        new SplittableRandom(7).nextBytes(octets);
        PatternChecker checker = new PatternChecker(pattern);
        checker.take(octets, 0, LENGTH);
        checker.end(LENGTH);
        assertEquals(false, checker.recognised());
        assertEquals(new LineErrors(0, 0, 0, 0, 0, LENGTH, 0), checker.errors());
    }

    @Test
    void whatIsMissingAtTheEndIsLost() {
        byte[] octets = sent(Prbs.PRBS31, LENGTH);
        assertEquals(new LineErrors(8L * LENGTH, 0, 1, 600, 0, 0, 0), checked(Prbs.PRBS31, octets, 1000, LENGTH + 600));
    }

    static Stream<Pattern> longPatterns() {
        return Stream.of(Prbs.PRBS15, Prbs.PRBS31);
    }

    @ParameterizedTest
    @MethodSource("longPatterns")
    void whatComesAgainIsExtraAndIsNotComparedTwice(Pattern pattern) {
        for (int times = 1; times <= 3; times++) {
            byte[] all = sent(pattern, LENGTH);
            int copied = 7500;
            byte[] octets = new byte[LENGTH + times * copied];
            System.arraycopy(all, 0, octets, 0, 50_000);
            for (int i = 0; i < times; i++) {
                System.arraycopy(all, 50_000 - copied, octets, 50_000 + i * copied, copied);
            }
            System.arraycopy(all, 50_000, octets, 50_000 + times * copied, LENGTH - 50_000);
            assertEquals(
                    new LineErrors(8L * LENGTH, 0, times, 0, times * copied, 0, 0),
                    checkedLive(pattern, octets, 750, LENGTH),
                    times + " times");
        }
    }

    @Test
    void aLossOfMoreThanHalfOfPrbs15IsALoss() {
        for (int lost : new int[] {16_000, 16_384, 20_000, 32_000}) {
            byte[] all = sent(Prbs.PRBS15, LENGTH);
            byte[] octets = new byte[LENGTH - lost];
            System.arraycopy(all, 0, octets, 0, 40_000);
            System.arraycopy(all, 40_000 + lost, octets, 40_000, LENGTH - 40_000 - lost);
            assertEquals(
                    new LineErrors(8L * octets.length, 0, 1, lost, 0, 0, 0),
                    checked(Prbs.PRBS15, octets, 1000, LENGTH),
                    lost + " lost");
        }
    }

    @Test
    void aLongGapIsALossOfAllThatLeftInIt() {
        int length = 8_000_000;
        byte[] all = sent(Prbs.PRBS31, length);
        byte[] octets = Arrays.copyOf(all, 1_000_000);
        System.arraycopy(all, length - 500_000, octets, 500_000, 500_000);
        assertEquals(
                new LineErrors(8_000_000, 0, 1, length - 1_000_000, 0, 0, 0),
                checked(Prbs.PRBS31, octets, 2000, length));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void whatWentWrongAlwaysAddsUpToWhatLeftAndWhatCame(Pattern pattern) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] all = sent(pattern, LENGTH);
            PatternChecker checker = new PatternChecker(pattern);
            int told = 0;
            int came = 0;
            for (int at = random.nextInt(300); at < LENGTH && came < 3 * LENGTH; ) {
                int good = Math.min(LENGTH - at, 200 + random.nextInt(40_000));
                // What left is ten pieces ahead of what comes.
                int left = Math.max(told, Math.min(LENGTH, at + good + 7500));
                checker.sending(new Feed.Piece(Feed.START, left - told, List.of(), List.of()));
                told = left;
                checker.take(all, at, at + good);
                came += good;
                at += good;
                switch (random.nextInt(3)) {
                    case 0 -> at += random.nextInt(25_000);
                    case 1 -> at -= random.nextInt(at);
                    default -> {
                        byte[] noise = new byte[random.nextInt(40_000)];
                        random.nextBytes(noise);
                        checker.take(noise, 0, noise.length);
                        came += noise.length;
                    }
                }
            }
            checker.end(LENGTH);
            LineErrors errors = checker.errors();
            String what = "seed " + seed + ": " + errors + ", " + came + " came";
            assertEquals(LENGTH - came, errors.lost() - errors.extra(), what);
            assertTrue(errors.lost() >= 0 && errors.extra() >= 0 && errors.untested() >= 0, what);
            // One that begins anew leaves a choice of what is lost and what came again.
            if (pattern == Prbs.PRBS31) {
                assertEquals(came, errors.bits() / 8 + errors.untested() + errors.extra(), what);
            }
        }
    }

    private static byte[] sent(Pattern pattern, int length) {
        byte[] octets = new byte[length];
        pattern.fill(pattern.begin(), octets, 0, length);
        return octets;
    }

    /** What leaves is told as it leaves, ten pieces ahead of what comes in. */
    private static LineErrors checkedLive(Pattern pattern, byte[] octets, int portion, int sent) {
        PatternChecker checker = new PatternChecker(pattern);
        int left = 0;
        for (int at = 0; at < octets.length; at += portion) {
            int piece = Math.min(sent, at + 10 * portion) - left;
            if (piece > 0) {
                checker.sending(new Feed.Piece(Feed.START, piece, List.of(), List.of()));
                left += piece;
            }
            checker.take(octets, at, Math.min(octets.length, at + portion));
        }
        checker.end(sent);
        assertTrue(checker.recognised());
        return checker.errors();
    }

    private static LineErrors checked(Pattern pattern, byte[] octets, int portion, long sent) {
        PatternChecker checker = new PatternChecker(pattern);
        checker.sending(new Feed.Piece(Feed.START, (int) sent, List.of(), List.of()));
        for (int at = 0; at < octets.length; at += portion) {
            checker.take(octets, at, Math.min(octets.length, at + portion));
        }
        checker.end(sent);
        assertTrue(checker.recognised());
        return checker.errors();
    }
}
