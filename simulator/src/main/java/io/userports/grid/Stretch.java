package io.userports.grid;

import java.util.List;

/**
 * Voltages and currents that stand between two moments of a second; what stands at one moment is the sum of all.
 *
 * @param from when it begins, in seconds into the second; may lie before it
 * @param to when it ends; may lie after the second
 * @param surge what comes on top after its beginning
 * @param voltages one a phase, L1 first
 * @param currents one a phase, L1 first
 */
record Stretch(double from, double to, Surge surge, List<Spectrum> voltages, List<Spectrum> currents) {
    /**
     * How long a change takes to show: the converter of a meter sees no edge steeper than its band, and a step would
     * alias. Two stretches of which one ends where the other begins add up to one at every moment.
     */
    private static final double EDGE = 0.8e-3;

    Stretch {
        voltages = List.copyOf(voltages);
        currents = List.copyOf(currents);
    }

    /** {@return what stands all through the second} */
    static Stretch throughout(List<Spectrum> voltages, List<Spectrum> currents) {
        return new Stretch(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Surge.NONE, voltages, currents);
    }

    /** {@return whether it is the same at every moment of the second} */
    boolean isSteady() {
        return from <= -EDGE && to >= 1 && surge.times() == 0;
    }

    /** {@return its share at a moment, {@code seconds} into the second; 1 while it stands and no surge is on top} */
    double weight(double seconds) {
        if (isSteady()) {
            return 1;
        }
        return (edge(seconds - from) - edge(seconds - to)) * surge.factor(seconds - from);
    }

    private static double edge(double after) {
        if (after <= 0) {
            return 0;
        }
        return after >= EDGE ? 1 : (1 - Math.cos(Math.PI * after / EDGE)) / 2;
    }
}
