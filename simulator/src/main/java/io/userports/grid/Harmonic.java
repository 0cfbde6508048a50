package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import java.util.Locale;
import java.util.Map;

/**
 * One harmonic of the voltage, as a profile writes it.
 *
 * @param order 2 to 25
 * @param share of the fundamental, within the limits of EN 50160
 * @param angle in degrees, as in sin(hθ + angle); 0 when left out
 */
public record Harmonic(Integer order, Amount share, Integer angle) {
    /** What EN 50160 allows at low voltage, in percent of the fundamental; {@link #OTHERS} for the other orders. */
    private static final Map<Integer, Double> LIMITS = Map.ofEntries(
            Map.entry(2, 2.0),
            Map.entry(3, 5.0),
            Map.entry(4, 1.0),
            Map.entry(5, 6.0),
            Map.entry(7, 5.0),
            Map.entry(9, 1.5),
            Map.entry(11, 3.5),
            Map.entry(13, 3.0),
            Map.entry(17, 2.0),
            Map.entry(19, 1.5),
            Map.entry(23, 1.5),
            Map.entry(25, 1.5));

    private static final double OTHERS = 0.5;

    public Harmonic {
        KeyException.require(order, "order", "a number from 2 to " + Spectrum.ORDERS);
        KeyException.require(share, "share", "its share of the fundamental, like 1.5 %");
        angle = angle == null ? 0 : angle;
        if (order < 2 || order > Spectrum.ORDERS) {
            throw KeyException.of(
                    "order",
                    "'" + order + "' is not 2 to " + Spectrum.ORDERS
                            + ", the highest that 52 samples a period can carry");
        }
        double percent = KeyException.at("share", share::percent);
        double limit = LIMITS.getOrDefault(order, OTHERS);
        if (percent < 0 || percent > limit) {
            throw KeyException.of(
                    "share",
                    String.format(
                            Locale.ROOT,
                            "'%s' is not 0 to %s %%, what EN 50160 allows for order %d",
                            share,
                            limit,
                            order));
        }
        if (angle < 0 || angle > 359) {
            throw KeyException.of("angle", "'" + angle + "' is not 0 to 359 degrees");
        }
    }

    /** {@return the RMS in parts of the fundamental} */
    double part() {
        return share.percent() / 100;
    }
}
