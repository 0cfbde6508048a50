package io.userports.conformance.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.fault.Disturbances;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors that are made on purpose, with a ratio that is known: the limits hold it, as often as they say. */
class InjectedRatioTest {
    private static final int SEEDS = 200;

    static Stream<Content> contents() {
        return Stream.of(
                new Content.OfPattern("prbs15"),
                new Content.OfPattern("prbs31"),
                new Content.OfPattern("worst-case"),
                new Content.OfTelegrams(Optional.empty()));
    }

    private static LineErrors errors(Content content, String fault, long seed, int octets) {
        Feed feed = content.feed(UserPort.S1, LineRate.S1, Disturbances.parse(fault), seed);
        Checker checker = content.checker(UserPort.S1);
        int sent = 0;
        while (sent < octets) {
            Feed.Piece piece = feed.next();
            checker.sending(piece);
            piece.leaving().forEach(e -> checker.take(e.octets(), 0, e.octets().length));
            sent += piece.octets();
        }
        checker.end(sent);
        assertTrue(checker.recognised());
        return checker.errors();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void theLimitsHoldTheRatioAsOftenAsTheySay(Content content) {
        double ratio = 1e-4;
        // A meter takes longer to begin than a pattern.
        int seeds = content instanceof Content.OfPattern ? SEEDS : SEEDS / 4;
        List<LineErrors> all = IntStream.range(0, seeds)
                .mapToObj(seed -> errors(content, "bit-flip:rate=1e-4", seed, 20_000))
                .toList();
        List<Limits> limits = all.stream()
                .map(e -> Limits.ofLength(e.bits(), e.wrong(), 0.95))
                .toList();
        long tooLow = limits.stream().filter(l -> l.upper() < ratio).count();
        long tooHigh = limits.stream().filter(l -> l.lower() > ratio).count();
        // Of 200, ten may be wrong in the mean; twice as many would be an accident of one in a thousand.
        assertTrue(tooLow <= seeds / 10, tooLow + " upper limits below the ratio");
        assertTrue(tooHigh <= seeds / 10, tooHigh + " lower limits above the ratio");
        // And they say something: about sixteen errors, so at most some three times the ratio.
        assertTrue(limits.stream().allMatch(l -> l.upper() < 3 * ratio && l.lower() > ratio / 10));
        // All of them together: 3200 errors, three standard deviations.
        long bits = all.stream().mapToLong(LineErrors::bits).sum();
        long wrong = all.stream().mapToLong(LineErrors::wrong).sum();
        assertEquals(ratio, (double) wrong / bits, 3 * Math.sqrt(ratio / bits));
        assertTrue(bits > 0.97 * seeds * 20_000 * 8, "only " + bits + " bits compared");
    }

    @Test
    void theSameSeedGivesTheSameErrors() {
        Content content = new Content.OfPattern("prbs31");
        assertEquals(
                errors(content, "bit-flip:rate=1e-3", 7, 50_000), errors(content, "bit-flip:rate=1e-3", 7, 50_000));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void lostOctetsAreCountedOneByOne(Content content) {
        // Pieces of a pattern are telegrams to a fault; the first is left alone, so that there is something to lose
        // from.
        boolean pattern = content instanceof Content.OfPattern;
        LineErrors errors =
                errors(content, "octets-lost:after=1,every=" + (pattern ? 3 : 100) + ",times=10", 1, 60_000);
        assertEquals(0, errors.wrong());
        assertEquals(10, errors.slips());
        assertEquals(10, errors.lost());
        assertEquals(0, errors.extra());
    }

    @ParameterizedTest
    @MethodSource("contents")
    void octetsFromNowhereAreCountedOneByOne(Content content) {
        boolean pattern = content instanceof Content.OfPattern;
        LineErrors errors =
                errors(content, "octets-added:octets=A5,after=1,every=" + (pattern ? 3 : 100) + ",times=10", 1, 60_000);
        assertTrue(errors.wrong() <= 8, errors.toString());
        assertEquals(10, errors.slips());
        assertEquals(10, errors.extra());
        assertEquals(0, errors.lost());
    }
}
