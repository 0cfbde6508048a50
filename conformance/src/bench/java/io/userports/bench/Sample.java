package io.userports.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Measurements of the same thing, ordered. */
record Sample(double[] values) {
    /** {@return these measurements; at least one} */
    static Sample of(double... values) {
        double[] ordered = values.clone();
        Arrays.sort(ordered);
        return new Sample(ordered);
    }

    /** {@return what {@code measurement} gives so many times} */
    static Sample of(int times, DoubleSupplier measurement) {
        double[] values = new double[times];
        for (int i = 0; i < times; i++) {
            values[i] = measurement.getAsDouble();
        }
        return of(values);
    }

    /** {@return the smallest value that so many per cent do not exceed} */
    double at(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * values.length);
        return values[Math.max(rank, 1) - 1];
    }

    double median() {
        return at(50);
    }

    double max() {
        return values[values.length - 1];
    }

    /** {@return the median, and between which values the measurements lay} */
    String text(String format, String unit) {
        return String.format(
                Locale.ROOT, format + " " + unit + " (" + format + " to " + format + ")", median(), values[0], max());
    }
}
