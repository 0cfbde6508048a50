package io.userports.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/**
 * What the conductors of a meter carry during one second: the truth of which both user ports are views.
 *
 * <p>P1 shows the means over the second ({@link #phases()}), S1 the values at its instants ({@link #at}). Immutable, apart
 * from tables that are made on first use.
 */
public final class Waves {
    /** The channels of an instant: u1, i1, u2, i2, u3, i3, iN. */
    public static final int CHANNELS = 7;

    private static final int NEUTRAL = CHANNELS - 1;

    /** Sine and cosine amplitudes of the six channels that are not the neutral. */
    private static final int ROW = 12;

    private final Wiring wiring;
    private final Cycle cycle;
    private final List<Stretch> stretches;
    private final List<PhaseState> phases;
    private final double[][] tables;

    private Waves(Wiring wiring, Cycle cycle, List<Stretch> stretches, List<PhaseState> phases) {
        this.wiring = wiring;
        this.cycle = cycle;
        this.stretches = stretches;
        this.tables = new double[stretches.size()][];
        this.phases = phases;
    }

    /** {@return a second in which nothing changes; one spectrum a phase, L1 first} */
    public static Waves steady(Wiring wiring, Cycle cycle, List<Spectrum> voltages, List<Spectrum> currents) {
        return of(wiring, cycle, List.of(Stretch.throughout(voltages, currents)));
    }

    static Waves of(Wiring wiring, Cycle cycle, List<Stretch> stretches) {
        return of(wiring, cycle, stretches, List.of(), (power, unit) -> 0);
    }

    /**
     * {@return a second with one more load, whose size is found from what there is}
     *
     * @param unit the currents of that load, of size 1
     * @param size its size, from the power of all others in watts and from its own, were its size 1
     */
    static Waves of(
            Wiring wiring, Cycle cycle, List<Stretch> stretches, List<Stretch> unit, DoubleBinaryOperator size) {
        Means means = Means.of(of(wiring, cycle, stretches, List.of()), of(wiring, cycle, unit, List.of()));
        double times = size.applyAsDouble(means.power(), means.powerOfUnit());
        List<Stretch> all = new ArrayList<>(stretches);
        if (times != 0) {
            unit.forEach(u -> all.add(u.currentsTimes(times)));
        }
        return of(wiring, cycle, all, means.with(times));
    }

    private static Waves of(Wiring wiring, Cycle cycle, List<Stretch> stretches, List<PhaseState> phases) {
        return new Waves(wiring, cycle, merged(stretches), phases);
    }

    /** {@return how the conductors are connected} */
    public Wiring wiring() {
        return wiring;
    }

    /** {@return how the network turns meanwhile} */
    public Cycle cycle() {
        return cycle;
    }

    /** {@return RMS and power of each phase over the second, L1 first} */
    public List<PhaseState> phases() {
        return phases;
    }

    /** {@return the net active power in watts over the second, import positive} */
    public double power() {
        return phases.stream().mapToDouble(PhaseState::power).sum();
    }

    /**
     * Puts the instant {@code seconds} into the second into {@code channels}: volts and amperes in the order u1, i1, u2,
     * i2, u3, i3, iN, currents counted into the home, so that all of them together are zero (neutral: i<sub>N</sub> =
     * -(i1 + i2 + i3); a three-wire network has none). Phases that do not exist are 0, and u2 of a delta is exactly 0.
     *
     * @param orders harmonics above this order are left out, as a meter's filter leaves out what its sample rate cannot
     *     carry
     */
    public void at(double seconds, int orders, double[] channels) {
        double turns = cycle.turnsAt(seconds);
        double angle = 2 * Math.PI * (turns - Math.floor(turns));
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        Arrays.fill(channels, 0, CHANNELS, 0);
        boolean steady = isSteady();
        for (int i = 0; i < stretches.size(); i++) {
            double weight = steady ? 1 : stretches.get(i).span().weight(seconds);
            if (weight != 0) {
                add(table(i), weight, sine, cosine, Math.min(orders, Spectrum.ORDERS), channels);
            }
        }
        channels[NEUTRAL] = wiring == Wiring.DELTA ? 0 : -(channels[1] + channels[3] + channels[5]);
    }

    /** sin hθ and cos hθ follow from those of the two orders before: x(h+1) = 2 cos θ · x(h) - x(h-1). */
    private static void add(double[] table, double weight, double sine, double cosine, int orders, double[] channels) {
        double s = sine;
        double c = cosine;
        double sBefore = 0;
        double cBefore = 1;
        double u1 = table[0];
        double i1 = table[1];
        double u2 = table[2];
        double i2 = table[3];
        double u3 = table[4];
        double i3 = table[5];
        int at = ROW;
        for (int h = 1; h <= orders; h++, at += ROW) {
            u1 += table[at] * s + table[at + 6] * c;
            i1 += table[at + 1] * s + table[at + 7] * c;
            u2 += table[at + 2] * s + table[at + 8] * c;
            i2 += table[at + 3] * s + table[at + 9] * c;
            u3 += table[at + 4] * s + table[at + 10] * c;
            i3 += table[at + 5] * s + table[at + 11] * c;
            double sNext = 2 * cosine * s - sBefore;
            double cNext = 2 * cosine * c - cBefore;
            sBefore = s;
            cBefore = c;
            s = sNext;
            c = cNext;
        }
        channels[0] += weight * u1;
        channels[1] += weight * i1;
        channels[2] += weight * u2;
        channels[3] += weight * i2;
        channels[4] += weight * u3;
        channels[5] += weight * i3;
    }

    private double[] table(int stretch) {
        if (tables[stretch] == null) {
            double[] table = new double[ROW * (Spectrum.ORDERS + 1)];
            List<Spectrum> voltages = stretches.get(stretch).voltages();
            List<Spectrum> currents = stretches.get(stretch).currents();
            for (int phase = 0; phase < voltages.size(); phase++) {
                voltages.get(phase).amplitudes(table, 2 * phase, ROW);
                currents.get(phase).amplitudes(table, 2 * phase + 1, ROW);
            }
            tables[stretch] = table;
        }
        return tables[stretch];
    }

    /** Whether nothing changes in this second. */
    boolean isSteady() {
        return stretches.isEmpty()
                || stretches.size() == 1 && stretches.get(0).span().isSteady();
    }

    /** {@return what there is, each at another time} */
    List<Stretch> stretches() {
        return stretches;
    }

    /** {@return all that stands through the second} */
    Spectrum voltage(int phase) {
        return stretches.isEmpty() ? Spectrum.ZERO : stretches.get(0).voltages().get(phase);
    }

    /** {@return all that flows through the second} */
    Spectrum current(int phase) {
        return stretches.isEmpty() ? Spectrum.ZERO : stretches.get(0).currents().get(phase);
    }

    /** What stands at the same time is one stretch. */
    private static List<Stretch> merged(List<Stretch> stretches) {
        Map<Span, Stretch> merged = new LinkedHashMap<>();
        for (Stretch stretch : stretches) {
            merged.merge(stretch.span(), stretch, Stretch::plus);
        }
        return List.copyOf(merged.values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waves that
                && that.wiring == wiring
                && that.cycle.equals(cycle)
                && that.stretches.equals(stretches);
    }

    @Override
    public int hashCode() {
        return 31 * cycle.hashCode() + stretches.hashCode();
    }
}
