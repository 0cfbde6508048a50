package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One second goes over into the next without a jump, and what P1 shows are the means of what S1 carries. */
final class ContinuityTest {
    /** The values just before and just after the end of the first second differ by what their slopes explain. */
    private static void assertGoesOver(Waves first, Waves second, String where) {
        double step = 1e-7;
        double[] earlier = Houses.at(first, 1 - 2 * step);
        double[] before = Houses.at(first, 1 - step);
        double[] after = Houses.at(second, step);
        double[] later = Houses.at(second, 2 * step);
        for (int i = 0; i < Waves.CHANNELS; i++) {
            double slope = Math.max(Math.abs(before[i] - earlier[i]), Math.abs(later[i] - after[i]));
            // 1 mA and 25 mV are the last digits of S1; a surge is forgotten when less is left of it
            assertEquals(before[i], after[i], 3 * slope + 1e-3, where + ", channel " + i);
        }
    }

    private static void assertGoesOver(Household house, int seconds) {
        assertGoesOver(house, Houses.start(house), seconds);
    }

    private static void assertGoesOver(Household house, MeterState start, int seconds) {
        MeterState state = start;
        for (int second = 0; second < seconds; second++) {
            MeterState next = house.after(state);
            assertGoesOver(state.waves(), next.waves(), "after " + state.time());
            state = next;
        }
    }

    private static String blinking(Appliance kind, String at) {
        return "loads:\n  - { name: it, kind: " + kind + ", at: " + at + ", power: "
                + (kind.takes() ? "1.2 kW" : "-1.2 kW") + ", every: 7 s, during: 4 s }\n"
                + "  - { name: brief, kind: " + kind + ", at: " + at + ", power: "
                + (kind.takes() ? "700 W" : "-700 W") + ", every: 5 s, during: 1 s, switch-angle: 77 }\n";
    }

    @ParameterizedTest
    @EnumSource(Appliance.class)
    void everyKindIsSwitchedOnAndOffWithoutAJump(Appliance kind) {
        for (String at : List.of("L1", "all")) {
            Household house = Houses.steady("star", blinking(kind, at));
            assertGoesOver(house, 16);
        }
        Household delta = Houses.steady("delta", blinking(kind, "L1-L3"));
        assertGoesOver(delta, 16);
    }

    @Test
    void switchingGoesOnWhileTheFrequencyMoves() {
        Household house = Houses.steady("delta", blinking(Appliance.MOTOR, "L1-L3"));
        MeterState start = Houses.start(house);
        FrequencyRamp ramp = new FrequencyRamp(start.time().plusSeconds(2), 50, 47.3, Duration.ofSeconds(9));
        assertGoesOver(house, start.with(ramp), 20);
    }

    @Test
    void aMotorIsFeltForSecondsAndThenStands() {
        Household house = Houses.steady(
                "single-phase",
                "loads:\n  - { name: pump, kind: motor, at: L1, power: 800 W," + " every: 60 s, during: 30 s }\n");
        List<Double> currents = new ArrayList<>();
        MeterState state = Houses.start(house);
        while (currents.size() < 130) {
            state = house.after(state);
            currents.add(state.phases().get(0).current());
        }
        int on = 0;
        while (!(currents.get(on) < 1e-9 && currents.get(on + 1) > 0.1)) {
            on++;
        }
        double usual = currents.get(on + 20);
        // RMS over a second from time t on: i(x) = usual (1 + 4.5 exp(-x / 0.3)), squared and integrated by hand
        for (int second = 0; second < 5; second++) {
            double a = 4.5 * Math.exp(-second / 0.3);
            double mean = 1 + 2 * a * 0.3 * (1 - Math.exp(-1 / 0.3)) + a * a * 0.15 * (1 - Math.exp(-2 / 0.3));
            assertEquals(usual * Math.sqrt(mean), currents.get(on + 1 + second), usual * 0.05, "second " + second);
        }
        assertEquals(usual, currents.get(on + 6), 1e-5);
    }

    /** Simpson's rule over 20000 intervals, for the means over a second that the household takes in another way. */
    @ParameterizedTest
    @EnumSource(Appliance.class)
    void meansOfAnEventfulSecondAreThoseOfItsInstants(Appliance kind) {
        Household house = Houses.steady("delta", blinking(kind, "all"));
        MeterState state = Houses.start(house);
        for (int second = 0; second < 8; second++) {
            state = house.after(state);
            assertMeans(state.waves());
        }
    }

    static void assertMeans(Waves waves) {
        int intervals = 20_000;
        double[] sums = new double[9];
        double[] channels = new double[Waves.CHANNELS];
        for (int i = 0; i <= intervals; i++) {
            double weight = (i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2) / (3.0 * intervals);
            waves.at(i / (double) intervals, Spectrum.ORDERS, channels);
            for (int p = 0; p < waves.wiring().phases(); p++) {
                sums[3 * p] += weight * channels[2 * p] * channels[2 * p];
                sums[3 * p + 1] += weight * channels[2 * p + 1] * channels[2 * p + 1];
                sums[3 * p + 2] += weight * channels[2 * p] * channels[2 * p + 1];
            }
        }
        for (int p = 0; p < waves.wiring().phases(); p++) {
            PhaseState phase = waves.phases().get(p);
            double apparent = phase.voltage() * phase.current();
            assertEquals(Math.sqrt(sums[3 * p]), phase.voltage(), 1e-4 * phase.voltage() + 1e-9);
            assertEquals(Math.sqrt(sums[3 * p + 1]), phase.current(), 1e-4 * phase.current() + 2e-4);
            assertEquals(sums[3 * p + 2], phase.power(), 1e-4 * apparent + 1e-2);
        }
    }

    @Test
    void aSteadyHouseStandsStillAndItsRegistersCount() {
        Household house =
                Houses.steady("star", "loads:\n  - { name: heater, kind: resistive, at: L2, power: 1.8 kW }\n");
        MeterState first = Houses.start(house);
        MeterState state = first;
        for (int second = 0; second < 300; second++) {
            state = house.after(state);
            assertEquals(first.phases(), state.phases());
            assertEquals(new Cycle(0, 50, 50), state.waves().cycle());
        }
        assertEquals(1800, first.netPower(), 1e-9);
        assertEquals(1800L * 1000 * 300, state.registers().importDay());
        assertTrue(state.registers().exportDay() == 0);
    }

    /** Changes of the voltage that fall on, shortly before and shortly after the ends of seconds. */
    private static final String EVENTFUL =
            """
            supply:
              flicker: { depth: 3 %%, changes: 997 }
              unbalance: 1 %%
              events:
                - { time: "12:00:00.999", lasting: 1001 ms, to: 40 %%, at: [%s], phase-jump: 30 }
                - { time: "12:00:03", lasting: 12 ms, to: 0 %% }
                - { time: "12:00:03.990", lasting: 10 ms, to: 130 %%, phase-jump: -20 }
                - { time: "12:00:06.500", lasting: 2500 ms, to: 60 %%, at: [%s] }
                - { time: "12:00:07.200", lasting: 1800 ms, to: 90 %%, phase-jump: 170 }
            """;

    private static Household eventful(String wiring, String at) {
        String some = wiring.equals("delta") ? "L1-L2" : "L1";
        String others = wiring.equals("delta") ? "L3-L2" : "L2, L3";
        StringBuilder loads = new StringBuilder("loads:\n");
        for (Appliance kind : Appliance.values()) {
            loads.append("  - { name: ")
                    .append(kind)
                    .append(", kind: ")
                    .append(kind)
                    .append(", at: ")
                    .append(at);
            loads.append(", power: ").append(kind.takes() ? "900 W" : "-900 W").append(", every: 5 s, during: 3 s }\n");
        }
        return Houses.steady(wiring, EVENTFUL.formatted(some, others) + loads);
    }

    @Test
    void voltagesSagJumpAndFlickerWithoutAJumpBetweenSeconds() {
        assertGoesOver(eventful("star", "L1"), 14);
        assertGoesOver(eventful("star", "all"), 14);
        assertGoesOver(eventful("delta", "L1-L3"), 14);
        Household house = eventful("delta", "all");
        MeterState start = Houses.start(house);
        assertGoesOver(
                house, start.with(new FrequencyRamp(start.time().plusSeconds(1), 50, 51.7, Duration.ofSeconds(8))), 14);
    }

    @Test
    void withinASecondNoEdgeIsSteeperThanTheBandOfAMeter() {
        for (MeterState state : Houses.states(eventful("star", "L2"), 10)) {
            double[] before = Houses.at(state.waves(), 0);
            for (int i = 1; i < 200_000; i++) {
                double[] now = Houses.at(state.waves(), i / 200_000.0);
                for (int phase = 0; phase < 3; phase++) {
                    // 5 µs at 50 Hz: 0.5 V; a change by all of the crest in 0.8 ms: π/2 · 1.4 · 2 · 325 V / 160
                    assertEquals(before[2 * phase], now[2 * phase], 10, "at " + i);
                }
                before = now;
            }
        }
    }

    @Test
    void meansOfSecondsWithEventsAreThoseOfTheirInstants() {
        for (MeterState state : Houses.states(eventful("star", "all"), 10)) {
            assertMeans(state.waves());
        }
        for (MeterState state : Houses.states(eventful("delta", "all"), 10)) {
            assertMeans(state.waves());
        }
    }
}
