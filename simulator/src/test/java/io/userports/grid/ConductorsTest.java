package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Star and delta against figures worked by hand (two-wattmeter method). */
final class ConductorsTest {
    private static final Spectrum U12 = Spectrum.sine(230, 0);
    private static final Spectrum U32 = Spectrum.sine(230, Math.toRadians(60));

    private static final Conductors DELTA = new Conductors(Wiring.DELTA, List.of(U12, Spectrum.ZERO, U32));

    private static List<PhaseState> delta(Tap tap, Appliance appliance, double watts) {
        return phases(DELTA, load(DELTA, appliance, tap, watts));
    }

    private static Stretch load(Conductors conductors, Appliance appliance, Tap tap, double watts) {
        return Stretch.throughout(
                conductors.still(), conductors.currents(tap, t -> appliance.current(appliance, t, watts)));
    }

    private static List<PhaseState> phases(Conductors conductors, Stretch... loads) {
        List<Stretch> stretches = new ArrayList<>(List.of(loads));
        stretches.add(Stretch.throughout(conductors.voltages(), conductors.still()));
        return Waves.of(conductors.wiring(), Cycle.steady(50), stretches).phases();
    }

    @Test
    void aHeaterBetweenL1AndL3ShowsHalfItsPowerOnEach() {
        List<PhaseState> phases = delta(Tap.L1_L3, Appliance.RESISTIVE, 2300);
        assertEquals(1150, phases.get(0).power(), 1e-9);
        assertEquals(0, phases.get(1).power());
        assertEquals(1150, phases.get(2).power(), 1e-9);
        assertEquals(0, phases.get(1).current());
    }

    @Test
    void aHeaterBetweenL1AndL2HasItsCurrentInBothAndItsPowerInL1() {
        List<PhaseState> phases = delta(Tap.L1_L2, Appliance.RESISTIVE, 2300);
        assertEquals(2300, phases.get(0).power(), 1e-9);
        assertEquals(10, phases.get(0).current(), 1e-9);
        assertEquals(10, phases.get(1).current(), 1e-9);
        assertEquals(0, phases.get(2).current());
    }

    @Test
    void aBalancedHeaterDrawsRootThreeTimesTheLineToLineCurrent() {
        // 6.9 kW: 10 A in each of three elements, √3 · 10 A in each line, 0.866 · U · I at each wattmeter
        List<PhaseState> phases = delta(Tap.ALL, Appliance.RESISTIVE, 6900);
        for (PhaseState phase : phases) {
            assertEquals(17.3205, phase.current(), 1e-4);
        }
        assertEquals(3450, phases.get(0).power(), 1e-6);
        assertEquals(3450, phases.get(2).power(), 1e-6);
    }

    @Test
    void aLaggingLoadBetweenL1AndL3MakesL1Negative() {
        // 10 A lagging u13 by 45°: u13 is 230 V at -60°, so P1 = 2300 cos 105° and P3 = 2300 cos 15°
        Spectrum i13 = Spectrum.sine(10, Math.toRadians(-105));
        assertEquals(-595.3, U12.power(i13), 0.1);
        assertEquals(2221.6, U32.power(Spectrum.ZERO.minus(i13)), 0.1);
    }

    @Test
    void theThreeCurrentsOfADeltaAlwaysAddUpToNothing() {
        Stretch[] loads = {
            load(DELTA, Appliance.ELECTRONICS, Tap.L1_L3, 400),
            load(DELTA, Appliance.MOTOR, Tap.L3_L2, 900),
            load(DELTA, Appliance.INVERTER, Tap.L1_L2, -1500)
        };
        Spectrum sum = Spectrum.ZERO;
        for (Stretch load : loads) {
            for (Spectrum current : load.currents()) {
                sum = sum.plus(current);
            }
        }
        assertTrue(sum.rms() < 1e-9, "residue " + sum.rms());
        List<PhaseState> phases = phases(DELTA, loads);
        assertEquals(-200, phases.get(0).power() + phases.get(2).power(), 1e-9);
    }

    @Test
    void aStarSplitsALoadOfAllPhasesInThree() {
        Conductors star = new Conductors(
                Wiring.STAR,
                List.of(
                        Spectrum.sine(230, 0),
                        Spectrum.sine(230, Math.toRadians(-120)),
                        Spectrum.sine(230, Math.toRadians(120))));
        for (PhaseState phase : phases(star, load(star, Appliance.RESISTIVE, Tap.ALL, 6900))) {
            assertEquals(2300, phase.power(), 1e-9);
            assertEquals(10, phase.current(), 1e-9);
        }
    }
}
