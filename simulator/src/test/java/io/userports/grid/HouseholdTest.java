package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class HouseholdTest {
    @SuppressWarnings("unused")
    private static final List<String> PROFILES = Profile.BUILT_IN;

    @SuppressWarnings("unused")
    private static final List<String> RESTLESS =
            Profile.BUILT_IN.stream().filter(name -> !Profile.of(name).steady()).toList();

    private static Household home(String profile) {
        return Household.of(Profile.of(profile), 7);
    }

    private static List<MeterState> run(Household home, String start, int seconds) {
        return Stream.iterate(home.at(Instant.parse(start)), home::after)
                .limit(seconds)
                .toList();
    }

    @ParameterizedTest
    @FieldSource("RESTLESS")
    void noTwoNetPowersWithinTheTracerSpanAreEqual(String profile) {
        List<Long> watts = run(home(profile), "2026-06-15T09:58:00Z", 600).stream()
                .map(HouseholdTest::wholeWatts)
                .toList();
        for (int i = 0; i + Household.TRACER_SPAN <= watts.size(); i++) {
            Set<Long> span = new HashSet<>(watts.subList(i, i + Household.TRACER_SPAN));
            assertEquals(Household.TRACER_SPAN, span.size(), "from second " + i);
        }
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void registersHoldTheIntegralOfTheNetPower(String profile) {
        List<MeterState> states = run(home(profile), "2026-06-15T11:00:00Z", 900);
        double imported = 0;
        double exported = 0;
        for (MeterState state : states.subList(1, states.size())) {
            imported += Math.max(state.netPower(), 0);
            exported += Math.max(-state.netPower(), 0);
        }
        Registers first = states.get(0).registers();
        Registers last = states.get(states.size() - 1).registers();
        assertEquals(imported * 1000, imports(last) - imports(first), 900);
        assertEquals(exported * 1000, exports(last) - exports(first), 900);
    }

    @Test
    void theSameSeedGivesTheSameStatesAndAnotherSeedOthers() {
        Profile profile = Profile.of("three-phase");
        Instant start = profile.startInstant();
        MeterState a = Household.of(profile, 5).after(Household.of(profile, 5).at(start));
        MeterState b = Household.of(profile, 5).after(Household.of(profile, 5).at(start));
        MeterState c = Household.of(profile, 6).after(Household.of(profile, 6).at(start));
        assertEquals(a, b);
        assertNotEquals(a, c);
    }

    @Test
    void averageDemandClimbsWithinTheQuarterToItsAverageAndStartsAgain() {
        List<MeterState> states = run(home("three-phase"), "2026-01-15T11:00:00Z", 901);
        int before = 0;
        long energy = 0;
        for (MeterState state : states.subList(1, 900)) {
            energy += Math.round(state.netPower() * 1000);
            assertTrue(state.demand().averageWatts() >= before);
            before = state.demand().averageWatts();
        }
        assertEquals(energy / 900_000, before);
        assertEquals(0, states.get(900).demand().averageWatts());
    }

    @Test
    void aMonthEndsWithItsPeakInTheHistoryAndTheOldestForgotten() {
        // the first of February begins at 23:00 UTC
        List<MeterState> states = run(home("three-phase"), "2026-01-31T22:59:58Z", 3);
        Demand before = states.get(1).demand();
        Demand after = states.get(2).demand();
        List<Demand.Month> expected = new ArrayList<>(before.history().subList(1, 13));
        expected.add(new Demand.Month(Instant.parse("2026-01-31T23:00:00Z"), before.monthPeak()));
        assertEquals(expected, after.history());
        assertEquals(Optional.empty(), after.monthPeak());
    }

    @Test
    void aHigherQuarterBecomesTheMonthPeakWithTheTimeAtWhichItEnded() {
        Demand demand = new Demand(
                5_000L * 900_000 - 1,
                Optional.of(new Demand.Peak(Instant.parse("2026-01-03T09:15:00Z"), 3000)),
                List.of());
        Instant end = Instant.parse("2026-01-15T11:15:00Z");
        assertEquals(new Demand(0, Optional.of(new Demand.Peak(end, 5000)), List.of()), demand.after(1, end));
    }

    @Test
    void theTariffFollowsTheCivilClock() {
        List<MeterState> winter = run(home("three-phase"), "2026-01-15T05:59:59Z", 2);
        assertEquals(
                List.of(Tariff.NIGHT, Tariff.DAY),
                winter.stream().map(MeterState::tariff).toList());
        List<MeterState> summer = run(home("three-phase"), "2026-06-15T04:59:59Z", 2);
        assertEquals(
                List.of(Tariff.NIGHT, Tariff.DAY),
                summer.stream().map(MeterState::tariff).toList());
        assertEquals(
                Tariff.NIGHT,
                run(home("three-phase"), "2026-06-13T10:00:00Z", 1).get(0).tariff());
    }

    @Test
    void aRegisterRollsOverAtAMillionKilowattHours() {
        Registers full = new Registers(1_000_000_000L * Registers.WATT_HOUR - 500, 0, 0, 0);
        assertEquals(new Registers(500, 0, 0, 0), full.after(1000, Tariff.DAY));
    }

    @Test
    void theProsumerExportsAtNoon() {
        assertTrue(run(home("prosumer"), "2026-06-15T11:00:00Z", 1).get(0).netPower() < -1000);
    }

    @Test
    void aDisconnectedBreakerEndsAllCurrents() {
        Household home = home("delta");
        MeterState state = home.at(Instant.parse("2026-06-15T11:00:00Z"));
        MeterState off = home.after(state.with(state.switches().withBreaker(SwitchState.DISCONNECTED)));
        assertEquals(0, off.netPower());
        assertEquals(0, off.phases().get(1).current());
        assertEquals(230, off.phases().get(0).voltage(), 5);
    }

    @Test
    void gasIsHeardEveryFiveMinutesAndFlowsMeanwhile() {
        List<MeterState> states = run(home("three-phase"), "2026-01-15T11:00:00Z", 700);
        List<SubMeter.Capture> captures = states.stream()
                .map(s -> s.subMeters().get(0).capture().orElseThrow())
                .distinct()
                .toList();
        assertEquals(
                List.of("2026-01-15T10:55:21Z", "2026-01-15T11:00:21Z", "2026-01-15T11:05:21Z", "2026-01-15T11:10:21Z"),
                captures.stream().map(c -> c.time().toString()).toList());
        // 1.1 m3/h for five minutes is 92 litres
        assertEquals(92, captures.get(2).thousandths() - captures.get(1).thousandths(), 1);
    }

    private static long wholeWatts(MeterState state) {
        assertEquals(Math.rint(state.netPower()), state.netPower(), 1e-6, "net power at " + state.time());
        return Math.round(state.netPower());
    }

    private static long imports(Registers r) {
        return r.importDay() + r.importNight();
    }

    private static long exports(Registers r) {
        return r.exportDay() + r.exportNight();
    }
}
