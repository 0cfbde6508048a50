package io.userports.grid;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;

/**
 * The harmonics of one periodic voltage or current.
 *
 * <p>Order h holds a complex RMS phasor X<sub>h</sub>; the quantity is x(θ) = X<sub>0</sub> + √2 Σ |X<sub>h</sub>|
 * sin(hθ + arg X<sub>h</sub>), θ being the angle of the network. Volts or amperes. Immutable.
 */
public final class Spectrum {
    /** The highest order kept: what 52 samples a period can carry, and the last one EN 50160 limits. */
    public static final int ORDERS = 25;

    /** Nothing at all: exactly zero at every instant. */
    public static final Spectrum ZERO = new Spectrum(new double[ORDERS + 1], new double[ORDERS + 1]);

    private final double[] re;
    private final double[] im;

    private Spectrum(double[] re, double[] im) {
        this.re = re;
        this.im = im;
    }

    /** {@return a pure sine of {@code rms}, leading the network by {@code angle} radians} */
    public static Spectrum sine(double rms, double angle) {
        return ZERO.with(1, rms, angle);
    }

    /** {@return this spectrum with the harmonic of {@code order} (0 to 25) set to {@code rms} at {@code angle} radians} */
    public Spectrum with(int order, double rms, double angle) {
        Spectrum copy = new Spectrum(re.clone(), im.clone());
        copy.re[order] = rms * Math.cos(angle);
        copy.im[order] = order == 0 ? 0 : rms * Math.sin(angle);
        return copy;
    }

    /** {@return this spectrum with the harmonic of {@code order} set to these amplitudes of sin hθ and cos hθ} */
    Spectrum wave(int order, double sine, double cosine) {
        Spectrum copy = new Spectrum(re.clone(), im.clone());
        copy.re[order] = sine / Math.sqrt(2);
        copy.im[order] = cosine / Math.sqrt(2);
        return copy;
    }

    /** {@return the RMS phasor of {@code order}} */
    public Complex at(int order) {
        return new Complex(re[order], im[order]);
    }

    /** {@return the sum of both} */
    public Spectrum plus(Spectrum other) {
        double[] r = re.clone();
        double[] i = im.clone();
        for (int h = 0; h <= ORDERS; h++) {
            r[h] += other.re[h];
            i[h] += other.im[h];
        }
        return new Spectrum(r, i);
    }

    /** {@return this spectrum, {@code factor} times as large} */
    public Spectrum times(double factor) {
        double[] r = new double[ORDERS + 1];
        double[] i = new double[ORDERS + 1];
        for (int h = 0; h <= ORDERS; h++) {
            r[h] = re[h] * factor;
            i[h] = im[h] * factor;
        }
        return new Spectrum(r, i);
    }

    /** {@return the difference of both} */
    public Spectrum minus(Spectrum other) {
        return plus(other.times(-1));
    }

    /** {@return this waveform moved earlier by {@code angle} radians of the fundamental: order h turns by h times it} */
    public Spectrum leadingBy(double angle) {
        double[] r = new double[ORDERS + 1];
        double[] i = new double[ORDERS + 1];
        for (int h = 0; h <= ORDERS; h++) {
            if (re[h] != 0 || im[h] != 0) {
                double c = Math.cos(h * angle);
                double s = Math.sin(h * angle);
                r[h] = re[h] * c - im[h] * s;
                i[h] = re[h] * s + im[h] * c;
            }
        }
        return new Spectrum(r, i);
    }

    /** Puts the amplitudes of sin hθ into {@code column} of row h, and those of cos hθ six columns further. */
    void amplitudes(double[] table, int column, int row) {
        table[column] = re[0];
        for (int h = 1; h <= ORDERS; h++) {
            table[h * row + column] = Math.sqrt(2) * re[h];
            table[h * row + column + row / 2] = Math.sqrt(2) * im[h];
        }
    }

    /** {@return the RMS of the whole} */
    public double rms() {
        return Math.sqrt(power(this));
    }

    /** {@return the mean of the product of both over a period: active power in watts for a voltage and a current} */
    public double power(Spectrum other) {
        double sum = 0;
        for (int h = 0; h <= ORDERS; h++) {
            sum += re[h] * other.re[h] + im[h] * other.im[h];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spectrum that && Arrays.equals(re, that.re) && Arrays.equals(im, that.im);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(re) + Arrays.hashCode(im);
    }
}
