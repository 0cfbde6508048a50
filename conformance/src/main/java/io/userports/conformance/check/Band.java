package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.SentSamples.Span;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a figure worked out of samples may lie from what was sampled: windows differ, rounding differs.
 *
 * @param relative part of the value
 * @param absolute in the unit of the quantity, on top
 */
record Band(double relative, double absolute) {
    /** A window of one second that is no whole number of periods errs by 0.16 %; and one count of 25 mV. */
    private static final Band VOLTAGE = new Band(0.005, 0.025);
    /** The same, and the noise of a small current. */
    private static final Band CURRENT = new Band(0.01, 0.005);
    /** Errors of voltage and current add up; and a watt or two of rounding. */
    private static final Band POWER = new Band(0.01, 2);
    /** What zero crossings over ten periods come to. */
    private static final Band FREQUENCY = new Band(0, 0.020);
    /** As the frequency, which a rate by the period follows. */
    private static final Band RATE = new Band(0.0005, 0);

    /** {@return the band of a quantity that is measured; empty for one that is told or counted} */
    static Optional<Band> of(Quantity quantity) {
        return switch (quantity) {
            case S1_RATE -> Optional.of(RATE);
            case S1_FREQUENCY -> Optional.of(FREQUENCY);
            case S1_VOLTAGE_RMS_L1, S1_VOLTAGE_RMS_L2, S1_VOLTAGE_RMS_L3 -> Optional.of(VOLTAGE);
            case S1_CURRENT_RMS_L1, S1_CURRENT_RMS_L2, S1_CURRENT_RMS_L3, S1_CURRENT_RMS_N -> Optional.of(CURRENT);
            case S1_POWER -> Optional.of(POWER);
            default -> Optional.empty();
        };
    }

    /** {@return this band, wider by the step in which a CEMS shows the figure} */
    Band widened(BigDecimal step) {
        return new Band(relative, absolute + step.doubleValue());
    }

    /** {@return whether {@code shown}, a decimal number, lies within this band around what was sampled} */
    boolean holds(String shown, Span span) {
        return number(shown)
                .map(value -> value >= span.least() - around(span.least())
                        && value <= span.greatest() + around(span.greatest()))
                .orElse(false);
    }

    /** {@return the number that {@code shown} is, if it is one} */
    static Optional<Double> number(String shown) {
        try {
            return Optional.of(new BigDecimal(shown).doubleValue());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@return the span with this band, for people} */
    String around(Span span, String unit) {
        double least = span.least() - around(span.least());
        double greatest = span.greatest() + around(span.greatest());
        return String.format(Locale.ROOT, "%.3f to %.3f %s", least, greatest, unit);
    }

    private double around(double value) {
        return Math.abs(value) * relative + absolute;
    }
}
