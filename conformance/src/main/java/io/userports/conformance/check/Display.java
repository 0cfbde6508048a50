package io.userports.conformance.check;

import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a CEMS shows what it reads, as it claims: in which steps, and how much later than the rest.
 *
 * @param resolutions the claimed steps, in the unit of each quantity and of times in seconds
 * @param lags how much longer than of the quickest quantity it may be until a value is shown anew, in simulated time; zero
 *     where a quantity is not there
 * @param timeScale how much faster than real time simulated time passes
 */
public record Display(Map<Quantity, BigDecimal> resolutions, Map<Quantity, Duration> lags, int timeScale) {
    /** The lines about one telegram come at once, or one soon after the other. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Every digit, and all values at once. */
    public static final Display EXACT = new Display(Map.of(), Map.of(), 1);

    public Display {
        resolutions = Map.copyOf(resolutions);
        lags = Map.copyOf(lags);
    }

    /** {@return the one that {@code claims} describe, in a run of this time scale} */
    public static Display of(Claims claims, int timeScale) {
        Map<Quantity, Duration> intervals = claims.intervals();
        Duration quickest =
                intervals.values().stream().min(Comparator.naturalOrder()).orElse(Duration.ZERO);
        Map<Quantity, Duration> lags = new EnumMap<>(Quantity.class);
        intervals.forEach((quantity, interval) -> {
            // The quickest tell which telegram was read; a slower one is of that or of an earlier one.
            if (interval.compareTo(quickest) > 0) {
                lags.put(quantity, interval);
            }
        });
        return new Display(claims.resolutions(), lags, timeScale);
    }

    /** {@return after how long without a line a CEMS has come to the end of its lines, in real time} */
    public long pauseNanos() {
        return PAUSE.dividedBy(timeScale).toNanos();
    }

    Optional<BigDecimal> resolution(Quantity quantity) {
        return Optional.ofNullable(resolutions.get(quantity));
    }

    Tolerance tolerance(Quantity quantity) {
        return Tolerance.of(quantity, resolution(quantity));
    }

    /** {@return whether what two telegrams say of {@code quantity} cannot be told apart on this display} */
    boolean alike(Quantity quantity, Said one, Said other) {
        return one.isLike(other, tolerance(quantity));
    }

    /** {@return how much older than the telegram that was read what is shown of {@code quantity} may be} */
    Duration lag(Quantity quantity) {
        return lags.getOrDefault(quantity, Duration.ZERO);
    }

    /** {@return the same in real time, in nanoseconds} */
    long lagNanos(Quantity quantity) {
        return lag(quantity).toNanos() / timeScale;
    }

    /** {@return the band of a figure of S1, wider by its resolution; empty for one that is told or counted} */
    Optional<Band> band(Quantity quantity) {
        return Band.of(quantity)
                .map(band -> resolution(quantity).map(band::widened).orElse(band));
    }
}
