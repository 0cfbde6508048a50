package io.userports.conformance.check;

import static io.userports.conformance.check.S1Sent.DELTA;
import static io.userports.conformance.check.S1Sent.NEUTRAL;
import static io.userports.conformance.check.S1Sent.PER_PERIOD;
import static io.userports.conformance.check.S1Sent.SINGLE_PHASE;
import static io.userports.conformance.check.S1Sent.STAR;
import static io.userports.conformance.check.S1Sent.VALID;
import static io.userports.conformance.check.S1Sent.sine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.SentSamples.Slice;
import io.userports.grid.Wiring;
import io.userports.link.Link;
import io.userports.wire.LineRate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the judge makes of what left by S1; each expected figure is a formula over sines, worked by hand. */
final class SampleWitnessTest {
    /** Over a second of whole periods at 2600 Hz, what 25 mV and 1 mA leave of exactness. */
    private static final double COUNT = 0.002;

    private static void assertSpan(double expected, double tolerance, Quantity quantity, SentSamples samples) {
        SentSamples.Span span = samples.span(quantity).orElseThrow(() -> new AssertionError(quantity + " not there"));
        assertEquals(expected, span.least(), tolerance, quantity + " at least");
        assertEquals(expected, span.greatest(), tolerance, quantity + " at most");
    }

    private static void assertNone(SentSamples samples, Quantity... quantities) {
        for (Quantity quantity : quantities) {
            assertEquals(Optional.empty(), samples.span(quantity), quantity.slug());
        }
    }

    @Test
    void onOnePhaseThereIsNothingOfTheOthers() {
        SentSamples samples = new S1Sent()
                .info(SINGLE_PHASE)
                .wave(a -> new double[] {sine(230, a, 0), sine(10, a, -60), 11, 12, 13, 14, 15})
                .send(2 * 2600)
                .samples();
        assertSpan(230, COUNT, Quantity.S1_VOLTAGE_RMS_L1, samples);
        assertSpan(10, COUNT, Quantity.S1_CURRENT_RMS_L1, samples);
        assertSpan(1150, 0.05, Quantity.S1_POWER, samples);
        assertSpan(2600, 0, Quantity.S1_RATE, samples);
        assertSpan(50, 0, Quantity.S1_FREQUENCY, samples);
        assertNone(
                samples,
                Quantity.S1_VOLTAGE_RMS_L2,
                Quantity.S1_CURRENT_RMS_L2,
                Quantity.S1_VOLTAGE_RMS_L3,
                Quantity.S1_CURRENT_RMS_L3,
                Quantity.S1_CURRENT_RMS_N);
    }

    @Test
    void inStarThePowersOfThreePhasesAddUp() {
        SentSamples samples = new S1Sent()
                .info(STAR | NEUTRAL)
                .wave(a -> new double[] {
                    sine(230, a, 0), sine(10, a, 0),
                    sine(228, a, -120), sine(5, a, -120 - 60),
                    sine(232, a, 120), sine(2, a, 120 + 180),
                    sine(7, a, 33)
                })
                .send(2 * 2600)
                .samples();
        assertSpan(228, COUNT, Quantity.S1_VOLTAGE_RMS_L2, samples);
        assertSpan(5, COUNT, Quantity.S1_CURRENT_RMS_L2, samples);
        assertSpan(232, COUNT, Quantity.S1_VOLTAGE_RMS_L3, samples);
        assertSpan(2, COUNT, Quantity.S1_CURRENT_RMS_L3, samples);
        assertSpan(7, COUNT, Quantity.S1_CURRENT_RMS_N, samples);
        // 230·10 + 228·5·cos 60° - 232·2
        assertSpan(2300 + 570 - 464, 0.1, Quantity.S1_POWER, samples);
    }

    @Test
    void inDeltaTheTotalIsThatOfTwoWattmeters() {
        SentSamples samples = new S1Sent()
                .info(DELTA)
                .wave(a -> {
                    double i1 = sine(10, a, -30);
                    double i3 = sine(6, a, 45);
                    return new double[] {sine(230, a, 0), i1, 0, -i1 - i3, sine(230, a, 60), i3, 0};
                })
                .send(2 * 2600)
                .samples();
        assertEquals(Wiring.DELTA, samples.last().orElseThrow().wiring());
        assertSpan(0, 0, Quantity.S1_VOLTAGE_RMS_L2, samples);
        // the sum of two sines 75° apart
        assertSpan(
                Math.sqrt(100 + 36 + 120 * Math.cos(Math.toRadians(75))), COUNT, Quantity.S1_CURRENT_RMS_L2, samples);
        double power = 2300 * Math.cos(Math.toRadians(30)) + 1380 * Math.cos(Math.toRadians(15));
        assertSpan(power, 0.1, Quantity.S1_POWER, samples);
        assertNone(samples, Quantity.S1_CURRENT_RMS_N);
    }

    @Test
    void byThePeriodTheRateFollowsTheFrequency() {
        SentSamples samples = new S1Sent()
                .info(SINGLE_PHASE | PER_PERIOD)
                .rate(52)
                .milliHertz(47_000)
                .wave(a -> new double[] {sine(230, a, 0), 0, 0, 0, 0, 0, 0})
                .send(2444)
                .milliHertz(52_000)
                .send(2704)
                .samples();
        assertEquals(
                new SentSamples.Span(2444, 2704), samples.span(Quantity.S1_RATE).orElseThrow());
        assertEquals(
                new SentSamples.Span(47, 52),
                samples.span(Quantity.S1_FREQUENCY).orElseThrow());
        assertEquals(0, samples.lost());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 254, 255, 256, 257, 3000})
    void whatIsMissingIsCountedByNumberAndClock(int telegrams) {
        SentSamples samples = new S1Sent().send(1000).lose(telegrams).send(1000).samples();
        assertEquals(telegrams, samples.lost());
        assertEquals(2000, samples.telegrams());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 255, 256, 3000})
    void whatIsMissingIsCountedAtEveryRate(int telegrams) {
        SentSamples samples = new S1Sent()
                .info(SINGLE_PHASE | PER_PERIOD)
                .rate(52)
                .milliHertz(47_000)
                .send(1000)
                .lose(telegrams)
                .send(500)
                .lose(telegrams)
                .send(500)
                .samples();
        assertEquals(2 * telegrams, samples.lost());
    }

    @ParameterizedTest
    @CsvSource({"longer, 30", "reordered, 30", "batched, 30", "longer, 600"})
    void whatIsOfAnotherVersionIsSkippedAndNotLost(String layout, int telegrams) {
        SentSamples samples =
                new S1Sent().send(500).send(telegrams, layout).send(500).samples();
        assertEquals(List.of(1000L, 0L, 0L, (long) telegrams), counts(samples));
    }

    @Test
    void whatIsOfAnotherVersionDoesNotHideALoss() {
        SentSamples samples = new S1Sent()
                .send(500)
                .send(5, "longer")
                .lose(300)
                .send(5, "longer")
                .send(500)
                .samples();
        assertEquals(List.of(1000L, 300L, 0L, 10L), counts(samples));
    }

    @Test
    void aFrameWithoutDataStandsInTheWayOfNoTelegramAndHidesNoLoss() {
        byte[] empty = HexFormat.of().parseHex("7E8006FF0332CA7E");
        SentSamples samples = new S1Sent()
                .send(500)
                .octets(empty)
                .send(500)
                .octets(empty)
                .lose(1)
                .send(500)
                .samples();
        assertEquals(List.of(1500L, 1L, 0L, 2L), counts(samples));
    }

    private static List<Long> counts(SentSamples samples) {
        return List.of(samples.telegrams(), samples.lost(), samples.invalid(), samples.skipped());
    }

    @Test
    void invalidSamplesAreCountedAndNotUsed() {
        SentSamples samples = new S1Sent()
                .info(SINGLE_PHASE)
                .wave(a -> new double[] {sine(230, a, 0), 0, 0, 0, 0, 0, 0})
                .send(1300)
                .info(SINGLE_PHASE & ~VALID)
                .wave(a -> new double[] {700, 0, 0, 0, 0, 0, 0})
                .send(52)
                .info(SINGLE_PHASE)
                .wave(a -> new double[] {sine(230, a, 0), 0, 0, 0, 0, 0, 0})
                .send(1300)
                .samples();
        assertEquals(List.of(2652L, 0L, 52L, 0L), counts(samples));
        assertSpan(230, 0.01, Quantity.S1_VOLTAGE_RMS_L1, samples);
    }

    @Test
    void aSecondOfInvalidSamplesHasNoFigures() {
        SentSamples samples = new S1Sent().info(STAR & ~VALID).send(4000).samples();
        assertNone(samples, Quantity.S1_VOLTAGE_RMS_L1, Quantity.S1_POWER);
        assertSpan(50, 0, Quantity.S1_FREQUENCY, samples);
    }

    @Test
    void noiseBetweenTelegramsSaysNothing() {
        byte[] header = HexFormat.of().parseHex("7E802BFF0331");
        S1Sent sent = new S1Sent().wave(a -> new double[] {sine(230, a, 0), 0, 0, 0, 0, 0, 0});
        for (int i = 0; i < 52; i++) {
            sent.send(51).octets(header);
        }
        SentSamples samples = sent.samples();
        assertEquals(List.of(2652L, 0L, 0L, 0L), counts(samples));
        assertSpan(230, 0.01, Quantity.S1_VOLTAGE_RMS_L1, samples);
    }

    @Test
    void anotherMeterHasItsOwnNumbersAndNothingIsLost() {
        SentSamples samples =
                new S1Sent().send(700).meter("1SAG3100000777", 99).send(700).samples();
        assertEquals(List.of(1400L, 0L, 0L, 0L), counts(samples));
        assertEquals(
                List.of(S1Sent.METER, "1SAG3100000777"),
                samples.slices().stream().map(Slice::meterId).distinct().toList());
    }

    @Test
    void aSliceLastsATenthOfASecond() {
        List<Slice> slices = new S1Sent().send(2600).samples().slices();
        // the last one is over when something comes after it
        assertEquals(9, slices.size());
        assertTrue(slices.stream().allMatch(s -> s.samples() == 260), () -> slices.toString());
    }

    @Test
    void noSliceGoesOverAChangeOfWhatTheTelegramsSayOfTheMeter() {
        SentSamples samples = new S1Sent()
                .send(1000)
                .info(STAR | NEUTRAL)
                .send(1000)
                .rate(32)
                .send(1000)
                .info(DELTA)
                .send(1000)
                .samples();
        List<String> kinds = samples.slices().stream()
                .map(s -> s.wiring() + " " + s.neutral() + " " + s.rate().least() + " "
                        + s.rate().greatest())
                .distinct()
                .toList();
        assertEquals(
                List.of(
                        "star false 2600.0 2600.0",
                        "star true 2600.0 2600.0",
                        "star true 3200.0 3200.0",
                        "delta false 3200.0 3200.0"),
                kinds);
    }

    @Test
    void anInvalidTelegramEndsNoSlice() {
        SentSamples samples = new S1Sent()
                .send(130)
                .info(STAR & ~VALID)
                .send(10)
                .info(STAR)
                .send(1000)
                .samples();
        assertEquals(250, samples.slices().get(0).samples());
    }

    /** Takes 100 octets of every tenth unit, and then its reader has gone away for a moment. */
    private static final class Cutting implements Link {
        private int units;

        @Override
        public String address() {
            return "cutting";
        }

        @Override
        public Optional<LineRate> pace() {
            return Optional.empty();
        }

        @Override
        public boolean ready() {
            units++;
            return true;
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            if (units % 10 > 0) {
                return to - from;
            }
            return from == 0 ? 100 : -1;
        }

        @Override
        public void close() {}
    }

    @Test
    void ofAUnitThatWasCutTheWholeTelegramsCount() {
        // 130 batches of 13; of each tenth two telegrams left and a piece of the third
        SentSamples samples = new S1Sent().send(130 * 13).samples(new Cutting());
        assertEquals(117 * 13 + 13 * 2, samples.telegrams());
        // the last one is not yet missed by anybody
        assertEquals(12 * 11, samples.lost());
    }

    @Test
    void whereNothingLeftThereIsNothing() {
        assertEquals(SentSamples.NONE, new S1Sent().samples());
    }
}
