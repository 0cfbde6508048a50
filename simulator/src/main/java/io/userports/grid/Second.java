package io.userports.grid;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One second of a household, as its loads see it.
 *
 * @param end when it ends
 * @param noise the chance of the household
 * @param cycles how the network turned so many seconds earlier; 0 for this second
 * @param parts the voltages, one part after the other
 */
record Second(ZonedDateTime end, Noise noise, IntFunction<Cycle> cycles, List<Part> parts) {
    /**
     * A part of a second in which the voltages keep their form.
     *
     * @param span when
     * @param conductors the voltages
     */
    record Part(Span span, Conductors conductors) {}

    Second {
        parts = List.copyOf(parts);
    }

    /** {@return when the voltage at {@code tap} first has {@code angle} radians, {@code back} seconds earlier} */
    double secondsAfter(double angle, Tap tap, int back) {
        return cycles.apply(back).secondsAfter(angle - parts.get(0).conductors().usualAngle(tap));
    }

    /** {@return the voltages alone} */
    List<Stretch> voltages() {
        List<Stretch> stretches = new ArrayList<>();
        for (Part part : parts) {
            Conductors conductors = part.conductors();
            stretches.add(new Stretch(part.span(), conductors.voltages(), conductors.still()));
        }
        return stretches;
    }

    /** {@return what a load at {@code tap} draws during {@code span}} */
    List<Stretch> currents(Span span, Tap tap, Function<Terminals, Spectrum> draw) {
        Map<Conductors, List<Spectrum>> known = new IdentityHashMap<>();
        List<Stretch> stretches = new ArrayList<>();
        for (Part part : parts) {
            Span common = span.within(part.span());
            if (!common.isEmpty()) {
                Conductors conductors = part.conductors();
                List<Spectrum> currents = known.computeIfAbsent(conductors, c -> c.currents(tap, draw));
                stretches.add(new Stretch(common, conductors.still(), currents));
            }
        }
        return stretches;
    }

    /** {@return how many watts, on the mean, a heater takes on {@code phase} that takes 1 W in an undisturbed second} */
    double supplied(int phase) {
        double sum = 0;
        for (Part part : parts) {
            double level = part.conductors().level(phase);
            double length = Math.min(part.span().to(), 1) - Math.max(part.span().from(), 0);
            sum += level < Reaction.LEAST ? 0 : length * level * level;
        }
        return sum;
    }
}
