package io.userports.grid;

/**
 * What a load finds where it is connected.
 *
 * @param usual the voltage of an undisturbed network
 * @param voltage the voltage that is there
 * @param away whether inverters have let go of this network and wait
 * @param share which part of the load is connected here: 1, or a third
 */
record Terminals(Spectrum usual, Spectrum voltage, boolean away, double share) {
    /** {@return the voltage in parts of the usual one} */
    double level() {
        return voltage == usual ? 1 : voltage.at(1).abs() / usual.at(1).abs();
    }
}
