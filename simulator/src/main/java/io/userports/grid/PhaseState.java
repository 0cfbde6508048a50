package io.userports.grid;

/**
 * One phase as the meter sees it during a second.
 *
 * @param voltage in volts, to neutral or (delta) to L2
 * @param current in amperes, positive into the home
 */
public record PhaseState(Spectrum voltage, Spectrum current) {
    /** {@return the active power in watts, positive when it flows into the home} */
    public double power() {
        return voltage.power(current);
    }
}
