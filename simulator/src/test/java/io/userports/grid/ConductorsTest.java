package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Star and delta against figures worked by hand (two-wattmeter method). */
final class ConductorsTest {
    private static final Spectrum U12 = Spectrum.sine(230, 0);
    private static final Spectrum U32 = Spectrum.sine(230, Math.toRadians(60));

    private static PhaseState[] delta(Tap tap, Appliance appliance, double watts) {
        Conductors conductors = new Conductors(Wiring.DELTA, new Spectrum[] {U12, Spectrum.ZERO, U32});
        conductors.add(appliance, tap, watts);
        return conductors.phases();
    }

    @Test
    void aHeaterBetweenL1AndL3ShowsHalfItsPowerOnEach() {
        PhaseState[] phases = delta(Tap.L1_L3, Appliance.RESISTIVE, 2300);
        assertEquals(1150, phases[0].power(), 1e-9);
        assertEquals(0, phases[1].power());
        assertEquals(1150, phases[2].power(), 1e-9);
        assertEquals(0, phases[1].current().rms());
    }

    @Test
    void aHeaterBetweenL1AndL2HasItsCurrentInBothAndItsPowerInL1() {
        PhaseState[] phases = delta(Tap.L1_L2, Appliance.RESISTIVE, 2300);
        assertEquals(2300, phases[0].power(), 1e-9);
        assertEquals(10, phases[0].current().rms(), 1e-9);
        assertEquals(10, phases[1].current().rms(), 1e-9);
        assertEquals(0, phases[2].current().rms());
    }

    @Test
    void aBalancedHeaterDrawsRootThreeTimesTheLineToLineCurrent() {
        // 6.9 kW: 10 A in each of three elements, √3 · 10 A in each line, 0.866 · U · I at each wattmeter
        PhaseState[] phases = delta(Tap.ALL, Appliance.RESISTIVE, 6900);
        for (PhaseState phase : phases) {
            assertEquals(17.3205, phase.current().rms(), 1e-4);
        }
        assertEquals(3450, phases[0].power(), 1e-6);
        assertEquals(3450, phases[2].power(), 1e-6);
    }

    @Test
    void aLaggingLoadBetweenL1AndL3MakesL1Negative() {
        // 10 A lagging u13 by 45°: u13 is 230 V at -60°, so P1 = 2300 cos 105° and P3 = 2300 cos 15°
        Spectrum i13 = Spectrum.sine(10, Math.toRadians(-105));
        assertEquals(-595.3, new PhaseState(U12, i13).power(), 0.1);
        assertEquals(2221.6, new PhaseState(U32, Spectrum.ZERO.minus(i13)).power(), 0.1);
    }

    @Test
    void theThreeCurrentsOfADeltaAlwaysAddUpToNothing() {
        Conductors conductors = new Conductors(Wiring.DELTA, new Spectrum[] {U12, Spectrum.ZERO, U32});
        conductors.add(Appliance.ELECTRONICS, Tap.L1_L3, 400);
        conductors.add(Appliance.MOTOR, Tap.L3_L2, 900);
        conductors.add(Appliance.INVERTER, Tap.L1_L2, -1500);
        PhaseState[] p = conductors.phases();
        Spectrum sum = p[0].current().plus(p[1].current()).plus(p[2].current());
        assertTrue(sum.rms() < 1e-9, "residue " + sum.rms());
        assertEquals(-200, p[0].power() + p[2].power(), 1e-9);
    }

    @Test
    void aStarSplitsALoadOfAllPhasesInThree() {
        Spectrum[] voltages = {
            Spectrum.sine(230, 0), Spectrum.sine(230, Math.toRadians(-120)), Spectrum.sine(230, Math.toRadians(120))
        };
        Conductors conductors = new Conductors(Wiring.STAR, voltages);
        conductors.add(Appliance.RESISTIVE, Tap.ALL, 6900);
        for (PhaseState phase : conductors.phases()) {
            assertEquals(2300, phase.power(), 1e-9);
            assertEquals(10, phase.current().rms(), 1e-9);
        }
    }
}
