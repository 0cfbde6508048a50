package io.userports.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SpectrumTest {
    private static final Spectrum MAINS = Spectrum.sine(230, 0);

    @Test
    void powerIsThatOfTheFormulaForALaggingSine() {
        // 230 V · 10 A · cos 60° = 1150 W
        assertEquals(1150, MAINS.power(Spectrum.sine(10, Math.toRadians(-60))), 1e-9);
    }

    @Test
    void rmsAddsHarmonicsAsSquares() {
        assertEquals(5, Spectrum.sine(3, 1).with(5, 4, 2).rms(), 1e-12);
    }

    @Test
    void turningTheWaveformTurnsOrderHByHTimesTheAngle() {
        Spectrum turned = Spectrum.sine(1, 0).with(3, 1, 0).leadingBy(Math.toRadians(30));
        assertEquals(Math.toRadians(30), turned.at(1).getArgument(), 1e-12);
        assertEquals(Math.toRadians(90), turned.at(3).getArgument(), 1e-12);
    }

    /** Ratios to the fundamental of a rectifier that conducts for 60°: figures worked out by hand from the integral. */
    @Test
    void aRectifierHasTheHarmonicsOfItsPulse() {
        Spectrum current = Appliance.ELECTRONICS.current(MAINS, 100);
        double first = current.at(1).abs();
        assertEquals(0.806, current.at(3).abs() / first, 0.001);
        assertEquals(0.500, current.at(5).abs() / first, 0.001);
        assertEquals(0.200, current.at(7).abs() / first, 0.001);
        assertEquals(0.0, current.at(9).abs() / first, 0.001);
        assertEquals(0.071, current.at(11).abs() / first, 0.001);
        assertEquals(0.716, MAINS.power(current) / (MAINS.rms() * current.rms()), 0.002);
    }

    @Test
    void everyApplianceTakesThePowerItIsAskedToTake() {
        Spectrum dirty = MAINS.with(3, 2, 1).with(5, 4, 2).leadingBy(0.7);
        for (Appliance appliance : Appliance.values()) {
            assertEquals(740, dirty.power(appliance.current(dirty, 740)), 1e-9, appliance.toString());
        }
    }
}
