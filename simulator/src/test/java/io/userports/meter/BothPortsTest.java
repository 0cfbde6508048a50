package io.userports.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.fault.CrcFault;
import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.fault.FieldFault;
import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.grid.SwitchState;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A meter with both ports: two views of one electrical state, let out or withheld together. */
final class BothPortsTest {
    static final List<String> PROFILES = Profile.BUILT_IN;

    private static Meter meter(String name, long seed) {
        Profile profile = Profile.of(name);
        Household household = Household.of(profile, seed);
        return Meter.of(household, household.at(profile.startInstant()), seed, Consent.GIVEN)
                .withS1(S1Settings.of(profile, LineRate.S1));
    }

    private static Meter meter() {
        return meter("three-phase", 1);
    }

    @Test
    void aSecondBeginsWithItsTelegramAndItsSamplesAreDueWhenTheLastOfABatchIsTaken() {
        Meter meter = meter();
        for (int n = 0; n < 3; n++) {
            Second second = Second.of(meter);
            assertEquals(UserPort.P1, second.emissions().get(0).port());
            assertEquals(1, second.on(UserPort.P1).size());
            List<Emission> batches = second.on(UserPort.S1);
            assertEquals(200, batches.size());
            for (int batch = 0; batch < 200; batch++) {
                assertEquals(
                        second.begin().plusMillis(5 * (batch + 1L)),
                        batches.get(batch).due());
                int telegrams = batches.get(batch).octets().length / 45;
                assertTrue(telegrams == 12 || telegrams == 13 || telegrams == 14, telegrams + " in 5 ms");
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameOctetsOnBothPortsWhateverIsTold() {
        Meter a = meter("prosumer", 3);
        Meter b = meter("prosumer", 3);
        Meter other = meter("prosumer", 4);
        List<Command> commands = List.of(
                new Command.Disturb(Disturbances.of(
                        Disturbance.every(50, new FieldFault.Invalidate()),
                        Disturbance.every(2, new CrcFault.WrongCrc()))),
                new Command.SetPacing(Duration.ofMillis(5), Duration.ofNanos(28_000)),
                new Command.SetSampling(new Sampling.PerSecond(3200)),
                new Command.ExchangeMeter("1SAG3100000099", 77),
                new Command.SetBreaker(SwitchState.DISCONNECTED));
        for (Command command : commands) {
            List.of(a, b, other).forEach(m -> m.tell(command));
            Second one = Second.of(a);
            Second same = Second.of(b);
            Second differs = Second.of(other);
            for (UserPort port : UserPort.values()) {
                assertArrayEquals(one.octets(port), same.octets(port));
                assertEquals(dues(one, port), dues(same, port));
                assertFalse(Arrays.equals(one.octets(port), differs.octets(port)), command + " on " + port);
            }
        }
    }

    private static List<Instant> dues(Second second, UserPort port) {
        return second.on(port).stream().map(Emission::due).toList();
    }

    @Test
    void withoutConsentBothPortsAreSilentAndTheNumbersOfTheSamplesRunOn() {
        Meter watched = meter();
        Meter silent = meter();
        silent.tell(new Command.SetConsent(Consent.WITHHELD, Duration.ZERO));
        for (int second = 0; second < 3; second++) {
            Second.of(watched);
            assertEquals(List.of(), Second.of(silent).emissions());
        }
        silent.tell(new Command.SetConsent(Consent.GIVEN, Duration.ZERO));
        Second seen = Second.of(watched);
        Second again = Second.of(silent);
        assertArrayEquals(seen.octets(UserPort.P1), again.octets(UserPort.P1));
        assertArrayEquals(seen.octets(UserPort.S1), again.octets(UserPort.S1));
    }

    @Test
    void consentWithdrawnWithinATelegramSilencesBothPortsAtOneInstant() {
        Meter whole = meter();
        Meter cut = meter();
        cut.tell(new Command.SetConsent(Consent.WITHHELD, Duration.ofMillis(40)));
        Second all = Second.of(whole);
        Second some = Second.of(cut);
        Instant end = some.on(UserPort.P1).get(0).due().plusMillis(40);
        assertEquals(460, some.octets(UserPort.P1).length);
        // at 2600 Hz, a little more or less with the network
        long expected = Duration.between(some.begin(), end).toMillis() * 2600 / 1000;
        assertEquals(expected, some.samples().size(), 1.5);
        assertEquals(all.samples().subList(0, some.samples().size()), some.samples());
        List<Emission> batches = some.on(UserPort.S1);
        assertEquals(end, batches.get(batches.size() - 1).due());
        assertEquals(List.of(), Second.of(cut).emissions());
    }

    @Test
    void anOpenBreakerLeavesNoCurrentFromItsSecondOnAndTheVoltageStays() {
        Meter meter = meter();
        Second.of(meter);
        meter.tell(new Command.SetBreaker(SwitchState.DISCONNECTED));
        Second second = Second.of(meter);
        assertEquals("0", second.p1("0-0:96.3.10"));
        assertEquals(230, rms(second, S1Frame::u1) / 40, 5);
        for (ToDoubleFunction<S1Frame> current :
                List.<ToDoubleFunction<S1Frame>>of(S1Frame::i1, S1Frame::i2, S1Frame::i3, S1Frame::iN)) {
            assertEquals(0, rms(second, current));
        }
        assertEquals("000.00", Second.of(meter).p1("1-0:31.7.0"));
    }

    @Test
    void anotherMeterHasAnotherNumberOnBothPortsAndCountsAnew() {
        Meter meter = meter();
        Second.of(meter);
        meter.tell(new Command.ExchangeMeter("1SAG3100000099", 200));
        Second second = Second.of(meter);
        assertEquals("1SAG3100000099", idOnP1(second));
        assertTrue(second.samples().stream().allMatch(s -> s.meterId().equals("1SAG3100000099")));
        assertEquals(200, second.samples().get(0).sequence());
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void bothPortsTellTheSameNumber(String profile) {
        Second second = Second.of(meter(profile, 1));
        assertEquals(second.samples().get(0).meterId(), idOnP1(second));
    }

    private static String idOnP1(Second second) {
        return new String(HexFormat.of().parseHex(second.p1("0-0:96.1.1")), StandardCharsets.US_ASCII);
    }

    /** The telegram at the end of a second tells the means of the samples that were taken in it. */
    @ParameterizedTest
    @FieldSource("PROFILES")
    void voltageCurrentAndPowerOnP1AreThoseOfTheSamples(String profile) {
        Meter meter = meter(profile, 1);
        Second sampled = Second.of(meter);
        for (int n = 0; n < 10; n++) {
            Second told = Second.of(meter);
            List<S1Frame> samples = sampled.samples();
            double power = 0;
            for (int phase = 0; phase < (samples.get(0).polyphase() ? 3 : 1); phase++) {
                ToDoubleFunction<S1Frame> voltage = List.<ToDoubleFunction<S1Frame>>of(
                                S1Frame::u1, S1Frame::u2, S1Frame::u3)
                        .get(phase);
                ToDoubleFunction<S1Frame> current = List.<ToDoubleFunction<S1Frame>>of(
                                S1Frame::i1, S1Frame::i2, S1Frame::i3)
                        .get(phase);
                int tens = 20 * phase;
                agrees(told, "1-0:" + (32 + tens) + ".7.0", 0.1, rms(sampled, voltage) / 40);
                agrees(told, "1-0:" + (31 + tens) + ".7.0", 0.01, rms(sampled, current) / 1000);
                power += samples.stream()
                                .mapToDouble(s -> voltage.applyAsDouble(s) * current.applyAsDouble(s))
                                .average()
                                .orElseThrow()
                        / 40_000_000;
            }
            agrees(told, "1-0:1.7.0", 0.001, Math.max(power, 0));
            agrees(told, "1-0:2.7.0", 0.001, Math.max(-power, 0));
            sampled = told;
        }
    }

    private static void agrees(Second told, String code, double digit, double measured) {
        String value = told.p1(code);
        double unit = value.contains(".") ? digit : 1;
        assertEquals(measured, Double.parseDouble(value), unit / 2 + measured / 1000, code);
    }

    private static double rms(Second second, ToDoubleFunction<S1Frame> channel) {
        return Math.sqrt(second.samples().stream()
                .mapToDouble(channel)
                .map(x -> x * x)
                .average()
                .orElseThrow());
    }
}
