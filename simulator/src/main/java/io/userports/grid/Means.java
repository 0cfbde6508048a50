package io.userports.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * Means over a second of the products of voltages, of currents and of the currents of one more load, whose size is still
 * open: what that load adds is known for every size from one pass.
 */
final class Means {
    /** Points in a second over which means are taken when it is not the same all through: 80 a period. */
    private static final int POINTS = 4000;

    /** Where something begins or ends, each of these is so many. */
    private static final int FINER = 16;

    /** What decays within a few edges is an edge itself. */
    private static final int SHORT_DECAYS = 8;

    private final int phases;
    private final double[] voltageSquared = new double[3];
    private final double[] currentSquared = new double[3];
    private final double[] unitSquared = new double[3];
    private final double[] currentUnit = new double[3];
    private final double[] voltageCurrent = new double[3];
    private final double[] voltageUnit = new double[3];

    private Means(int phases) {
        this.phases = phases;
    }

    /** {@return the means of {@code waves} and of the currents of {@code unit}} */
    static Means of(Waves waves, Waves unit) {
        Means means = new Means(waves.wiring().phases());
        if (waves.isSteady() && unit.isSteady()) {
            means.addSpectra(waves, unit);
        } else {
            means.addPoints(waves, unit);
        }
        return means;
    }

    /** {@return the power of all in watts, without the unit} */
    double power() {
        return sum(voltageCurrent);
    }

    /** {@return the power of the unit in watts} */
    double powerOfUnit() {
        return sum(voltageUnit);
    }

    /** {@return what a meter shows when the unit is there {@code times} times} */
    List<PhaseState> with(double times) {
        List<PhaseState> states = new ArrayList<>();
        for (int p = 0; p < phases; p++) {
            double squared = currentSquared[p] + times * (2 * currentUnit[p] + times * unitSquared[p]);
            states.add(new PhaseState(
                    Math.sqrt(voltageSquared[p]),
                    Math.sqrt(Math.max(squared, 0)),
                    voltageCurrent[p] + times * voltageUnit[p]));
        }
        return List.copyOf(states);
    }

    private static double sum(double[] values) {
        return values[0] + values[1] + values[2];
    }

    private void addSpectra(Waves waves, Waves unit) {
        for (int p = 0; p < phases; p++) {
            Spectrum u = waves.voltage(p);
            Spectrum i = waves.current(p);
            Spectrum j = unit.current(p);
            voltageSquared[p] = u.power(u);
            currentSquared[p] = i.power(i);
            unitSquared[p] = j.power(j);
            currentUnit[p] = i.power(j);
            voltageCurrent[p] = u.power(i);
            voltageUnit[p] = u.power(j);
        }
    }

    private void addPoints(Waves waves, Waves unit) {
        boolean[] steep = new boolean[POINTS];
        waves.stretches().forEach(stretch -> markEdges(stretch.span(), steep));
        double[] all = new double[Waves.CHANNELS];
        double[] one = new double[Waves.CHANNELS];
        for (int point = 0; point < POINTS; point++) {
            int finer = steep[point] ? FINER : 1;
            for (int part = 0; part < finer; part++) {
                double seconds = (point + (part + 0.5) / finer) / POINTS;
                waves.at(seconds, Spectrum.ORDERS, all);
                unit.at(seconds, Spectrum.ORDERS, one);
                add(all, one, 1.0 / (POINTS * finer));
            }
        }
    }

    private void add(double[] all, double[] one, double weight) {
        for (int p = 0; p < phases; p++) {
            double u = all[2 * p];
            double i = all[2 * p + 1];
            double j = one[2 * p + 1];
            voltageSquared[p] += u * u * weight;
            currentSquared[p] += i * i * weight;
            unitSquared[p] += j * j * weight;
            currentUnit[p] += i * j * weight;
            voltageCurrent[p] += u * i * weight;
            voltageUnit[p] += u * j * weight;
        }
    }

    private static void markEdges(Span span, boolean[] steep) {
        boolean brief = span.decay() < SHORT_DECAYS * Span.EDGE;
        mark(span.from(), brief ? SHORT_DECAYS * span.decay() : Span.EDGE, steep);
        mark(span.to(), Span.EDGE, steep);
    }

    private static void mark(double from, double length, boolean[] steep) {
        if (Double.isFinite(from)) {
            int first = Math.max(0, (int) Math.floor(from * POINTS));
            int last = Math.min(POINTS - 1, (int) Math.floor((from + length) * POINTS));
            for (int point = first; point <= last; point++) {
                steep[point] = true;
            }
        }
    }
}
