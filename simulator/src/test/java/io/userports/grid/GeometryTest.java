package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the instants of star and delta have in common with nothing else (brochure 5.2). */
final class GeometryTest {
    private static final String PURE = "supply: { harmonics: [] }\n";

    private static final String BUSY =
            """
              flicker: { depth: 2 %, changes: 600 }
              events:
                - { time: "12:00:00.400", lasting: 2300 ms, to: 30 %, phase-jump: 25 }
                - { time: "12:00:04.100", lasting: 300 ms, to: 0 % }
            """;

    /** The means of the products of all pairs of channels over a steady second. */
    private static double[][] products(Waves waves) {
        double[][] means = new double[Waves.CHANNELS][Waves.CHANNELS];
        int points = 5200;
        for (int n = 0; n < points; n++) {
            double[] channels = Houses.at(waves, n / (double) points);
            for (int a = 0; a < Waves.CHANNELS; a++) {
                for (int b = 0; b < Waves.CHANNELS; b++) {
                    means[a][b] += channels[a] * channels[b] / points;
                }
            }
        }
        return means;
    }

    private static double correlation(double[][] products, int a, int b) {
        return products[a][b] / Math.sqrt(products[a][a] * products[b][b]);
    }

    @Test
    void inDeltaTheThirdVoltageLeadsTheFirstBySixtyDegrees() {
        Waves waves = Houses.start(Houses.steady("delta", PURE)).waves();
        double[][] means = products(waves);
        assertEquals(0.5, correlation(means, 0, 4), 1e-9);
        // u13 = u1 - u3 is as large as both
        assertEquals(230 * 230, means[0][0] + means[4][4] - 2 * means[0][4], 1e-6);
        // a sixth of a turn later the first is where the third was
        for (int n = 0; n < 50; n++) {
            double seconds = 0.1 + n * 0.0007;
            assertEquals(Houses.at(waves, seconds)[4], Houses.at(waves, seconds + 0.02 / 6)[0], 1e-9);
        }
    }

    @Test
    void inStarTheyAreAThirdOfATurnApart() {
        double[][] means = products(Houses.start(Houses.steady("star", PURE)).waves());
        assertEquals(-0.5, correlation(means, 0, 2), 1e-9);
        assertEquals(-0.5, correlation(means, 0, 4), 1e-9);
        assertEquals(-0.5, correlation(means, 2, 4), 1e-9);
    }

    @Test
    void inDeltaTheSecondVoltageIsExactlyNothingAndTheCurrentsAddUpToNothingWhateverHappens() {
        Household house = Houses.restless(
                "delta",
                "supply:\n  unbalance: 2 %\n" + BUSY
                        + """
                        loads:
                          - { name: a, kind: electronics, at: L1-L2, power: 700 W, every: 3 s, during: 2 s }
                          - { name: b, kind: motor, at: L1-L3, power: 900 W, every: 4 s, during: 2 s }
                          - { name: c, kind: microwave, at: L3-L2, power: 1 kW, every: 5 s, during: 2 s }
                          - { name: d, kind: half-wave, at: all, power: 400 W }
                        """);
        for (MeterState state : Houses.states(house, 8)) {
            for (int n = 0; n < 5200; n++) {
                double[] channels = Houses.at(state.waves(), n / 5200.0);
                assertEquals(0.0, channels[2]);
                assertEquals(0.0, channels[6]);
                assertEquals(0, channels[1] + channels[3] + channels[5], 1e-9);
            }
            assertEquals(0.0, state.phases().get(1).voltage());
            assertEquals(0.0, state.phases().get(1).power());
        }
    }

    @Test
    void inStarTheNeutralCarriesWhatThePhasesDoNotBalance() {
        Household house = Houses.restless(
                "star",
                "supply:\n" + BUSY
                        + "loads: [{ name: a, kind: microwave, at: L2, power: 1 kW, every: 3 s, during: 1 s },"
                        + " { name: b, kind: pfc, at: all, power: 3 kW }]\n");
        for (MeterState state : Houses.states(house, 5)) {
            for (int n = 0; n < 5200; n++) {
                double[] c = Houses.at(state.waves(), n / 5200.0);
                assertEquals(0, c[1] + c[3] + c[5] + c[6], 1e-9);
            }
        }
        double[] single = Houses.at(
                Houses.start(Houses.steady("single-phase", "loads: [{ name: a, kind: motor, power: 1 kW }]\n"))
                        .waves(),
                0.0031);
        assertEquals(-single[1], single[6]);
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0), List.of(single[2], single[3], single[4], single[5]));
    }

    @Test
    void balancedHeatersLeaveTheNeutralWithoutCurrent() {
        Waves waves = Houses.start(Houses.steady("star", PURE + "loads: [{ name: a, kind: resistive, power: 6 kW }]\n"))
                .waves();
        assertTrue(products(waves)[6][6] < 1e-18);
    }

    @Test
    void harmonicsOfTheThirdOrderAndItsOddMultiplesAddUpInTheNeutral() {
        Waves waves = Houses.start(
                        Houses.steady("star", PURE + "loads: [{ name: a, kind: electronics, power: 1.5 kW }]\n"))
                .waves();
        Spectrum phase = Appliance.ELECTRONICS.current(Spectrum.sine(230, 0), 500);
        double thirds = 0;
        for (int h = 3; h <= Spectrum.ORDERS; h += 6) {
            thirds += Math.pow(3 * phase.at(h).abs(), 2);
        }
        double neutral = Math.sqrt(products(waves)[6][6]);
        assertEquals(Math.sqrt(thirds), neutral, 1e-9);
        // Pulses of 60° do not overlap in the neutral: √3 times the RMS of a phase, but for what lies above order 25.
        assertEquals(Math.sqrt(3), neutral / phase.rms(), 0.002);
    }

    @Test
    void oneLoadBetweenL1AndL3IsSharedByTheTwoWattmeters() {
        MeterState state = Houses.start(
                Houses.steady("delta", PURE + "loads: [{ name: a, kind: resistive, at: L1-L3, power: 2.3 kW }]\n"));
        assertEquals(1150, state.phases().get(0).power(), 1e-9);
        assertEquals(1150, state.phases().get(2).power(), 1e-9);
        assertEquals(2300, state.netPower(), 1e-9);
    }

    /** In a delta without noise L1 gives 300 W or so, because the pump between L1 and L3 lags by 48° behind u13. */
    @Test
    void theSteadyHousesShowADifferentFigureOnEachPhase() {
        List<PhaseState> delta = steady("steady-delta");
        assertTrue(delta.get(0).power() < -200, delta.toString());
        assertTrue(delta.get(2).power() > 3000, delta.toString());
        for (String name : List.of("steady-star", "steady-delta")) {
            List<PhaseState> phases = steady(name);
            for (int a = 0; a < 3; a++) {
                assertTrue(phases.get(a).current() > 2, phases.toString());
                for (int b = 0; b < a; b++) {
                    assertTrue(Math.abs(phases.get(a).current() - phases.get(b).current()) > 1, phases.toString());
                }
            }
        }
    }

    private static List<PhaseState> steady(String name) {
        return Houses.start(Household.of(Profile.of(name), 9)).phases();
    }

    /** The first instant with a current, and the angle that the voltage between L1 and L3 has there. */
    @ParameterizedTest
    @ValueSource(ints = {0, 45, 90, 217, 359})
    void aLoadIsSwitchedOnAtTheAngleOfItsOwnVoltage(int angle) {
        Household house = Houses.steady(
                "delta",
                "supply: { harmonics: [], frequency: 49.7 Hz }\nloads: [{ name: it, kind: pfc, at: L1-L3, power: 2 kW,"
                        + " every: 4 s, during: 2 s, switch-angle: " + angle + " }]\n");
        Waves on = Houses.states(house, 5).stream()
                .map(MeterState::waves)
                .filter(w -> Houses.at(w, 0)[1] == 0 && Houses.at(w, 0.9)[1] != 0)
                .findFirst()
                .orElseThrow();
        double seconds = 0;
        while (Houses.at(on, seconds)[1] == 0) {
            seconds += 1e-6;
        }
        double[] now = Houses.at(on, seconds);
        double[] quarter = Houses.at(on, seconds + 1 / (4 * 49.7));
        double found = Math.toDegrees(Math.atan2(now[0] - now[4], quarter[0] - quarter[4]));
        assertEquals(0, Math.IEEEremainder(found - angle, 360), 0.1);
        assertTrue(seconds < 1 / 49.7 + 1e-5, "within a turn, not after " + seconds);
    }
}
