package io.userports.cli;

import io.userports.s1.Gaps;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1View;

/**
 * Mean squares, powers and harmonics of S1 samples, over whole network periods.
 *
 * <p>Samples are taken in blocks of whole periods: one period where the meter samples per period, else as few periods as
 * come closest to a whole number of samples. A block with a gap, with samples that are not valid, or with a change of the
 * rate or of the meter, does not count.
 */
final class S1Periods {
    /** Where IEC 61000-4-7 ends too. */
    private static final int HIGHEST_ORDER = 40;
    /** A block is at most about a second. */
    private static final int MOST_PERIODS = 50;
    /** A block that is so many samples too long or too short is as good as whole. */
    private static final double WHOLE = 0.01;
    /** Below so many counts, RMS, rounding is a good part of what looks like harmonics. */
    private static final double LEAST_FUNDAMENTAL = 40;

    private static final int PHASES = 3;

    private final double[] squares = new double[S1View.CHANNELS];
    private final double[] products = new double[PHASES];
    private final double[][] harmonics = new double[S1View.CHANNELS][HIGHEST_ORDER + 1];
    private long samples;
    private long periods;
    private int order = HIGHEST_ORDER;

    private double[][] block = new double[S1View.CHANNELS][0];
    private int size;
    private int sizeInPeriods;
    private int filled;
    private double[] cosine = {};
    private double[] sine = {};

    private int info = -1;
    private int rate;
    private int sequence;
    private String meterId = "";

    void add(S1View telegram) {
        boolean follows = telegram.info() == info
                && telegram.rate() == rate
                && Gaps.bySequence(sequence, telegram.sequence()) == 0
                && (info & S1Info.VALID_SAMPLES) != 0
                && telegram.meterId().equals(meterId);
        info = telegram.info();
        rate = telegram.rate();
        sequence = telegram.sequence();
        if (!follows) {
            meterId = telegram.meterId();
            filled = 0;
        }
        if (filled == 0) {
            plan(telegram.frequency());
        }
        if (size > 0) {
            for (int channel = 0; channel < S1View.CHANNELS; channel++) {
                block[channel][filled] = telegram.channel(channel);
            }
            filled++;
            if (filled == size) {
                close();
                filled = 0;
            }
        }
    }

    /** {@return whole periods that were measured; when none, nothing else can be asked} */
    long periods() {
        return periods;
    }

    /** {@return counts of a channel, RMS} */
    double rms(int channel) {
        return Math.sqrt(squares[channel] / samples);
    }

    /** {@return the mean power of phase 0 to 2 in watts} */
    double power(int phase) {
        return products[phase] / samples / S1Frame.PER_VOLT / S1Frame.PER_AMPERE;
    }

    /** {@return the highest order that the rate allowed throughout, at most 40} */
    int order() {
        return order;
    }

    /** {@return whether a channel has enough of a fundamental to compare its harmonics with} */
    boolean hasFundamental(int channel) {
        return Math.sqrt(harmonics[channel][1] / samples) >= LEAST_FUNDAMENTAL;
    }

    /** {@return the harmonics from 2 to {@link #order} together, as a fraction of the fundamental} */
    double distortion(int channel) {
        double sum = 0;
        for (int h = 2; h <= order; h++) {
            sum += harmonics[channel][h];
        }
        return Math.sqrt(sum / harmonics[channel][1]);
    }

    private void plan(int milliHertz) {
        double perPeriod = (info & S1Info.PER_PERIOD) != 0 ? rate : 100.0 * rate / S1Frame.hertz(milliHertz);
        int periodsPlanned = 1;
        if (!(perPeriod >= 2 && perPeriod < Short.MAX_VALUE)) {
            size = 0;
            return;
        }
        double least = 1;
        for (int k = 1; k <= MOST_PERIODS && least > WHOLE; k++) {
            double rest = Math.abs(k * perPeriod - Math.rint(k * perPeriod));
            if (rest < least) {
                least = rest;
                periodsPlanned = k;
            }
        }
        prepare(periodsPlanned, (int) Math.rint(periodsPlanned * perPeriod));
    }

    private void prepare(int periodsPlanned, int samplesPlanned) {
        sizeInPeriods = periodsPlanned;
        size = samplesPlanned;
        if (cosine.length != size) {
            block = new double[S1View.CHANNELS][size];
            cosine = new double[size];
            sine = new double[size];
            for (int n = 0; n < size; n++) {
                cosine[n] = Math.cos(2 * Math.PI * n / size);
                sine[n] = Math.sin(2 * Math.PI * n / size);
            }
        }
    }

    private void close() {
        samples += size;
        periods += sizeInPeriods;
        order = Math.min(order, (size / sizeInPeriods - 1) / 2);
        for (int phase = 0; phase < PHASES; phase++) {
            products[phase] += product(block[2 * phase], block[2 * phase + 1]);
        }
        for (int channel = 0; channel < S1View.CHANNELS; channel++) {
            double square = product(block[channel], block[channel]);
            squares[channel] += square;
            for (int h = 1; square > 0 && h <= order; h++) {
                harmonics[channel][h] += harmonic(block[channel], h);
            }
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int n = 0; n < a.length; n++) {
            sum += a[n] * b[n];
        }
        return sum;
    }

    /** {@return the mean square of a harmonic times the samples of the block} */
    private double harmonic(double[] x, int h) {
        int step = h * sizeInPeriods % size;
        double real = 0;
        double imaginary = 0;
        int turn = 0;
        for (double value : x) {
            real += value * cosine[turn];
            imaginary += value * sine[turn];
            turn += step;
            turn -= turn >= size ? size : 0;
        }
        return 2 * (real * real + imaginary * imaginary) / size;
    }
}
