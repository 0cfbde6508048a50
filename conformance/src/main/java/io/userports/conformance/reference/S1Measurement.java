package io.userports.conformance.reference;

import java.util.Arrays;

/**
 * Means of squares and of products over whole periods, in windows of about one second of the stream.
 *
 * <p>A window is put together of periods without a hole; a period with one is left out. A period lasts from one rising
 * zero crossing of u1 to the next, interpolated between samples, or as many samples as the stream says it has. Where u1
 * is dead there are no periods; a tenth of a second takes their place.
 */
final class S1Measurement {
    /** The channels of {@link #mean}: squares of voltages, then of currents, then products. */
    static final int VOLTAGE = 0;

    static final int CURRENT = 3;
    static final int POWER = 7;
    private static final int CHANNELS = 10;
    private static final int PHASES = 3;

    /** Half a period less than a second is a second. */
    private static final double WINDOW_SECONDS = 0.99;
    /** Without a period for so long, u1 is dead. */
    private static final double DEAD_SECONDS = 0.1;
    /** What is averaged by one that does not care for periods. */
    private static final double ODD_SECONDS = 0.0225;
    /** A window that takes so long to fill would tell of old times. */
    private static final int OLDEST_SECONDS = 4;
    /** 20 V, in steps of 25 mV: below this it was really negative, whatever the harmonics. */
    private static final int NEGATIVE = -800;

    private final Habits habits;
    private final double[] totals = new double[CHANNELS];
    private double length;
    private long millihertz;
    private int taken;
    private int age;

    private final long[] sums = new long[CHANNELS];
    private final double[] head = new double[CHANNELS];
    private long[] before = new long[CHANNELS];
    private long[] now = new long[CHANNELS];
    private int samples;
    private boolean fromCrossing;
    private double from;
    private boolean connected;
    private boolean armed;
    private int u1Before;

    S1Measurement(Habits habits) {
        this.habits = habits;
    }

    /** Begins a new window; the period that has begun goes on. */
    void next() {
        Arrays.fill(totals, 0);
        length = 0;
        millihertz = 0;
        taken = 0;
        age = 0;
    }

    /** Throws everything away. */
    void restart() {
        next();
        interrupt(0);
    }

    /** There is a hole, so many telegrams wide. */
    void interrupt(int telegrams) {
        age += telegrams;
        connected = false;
        armed = false;
        begin();
    }

    /** {@return whether a window is complete now, after the sample of {@code telegram}} */
    boolean take(S1Telegram telegram, double rate) {
        if (age++ > OLDEST_SECONDS * rate) {
            next();
        }
        long[] spare = before;
        before = now;
        now = spare;
        multiply(telegram);
        millihertz += telegram.millihertz();
        taken++;
        int u1 = telegram.voltage(S1Telegram.L1);
        boolean crossing = connected && armed && u1 >= 0;
        double fraction = crossing ? (double) u1Before / (u1Before - u1) : 0;
        armed = u1 < NEGATIVE || armed && u1 < 0;
        u1Before = u1;
        connected = true;
        if (telegram.perPeriod() && habits.averagesWholePeriods()) {
            add();
            if (samples == telegram.rateField()) {
                commit(samples);
            }
        } else {
            byCrossings(crossing, fraction, rate);
        }
        return length >= WINDOW_SECONDS * rate;
    }

    /** {@return the mean of that channel over the window, in squares or products of the steps of the stream} */
    double mean(int channel) {
        return totals[channel] / length;
    }

    double hertz() {
        return millihertz / 1000.0 / taken;
    }

    private void byCrossings(boolean crossing, double fraction, double rate) {
        boolean whole = habits.averagesWholePeriods();
        if (crossing && (whole || !fromCrossing)) {
            if (fromCrossing) {
                close(fraction);
            }
            open(fraction);
        }
        add();
        double most = whole || !fromCrossing ? DEAD_SECONDS : ODD_SECONDS;
        if (samples >= Math.rint(most * rate)) {
            commit(fromCrossing ? samples - from + 0.5 : samples);
        }
    }

    private void multiply(S1Telegram telegram) {
        int phases = telegram.polyphase() ? PHASES : 1;
        Arrays.fill(now, 0);
        for (int phase = 0; phase < phases; phase++) {
            long u = telegram.voltage(phase);
            long i = habits.current(telegram.current(phase));
            now[VOLTAGE + phase] = u * u;
            now[CURRENT + phase] = i * i;
            now[POWER + phase] = u * i;
        }
        long neutral = habits.current(telegram.current(S1Telegram.N));
        now[CURRENT + S1Telegram.N] = neutral * neutral;
        if (telegram.polyphase() && !telegram.fourWire()) {
            now[VOLTAGE + S1Telegram.L2] = 0;
            now[POWER + S1Telegram.L2] = habits.deltaPowerOfL2(telegram);
        }
    }

    private void begin() {
        Arrays.fill(sums, 0);
        Arrays.fill(head, 0);
        samples = 0;
        fromCrossing = false;
    }

    private void add() {
        for (int i = 0; i < CHANNELS; i++) {
            sums[i] += now[i];
        }
        samples++;
    }

    /** The first sample of a period counts half, and what is between the crossing and that sample is added. */
    private void open(double fraction) {
        begin();
        fromCrossing = true;
        from = fraction;
        for (int i = 0; i < CHANNELS; i++) {
            head[i] = (1 - fraction) * (between(i, fraction) + now[i]) / 2 - now[i] / 2.0;
        }
    }

    private void close(double fraction) {
        for (int i = 0; i < CHANNELS; i++) {
            totals[i] += fraction * (before[i] + between(i, fraction)) / 2 - before[i] / 2.0;
        }
        commit(samples - from + fraction);
    }

    private void commit(double width) {
        for (int i = 0; i < CHANNELS; i++) {
            totals[i] += head[i] + sums[i];
        }
        length += width;
        begin();
    }

    private double between(int channel, double fraction) {
        return before[channel] + fraction * (now[channel] - before[channel]);
    }
}
