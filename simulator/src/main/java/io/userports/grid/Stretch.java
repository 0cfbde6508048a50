package io.userports.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * Voltages and currents that stand during a part of a second; what stands at one moment is the sum of all.
 *
 * @param span when
 * @param voltages one a phase, L1 first
 * @param currents one a phase, L1 first
 */
record Stretch(Span span, List<Spectrum> voltages, List<Spectrum> currents) {
    Stretch {
        voltages = List.copyOf(voltages);
        currents = List.copyOf(currents);
    }

    /** {@return what stands all through the second} */
    static Stretch throughout(List<Spectrum> voltages, List<Spectrum> currents) {
        return new Stretch(Span.ALL, voltages, currents);
    }

    /** {@return this and {@code other}, which stands at the same time} */
    Stretch plus(Stretch other) {
        return new Stretch(span, sums(voltages, other.voltages), sums(currents, other.currents));
    }

    /** {@return so many times its currents, without its voltages} */
    Stretch currentsTimes(double factor) {
        return new Stretch(
                span,
                voltages.stream().map(v -> Spectrum.ZERO).toList(),
                currents.stream().map(c -> c.times(factor)).toList());
    }

    private static List<Spectrum> sums(List<Spectrum> some, List<Spectrum> others) {
        List<Spectrum> sums = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            sums.add(some.get(i).plus(others.get(i)));
        }
        return sums;
    }
}
