package io.userports.grid;

/**
 * One phase as the meter has measured it over a second.
 *
 * @param voltage RMS in volts, to neutral or (delta) to L2
 * @param current RMS in amperes
 * @param power active power in watts: the mean of the product of both, positive when it flows into the home
 */
public record PhaseState(double voltage, double current, double power) {}
