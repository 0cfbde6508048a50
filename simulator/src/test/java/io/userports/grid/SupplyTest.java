package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.complex.ComplexUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the network does to the voltages, and what loads do about it. */
final class SupplyTest {
    private static final double CREST = 230 * Math.sqrt(2);

    private static String supply(String keys) {
        return "supply: { " + keys + " }\n";
    }

    private static String events(String... events) {
        return supply("harmonics: [], events: [ { " + String.join(" }, { ", events) + " } ]");
    }

    private static String complaint(String wiring, String more) {
        return assertThrows(InputException.class, () -> Houses.profile(wiring, more))
                .getMessage();
    }

    private static Complex phasor(Household house, int phase) {
        Complex sum = Complex.ZERO;
        for (int n = 0; n < 52; n++) {
            double u = Houses.at(Houses.start(house).waves(), n / 2600.0)[2 * phase];
            sum = sum.add(ComplexUtils.polar2Complex(1, -2 * Math.PI * n / 52).multiply(u * Math.sqrt(2) / 52));
        }
        return sum;
    }

    @Test
    void unbalanceIsTheNegativeSequenceInPartsOfThePositive() {
        Complex a = ComplexUtils.polar2Complex(1, 2 * Math.PI / 3);
        Household star = Houses.steady("star", supply("harmonics: [], unbalance: 1.6 %"));
        Complex u1 = phasor(star, 0);
        Complex u2 = phasor(star, 1);
        Complex u3 = phasor(star, 2);
        Complex positive =
                u1.add(a.multiply(u2)).add(a.multiply(a).multiply(u3)).divide(3);
        Complex negative =
                u1.add(a.multiply(a).multiply(u2)).add(a.multiply(u3)).divide(3);
        assertEquals(230, positive.abs(), 1e-9);
        assertEquals(0.016, negative.abs() / positive.abs(), 1e-9);
        assertEquals(0, u1.add(u2).add(u3).abs(), 1e-9);

        // Delta: u12 = u1, u23 = -u3, u31 = u3 - u1
        Household delta = Houses.steady("delta", supply("harmonics: [], unbalance: 1.6 %"));
        Complex u12 = phasor(delta, 0);
        Complex u23 = phasor(delta, 2).negate();
        Complex u31 = phasor(delta, 2).subtract(u12);
        Complex forward =
                u12.add(a.multiply(u23)).add(a.multiply(a).multiply(u31)).divide(3);
        Complex backward =
                u12.add(a.multiply(a).multiply(u23)).add(a.multiply(u31)).divide(3);
        assertEquals(230, forward.abs(), 1e-9);
        assertEquals(0.016, backward.abs() / forward.abs(), 1e-9);
    }

    @Test
    void theVoltageHasTheHarmonicsThatItsProfileNames() {
        Waves waves = Houses.start(Houses.steady(
                        "star",
                        supply("harmonics: [{ order: 5, share: 6 %, angle: 30 }, { order: 25, share: 1.5 % }]")))
                .waves();
        for (int n = 0; n < 40; n++) {
            double angle = 2 * Math.PI * n / 40;
            double expected =
                    CREST * (Math.sin(angle) + 0.06 * Math.sin(5 * angle + Math.PI / 6) + 0.015 * Math.sin(25 * angle));
            assertEquals(expected, Houses.at(waves, 0.3 + 0.02 * n / 40)[0], 1e-6);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "harmonics: [{ order: 3, share: 5.1 % }] | harmonics[0].share: '5.1 %' is not 0 to 5.0 %, what EN 50160"
                        + " allows for order 3",
                "harmonics: [{ order: 21, share: 0.6 % }] | harmonics[0].share: '0.6 %' is not 0 to 0.5 %, what EN 50160"
                        + " allows for order 21",
                "harmonics: [{ order: 6, share: 0.6 % }] | harmonics[0].share: '0.6 %' is not 0 to 0.5 %, what EN 50160"
                        + " allows for order 6",
                "harmonics: [{ order: 26, share: 1 % }] | harmonics[0].order: '26' is not 2 to 25, the highest that 52"
                        + " samples a period can carry",
                "harmonics: [{ order: 5, share: 1 V }] | harmonics[0].share: '1 V' is not a share; allowed units: %",
                "harmonics: [{ order: 5, share: 1 %, angle: 360 }] | harmonics[0].angle: '360' is not 0 to 359 degrees",
                "harmonics: [{ order: 5, share: 1 % }, { order: 5, share: 1 % }] | harmonics[1].order: '5' stands there"
                        + " already; once an order",
                "harmonics: [{ order: 3, share: 5 % }, { order: 5, share: 6 % }, { order: 7, share: 5 % }] | harmonics:"
                        + " distort the voltage by 9.3 %; EN 50160 allows 8 %",
                "frequency: 46.9 Hz | frequency: '46.9 Hz' is not 47 to 52 Hz",
                "frequency: 51 Hz, wander: 1.5 Hz | wander: '1.5 Hz' around 51 Hz leaves 47 to 52 Hz; lower it or set it"
                        + " to 0 Hz",
                "unbalance: 3 % | unbalance: '3 %' is not 0 to 2 %, what EN 50160 allows",
                "flicker: { depth: 11 %, changes: 5 } | flicker.depth: '11 %' is not 0 to 10 %; more is a sag under events",
                "flicker: { depth: 1 %, changes: 2000 } | flicker.changes: '2000' is not 1 to 1620 a minute",
                "events: [{ time: 12, lasting: 1 s }] | events[0].time: '12' is no time of day in milliseconds; write it"
                        + " like 12:00:03.250",
                "events: [{ time: \"12:00\", lasting: 9 ms }] | events[0].lasting: '9 ms' is not 10 ms to 1 min",
                "events: [{ time: \"12:00\", lasting: 1 s, to: 141 % }] | events[0].to: '141 %' is not 0 to 140 %",
                "events: [{ time: \"12:00\", lasting: 1 s, phase-jump: 181 }] | events[0].phase-jump: '181' is not -180"
                        + " to 180 degrees",
                "events: [{ time: \"12:00\", lasting: 2 s, every: 2 s }] | events[0].every: '2 s' is not 1 s to 24 h and"
                        + " longer than 2 s, which it lasts",
                "events: [{ time: \"12:00\", lasting: 1 s, at: [L1-L2] }] | events[0].at: 'L1-L2' is no voltage that"
                        + " changes on its own in star wiring; allowed: L1, L2, L3",
                "events: [{ time: \"12:00\", lasting: 1 s, at: [all] }] | events[0].at: 'all' is no voltage that changes"
                        + " on its own in star wiring; allowed: L1, L2, L3",
            })
    void aNetworkThatCannotBeIsRefusedWithWhatIsAllowed(String keys, String complaint) {
        assertEquals("test:7: supply." + complaint, complaint("star", supply(keys)));
    }

    @Test
    void aSinglePhaseHasNoUnbalanceAndADeltaTwoVoltagesOfItsOwn() {
        assertEquals(
                "test:7: supply.unbalance: '1 %' of a single phase; allowed there: 0 %",
                complaint("single-phase", supply("unbalance: 1 %")));
        assertEquals(
                "test:7: supply.events[0].at: 'L1-L3' is no voltage that changes on its own in delta wiring; allowed:"
                        + " L1-L2, L3-L2",
                complaint("delta", events("time: \"12:00\", lasting: 1 s, at: [L1-L3]")));
    }

    @Test
    void theFrequencyStandsWhereItIsSetAndWandersAsFarAsItMay() {
        assertEquals(
                new Cycle(0, 48.75, 48.75),
                Houses.start(Houses.steady("star", supply("frequency: 48.75 Hz")))
                        .waves()
                        .cycle());
        double least = 60;
        double most = 40;
        for (MeterState state :
                Houses.states(Houses.restless("star", supply("frequency: 50.5 Hz, wander: 1.5 Hz")), 3000)) {
            least = Math.min(least, state.waves().cycle().to());
            most = Math.max(most, state.waves().cycle().to());
        }
        assertTrue(least >= 49 && least < 49.5, "least " + least);
        assertTrue(most <= 52 && most > 51.5, "most " + most);
    }

    /** RMS over the second in which the voltage stands at 40 % for 600 ms: √(0.4 + 0.6 · 0.16) of 230 V. */
    @Test
    void aSagLastsAsLongAndGoesAsDeepAsItsProfileSays() {
        Household house = Houses.steady("star", events("time: \"12:00:01.200\", lasting: 600 ms, to: 40 %, at: [L2]"));
        List<MeterState> states = Houses.states(house, 3);
        double expected = 230 * Math.sqrt(0.4 + 0.6 * 0.16);
        assertEquals(List.of(230L, 230L, 230L, 230L), volts(states, 0));
        assertEquals(expected, states.get(2).phases().get(1).voltage(), 0.1);
        assertEquals(List.of(230L, 230L, Math.round(expected), 230L), volts(states, 1));
        assertEquals(0.4 * CREST, highest(states.get(2), 2, 0.21, 0.79), 1e-3);
        assertEquals(CREST, highest(states.get(2), 2, 0.81, 0.99), 1e-3);
        assertEquals(CREST, highest(states.get(2), 2, 0.01, 0.19), 1e-3);
    }

    @Test
    void anEventComesAgainUntilTheEndOfItsDay() {
        Household house = Houses.steady("star", events("time: \"12:00:02\", lasting: 1 s, to: 50 %, every: 4 s"));
        assertEquals(List.of(230L, 230L, 230L, 115L, 230L, 230L, 230L, 115L, 230L), volts(Houses.states(house, 8), 0));
        List<VoltageEvent.Occurrence> overnight = new VoltageEvent(
                        "23:59:59.500", Amount.parse("1 s"), null, null, null, null)
                .between(1_768_518_000_000L, 1_768_518_000_100L);
        // 2026-01-16 begins in Brussels at 23:00 UTC, in the middle of it
        assertEquals(1, overnight.size());
        assertEquals(1_768_517_999_500L, overnight.get(0).begin());
    }

    @Test
    void aPhaseJumpTurnsTheVoltageForAWhile() {
        Household house =
                Houses.steady("single-phase", events("time: \"12:00:01.200\", lasting: 300 ms, phase-jump: 30"));
        Waves waves = Houses.states(house, 2).get(2).waves();
        for (int n = 0; n < 20; n++) {
            double angle = 2 * Math.PI * n / 20;
            double later = 0.02 * n / 20;
            assertEquals(CREST * Math.sin(angle), Houses.at(waves, 0.1 + later)[0], 1e-6);
            assertEquals(CREST * Math.sin(angle + Math.PI / 6), Houses.at(waves, 0.3 + later)[0], 1e-6);
            assertEquals(CREST * Math.sin(angle), Houses.at(waves, 0.6 + later)[0], 1e-6);
        }
    }

    @Test
    void flickerGoesUpAndDownSoOftenAMinute() {
        Household house = Houses.steady("single-phase", supply("harmonics: [], flicker: { depth: 4 %, changes: 150 }"));
        // A change each 400 ms; the levels are 1.02 and 0.98
        List<Double> crests = new ArrayList<>();
        for (MeterState state : Houses.states(house, 4).subList(1, 5)) {
            for (int n = 0; n < 5; n++) {
                crests.add(Math.round(1000 * highest(state, 0, 0.2 * n + 0.01, 0.2 * n + 0.19) / CREST) / 1000.0);
            }
        }
        assertEquals(
                List.of(
                        1.02, 1.02, 0.98, 0.98, 1.02, 1.02, 0.98, 0.98, 1.02, 1.02, 0.98, 0.98, 1.02, 1.02, 0.98, 0.98,
                        1.02, 1.02, 0.98, 0.98),
                crests);
    }

    @ParameterizedTest
    @CsvSource({
        // kind, to, times its usual current
        "resistive, 60, 0.60",
        "dimmer, 60, 0.60",
        "resistive, 120, 1.20",
        "electronics, 80, 1.25",
        "pfc, 125, 0.80",
        "charger, 40, 1.50",
        "resistive, 4, 0.00",
        "pfc, 4, 0.00",
        "inverter, 85, 1.1765",
        "inverter, 70, 0.00",
        "inverter, 120, 0.00"
    })
    void loadsReactToTheirVoltage(String kind, int to, double times) {
        Household house = Houses.steady(
                "star",
                events("time: \"12:00:05.000\", lasting: 10 s, to: " + to + " %") + "loads: [{ name: it, kind: " + kind
                        + ", power: 3 kW }]\n");
        List<MeterState> states = Houses.states(house, 10);
        double usual = states.get(4).phases().get(2).current();
        assertEquals(times, states.get(10).phases().get(2).current() / usual, 1e-4);
    }

    @Test
    void anInverterKeepsAwayForAMinute() {
        Household house = Houses.steady(
                "star",
                events("time: \"12:00:05.500\", lasting: 200 ms, to: 50 %, at: [L1]")
                        + "loads: [{ name: it, kind: pv, power: -3 kW }]\n");
        List<MeterState> states = Houses.states(house, 70);
        assertEquals(-3000, states.get(5).netPower(), 1e-6);
        assertEquals(-2000, states.get(8).netPower(), 1e-6);
        assertEquals(0, states.get(65).phases().get(0).current());
        // back at 12:01:05.700, so that for 0.3 s of that second
        assertEquals(-2000 - 300, states.get(66).netPower(), 5);
        assertEquals(-3000, states.get(67).netPower(), 1e-6);
    }

    @Test
    void aNetworkThatFailsLeavesNothing() {
        Household house = Houses.restless(
                "star",
                events("time: \"12:00:03\", lasting: 3 s, to: 0 %")
                        + "loads: [{ name: it, kind: pfc, power: 3 kW }]\n");
        List<MeterState> states = Houses.states(house, 8);
        for (PhaseState phase : states.get(5).phases()) {
            assertEquals(new PhaseState(0, 0, 0), phase);
        }
        assertTrue(states.get(8).netPower() >= 2900);
    }

    @ParameterizedTest
    @EnumSource(Appliance.class)
    void nothingThatIsSwitchedOnWithoutVoltageDrawsAnything(Appliance kind) {
        String power = kind.takes() ? "3 kW" : "-3 kW";
        Household house = Houses.steady(
                "star",
                events("time: \"12:00:01\", lasting: 9 s, to: 0 %") + "loads: [{ name: it, kind: " + kind + ", power: "
                        + power + ", every: 4 s, during: 2 s }]\n");
        for (MeterState state : Houses.states(house, 10).subList(3, 11)) {
            for (PhaseState phase : state.phases()) {
                assertEquals(new PhaseState(0, 0, 0), phase, "at " + state.time());
            }
        }
    }

    @Test
    void everySecondIsStillToldByItsPower() {
        Household house = Houses.restless(
                "delta",
                """
                supply:
                  wander: 500 mHz
                  flicker: { depth: 3 %, changes: 333 }
                  events:
                    - { time: "12:00:01.300", lasting: 700 ms, to: 20 %, at: [L1-L2], every: 3 s }
                    - { time: "12:00:20", lasting: 5 s, to: 0 %, at: [L1-L2] }
                    - { time: "12:00:30.200", lasting: 780 ms, to: 1 % }
                    - { time: "12:00:40", lasting: 20 s, to: 10 %, phase-jump: 30 }
                loads:
                  - { name: a, kind: motor, at: L1-L3, power: 900 W, every: 7 s, during: 3 s }
                  - { name: b, kind: microwave, at: L1-L2, power: 900 W, every: 5 s, during: 2 s }
                  - { name: c, kind: charger, at: all, power: 4 kW, every: 31 s, during: 12 s }
                solar: { peak: 5 kW, at: all }
                """);
        Set<Long> residues = new HashSet<>();
        for (MeterState state : Houses.states(house, Household.TRACER_SPAN - 1)) {
            assertEquals(Math.rint(state.netPower()), state.netPower(), 1e-6, "at " + state.time());
            residues.add(Math.floorMod(Math.round(state.netPower()), (long) Household.TRACER_SPAN));
        }
        assertEquals(Household.TRACER_SPAN, residues.size());
    }

    private static List<Long> volts(List<MeterState> states, int phase) {
        return states.stream()
                .map(s -> Math.round(s.phases().get(phase).voltage()))
                .toList();
    }

    private static double highest(MeterState state, int channel, double from, double to) {
        double highest = 0;
        for (double seconds = from; seconds < to; seconds += 1e-5) {
            highest = Math.max(highest, Houses.at(state.waves(), seconds)[channel]);
        }
        return highest;
    }
}
