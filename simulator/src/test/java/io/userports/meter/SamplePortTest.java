package io.userports.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.fault.BitFault;
import io.userports.fault.CutFault;
import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.fault.FieldFault;
import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the S1 port of a meter does when it is told something. */
final class SamplePortTest {
    private static final Disturbance BEHEAD =
            Disturbance.always(new CutFault.BeginAt(OptionalInt.of(10))).on(UserPort.S1);
    private static final Disturbance LOSE =
            Disturbance.always(new CutFault.Lose()).on(UserPort.S1);

    private static Meter plain(String name) {
        Profile profile = Profile.of(name);
        Household household = Household.of(profile, 1);
        return Meter.of(household, household.at(profile.startInstant()), 1, Consent.GIVEN);
    }

    /** At 2600 Hz whatever the network does, so that telegrams can be counted. */
    private static Meter meter() {
        return plain("three-phase").withS1(S1Settings.of(new Sampling.PerSecond(2600)));
    }

    @Test
    void anotherSamplingBeginsWithAWholeSecondAndTheNumbersRunOn() {
        Meter meter = meter();
        Second.of(meter);
        meter.tell(new Command.SetSampling(new Sampling.PerSecond(3200)));
        List<S1Frame> faster = Second.of(meter).samples();
        assertEquals(3200, faster.size());
        assertEquals(2600 % 256, faster.get(0).sequence());
        assertTrue(faster.stream().allMatch(s -> s.rate() == 32 && !s.perPeriod()));
        meter.tell(new Command.SetSampling(Sampling.FIRST_GENERATION));
        S1Frame back = Second.of(meter).samples().get(0);
        assertEquals((2600 + 3200) % 256, back.sequence());
        assertTrue(back.perPeriod() && back.rate() == 52);
    }

    @Test
    void aSamplingThatTheLineCannotCarryIsRefusedWithItsArithmeticAndChangesNothing() {
        Meter meter = meter();
        assertEquals(
                "4000 Hz × 450 bit = 1.80 Mbit/s does not fit 1.50 Mbit/s; at most 3333 Hz, or --bit-rate 2000000",
                refused(meter, new Command.SetSampling(new Sampling.PerSecond(4000))));
        assertEquals(2600, Second.of(meter).samples().size());
        Meter wide = plain("three-phase")
                .withS1(S1Settings.of(Sampling.FIRST_GENERATION).with(new Sampling.PerSecond(2600), LineRate.S1_EMUCS));
        wide.tell(new Command.SetSampling(new Sampling.PerSecond(4000)));
        assertEquals(4000, Second.of(wide).samples().size());
    }

    @Test
    void theFrequencyMovesEvenlyAndSamplesByThePeriodFollowIt() {
        Meter meter = plain("three-phase").withS1(S1Settings.of(Sampling.FIRST_GENERATION));
        meter.tell(new Command.SetFrequency(47, Duration.ZERO));
        Second.of(meter);
        Second.of(meter);
        meter.tell(new Command.SetFrequency(52, Duration.ofSeconds(10)));
        int telegrams = 0;
        for (int n = 0; n < 10; n++) {
            List<S1Frame> second = Second.of(meter).samples();
            // the mean of ten periods lags behind by five of them, a tenth of a second
            assertEquals(47 + 0.5 * n, S1Frame.hertz(second.get(130).frequency()), 0.06);
            telegrams += second.size();
        }
        // 47 to 52 Hz within 10 s are 495 periods; a sample may stand on either side of the edges
        assertEquals(495 * 52, telegrams, 1);
        // 52 Hz is reached, and stays
        Second.of(meter);
        assertEquals(52 * 52, Second.of(meter).samples().size());
    }

    @Test
    void theNeutralCurrentIsSentWhenItIsAskedForAndMakesAllCurrentsZeroTogether() {
        Meter meter = meter();
        assertTrue(Second.of(meter).samples().stream().allMatch(s -> !s.neutral() && s.iN() == 0));
        meter.tell(new Command.SetNeutral(true));
        for (S1Frame sample : Second.of(meter).samples()) {
            assertTrue(sample.neutral());
            // each is rounded by itself
            assertEquals(0, sample.i1() + sample.i2() + sample.i3() + sample.iN(), 2);
        }
        meter.tell(new Command.SetNeutral(false));
        assertTrue(Second.of(meter).samples().stream().allMatch(s -> !s.neutral() && s.iN() == 0));
    }

    @Test
    void aBurstHoldsTheTelegramsOfSixteenMilliseconds() {
        Meter meter = meter();
        meter.tell(new Command.SetPacing(Duration.ofMillis(16), Duration.ZERO));
        Second second = Second.of(meter);
        List<Emission> bursts = second.on(UserPort.S1);
        assertEquals(63, bursts.size());
        for (int n = 0; n < 62; n++) {
            assertEquals(second.begin().plusMillis(16 * (n + 1L)), bursts.get(n).due());
            assertEquals(41.6, bursts.get(n).octets().length / 45.0, 0.7);
        }
        assertEquals(second.begin().plusSeconds(1), bursts.get(62).due());
        assertEquals(2600, second.samples().size());
    }

    @Test
    void jitterMovesABatchByAtMostWhatItMayAndChangesNoOctet() {
        Meter regular = meter();
        Meter jittery = meter();
        jittery.tell(new Command.SetPacing(Duration.ofMillis(5), Duration.ofNanos(28_000)));
        Second due = Second.of(regular);
        Second moved = Second.of(jittery);
        assertTrue(Arrays.equals(due.octets(UserPort.S1), moved.octets(UserPort.S1)));
        long[] strays = new long[200];
        for (int n = 0; n < 200; n++) {
            Instant regularly = due.on(UserPort.S1).get(n).due();
            strays[n] = Duration.between(regularly, moved.on(UserPort.S1).get(n).due())
                    .toNanos();
        }
        Arrays.sort(strays);
        assertTrue(strays[0] >= -28_000 && strays[0] < -20_000, () -> "earliest " + strays[0]);
        assertTrue(strays[199] <= 28_000 && strays[199] > 20_000, () -> "latest " + strays[199]);
    }

    @Test
    void aFaultStrikesWhenItIsToldToAndNoMoreOften() {
        Meter meter = meter();
        Second.of(meter);
        Disturbance flip = Disturbance.every(100, new BitFault.BitFlipAt(26, 6)).on(UserPort.S1);
        meter.tell(new Command.Disturb(
                Disturbances.of(LOSE.times(1), BEHEAD.after(4).times(1), flip.times(1))));
        byte[] octets = Second.of(meter).octets(UserPort.S1);
        // the first is missing, the fifth lacks 10 octets and has one of garbage, the hundredth is whole and wrong
        assertEquals(2599 * 45 - 9, octets.length);
        List<Integer> before = sequences(Arrays.copyOf(octets, 3 * 45));
        assertEquals(List.of(2601 % 256, 2602 % 256, 2603 % 256), before);
        List<Integer> between = sequences(Arrays.copyOfRange(octets, 4 * 45 - 9, 7 * 45 - 9));
        assertEquals(List.of(2605 % 256, 2606 % 256, 2607 % 256), between);
        int wrong = 98 * 45 - 9;
        assertThrows(AssertionError.class, () -> sequences(Arrays.copyOfRange(octets, wrong, wrong + 45)));
        assertEquals(
                2500,
                sequences(Arrays.copyOfRange(octets, wrong + 45, octets.length)).size());
        assertEquals(2600, Second.of(meter).samples().size());
    }

    @Test
    void strikesThatOutlastASecondGoOnInTheNext() {
        Meter meter = meter();
        meter.tell(new Command.Disturb(Disturbances.of(LOSE.times(3000))));
        List<Emission> lost = Second.of(meter).on(UserPort.S1);
        assertEquals(2600, lost.stream().mapToInt(e -> e.faults().size()).sum());
        assertTrue(lost.stream().allMatch(e -> e.octets().length == 0));
        List<S1Frame> rest = Second.of(meter).samples();
        assertEquals(2200, rest.size());
        assertEquals(3000 % 256, rest.get(0).sequence());
    }

    @Test
    void aDisturbanceStrikesEveryNthTelegramUntilItIsTakenBack() {
        Meter meter = meter();
        Disturbance tenth = Disturbance.every(10, new CutFault.Lose()).on(UserPort.S1);
        meter.tell(new Command.Disturb(Disturbances.of(tenth)));
        assertEquals(2340, Second.of(meter).samples().size());
        meter.tell(new Command.Disturb(Disturbances.NONE));
        assertEquals(2600, Second.of(meter).samples().size());
    }

    @Test
    void severalFaultsOfOneTelegramActInTurn() {
        Meter meter = meter();
        Disturbance tenth = Disturbance.every(10, new CutFault.Lose()).on(UserPort.S1);
        meter.tell(new Command.Disturb(Disturbances.of(Disturbance.always(new FieldFault.Saturate()), tenth)));
        List<S1Frame> samples = Second.of(meter).samples();
        assertEquals(2340, samples.size());
        assertTrue(samples.stream().allMatch(s -> Math.abs(s.u1() + 0.5) == 32767.5), "all at a limit");
    }

    static final List<Command> OF_SAMPLES = List.of(
            new Command.SetSampling(Sampling.FIRST_GENERATION),
            new Command.SetNeutral(true),
            new Command.SetPacing(Duration.ofMillis(5), Duration.ZERO),
            new Command.Disturb(Disturbances.of(BEHEAD)),
            new Command.Disturb(Disturbances.always(new FieldFault.Saturate())));

    @ParameterizedTest
    @FieldSource("OF_SAMPLES")
    void aMeterWithoutS1RefusesWhatConcernsOnlySamples(Command command) {
        Meter meter = plain("three-phase");
        assertEquals("this meter has no S1 port for " + command + "; emulate it with one", refused(meter, command));
        assertFalse(Second.of(meter).emissions().isEmpty());
    }

    @Test
    void aMeterWithoutS1CanBeExchanged() {
        Meter meter = plain("three-phase");
        meter.tell(new Command.ExchangeMeter("1SAG3100000099", 5));
        assertEquals("3153414733313030303030303939", Second.of(meter).p1("0-0:96.1.1"));
    }

    @Test
    void whatCannotBeIsRefusedWhenItIsTold() {
        Meter meter = meter();
        assertEquals(
                "53.0 Hz is no frequency of a network; allowed: 47.0 to 52.0 Hz",
                refused(meter, new Command.SetFrequency(53, Duration.ZERO)));
        assertEquals(
                "'1SAG' is not 14 letters and digits, like 1SAG1100000292",
                refused(meter, new Command.ExchangeMeter("1SAG", 0)));
        assertEquals(
                "three wires in delta have no neutral whose current could be sent",
                refused(plain("delta").withS1(S1Settings.of(Sampling.FIRST_GENERATION)), new Command.SetNeutral(true)));
        Stream.of(-1, 256)
                .forEach(number -> assertEquals(
                        number + " is no sequence number; allowed: 0 to 255",
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () -> new Command.ExchangeMeter("1SAG3100000099", number))
                                .getMessage()));
        assertEquals(
                "a batch of 101000 µs; allowed: 1000 to 100000 µs",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Command.SetPacing(Duration.ofMillis(101), Duration.ZERO))
                        .getMessage());
        assertEquals(
                "a jitter of 2500 µs; allowed: 0 to less than half a batch of 5000 µs",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Command.SetPacing(Duration.ofMillis(5), Duration.ofNanos(2_500_000)))
                        .getMessage());
        assertEquals(2600, Second.of(meter).samples().size());
    }

    private static String refused(Meter meter, Command command) {
        return assertThrows(IllegalArgumentException.class, () -> meter.tell(command))
                .getMessage();
    }

    private static List<Integer> sequences(byte[] octets) {
        return Second.samples(octets).stream().map(S1Frame::sequence).toList();
    }
}
