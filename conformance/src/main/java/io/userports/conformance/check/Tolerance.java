package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * By how much a value that a CEMS shows may differ from the one that was sent and yet be that one.
 *
 * @param steps what the values can be compared by: their text alone, or also by how far they are apart
 * @param step less than this, in the unit of the quantity and of times in seconds
 */
record Tolerance(Steps steps, BigDecimal step) {
    /** How values of a kind are apart. */
    enum Steps {
        NONE,
        NUMBERS,
        TIMES
    }

    /**
     * A program that calculates with binary fractions shows 1000.9999999999999 W for 1.001 kW. A hundredth of the third
     * decimal, the last that a meter sends, is more than such noise and makes no two values one.
     */
    private static final BigDecimal NOISE = new BigDecimal("0.00001");

    /** Nothing that was sent has more decimals; whoever shows no more shows no noise. */
    private static final int DECIMALS = 3;

    /** Only the same text is the same. */
    static final Tolerance EXACT = new Tolerance(Steps.NONE, BigDecimal.ZERO);

    private static final Tolerance OF_NOISE = new Tolerance(Steps.NUMBERS, NOISE);

    /** {@return that of {@code quantity}, claimed to be shown in these steps} */
    static Tolerance of(Quantity quantity, Optional<BigDecimal> resolution) {
        if (quantity.isTime()) {
            return resolution.map(step -> new Tolerance(Steps.TIMES, step)).orElse(EXACT);
        }
        return quantity.unit().isEmpty()
                ? EXACT
                : resolution.map(step -> new Tolerance(Steps.NUMBERS, step)).orElse(OF_NOISE);
    }

    /** {@return whether {@code shown} is {@code sent}: less than a step above or below, rounded or cut off} */
    boolean same(String shown, String sent) {
        if (shown.equals(sent)) {
            return true;
        }
        return switch (steps) {
            case NONE -> false;
            case NUMBERS -> (!step.equals(NOISE) || isLong(shown)) && near(shown, sent);
            case TIMES -> nearInTime(shown, sent);
        };
    }

    /** Nearly all values differ, and to calculate with each would cost more than all the rest. */
    private static boolean isLong(String shown) {
        return shown.length() - shown.indexOf('.') > DECIMALS + 1;
    }

    private boolean near(String shown, String sent) {
        try {
            return new BigDecimal(shown).subtract(new BigDecimal(sent)).abs().compareTo(step) < 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean nearInTime(String shown, String sent) {
        try {
            Duration apart =
                    Duration.between(Instant.parse(sent), Instant.parse(shown)).abs();
            return BigDecimal.valueOf(apart.toMillis(), 3).compareTo(step) < 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
