package io.userports.conformance.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a figure means, at both sides of its limit. */
class FiguresTest {
    private static String said(Result result) {
        return result.word() + " " + result.found();
    }

    @Test
    void aRateIsToldWithHowFarItIsOff() {
        assertEquals("ok 2000000 bit/s, exact", said(BitRate.result(2_000_000, OptionalInt.of(2_000_000))));
        assertEquals(
                "ok 1522500 bit/s instead of 1500000, +1.50 %",
                said(BitRate.result(1_500_000, OptionalInt.of(1_522_500))));
        assertEquals(
                "note 115200 bit/s asked for; the driver does not tell what it has set",
                said(BitRate.result(115_200, OptionalInt.empty())));
    }

    @Test
    void latenessIsGivenByItsHalfItsLastHundredthAndItsWorst() {
        Lateness lateness =
                Lateness.of(LongStream.rangeClosed(1, 200).map(i -> i * 10_000).toArray());
        assertEquals("p50 1.00, p99 1.98, worst 2.00 ms late", lateness.toString());
    }

    @Test
    void latenessCountsByWhatThereIsToBeLateWith() {
        Lateness some = Lateness.of(late(6_000_000, 39_000_000));
        assertEquals("ok", some.result(false, false).word());
        assertEquals("note", some.result(true, false).word());
        assertEquals("finding", some.result(true, true).word());
        Lateness once = Lateness.of(late(5_000_000, 40_000_000));
        assertEquals("ok", once.result(false, true).word());
        assertEquals("note", once.result(true, true).word());
        Lateness stopped = Lateness.of(late(100_000, 500_000_000));
        assertEquals(
                "finding p50 0.10, p99 0.10, worst 500.00 ms late: a telegram of P1 that is 500 ms late makes failures"
                        + " INCONCLUSIVE",
                said(stopped.result(false, false)));
    }

    /** {@return figures of which all are the one but the worst} */
    private static long[] late(long most, long worst) {
        return LongStream.concat(
                        LongStream.of(worst), LongStream.generate(() -> most).limit(199))
                .toArray();
    }

    @Test
    void aClockMustBeFineAndRunAsTheClockOfTheDayDoes() {
        assertEquals("ok", new MonotonicClock(100_000, 20).result().word());
        assertEquals("finding", new MonotonicClock(100_001, 0).result().word());
        assertEquals("finding", new MonotonicClock(0, 0).result().word());
        assertEquals(
                "note steps of 30 ns, -3600000 ms apart from the clock of the day in a second: one of them is being set, or"
                        + " the machine slept",
                said(new MonotonicClock(30, -3_600_000).result()));
    }
}
