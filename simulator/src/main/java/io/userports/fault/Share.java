package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/**
 * A part of all, as chance deals it out.
 *
 * @param of from 0 to 1
 */
public record Share(double of) {
    /** Everything. */
    public static final Share ALL = new Share(1);

    public Share {
        if (!(of >= 0 && of <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, or 0 % to 100 %");
        }
    }

    /** {@return the share that {@code text} writes: {@code 0.01}, {@code 1e-4}, {@code 1 %}} */
    @JsonCreator
    public static Share parse(String text) {
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (!number.matches("[0-9]{1,9}(\\.[0-9]{1,9})?([eE]-?[0-9]{1,2})?")) {
            throw new IllegalArgumentException("'" + text + "' is no share; write it like 0.01, 1e-4 or 1 %");
        }
        double value = Double.parseDouble(number);
        return new Share(percent ? value / 100 : value);
    }

    /** {@return whether chance, asked once, falls into this share} */
    boolean falls(SplittableRandom random) {
        return of == 1 || random.nextDouble() < of;
    }

    /** {@return how many come before the next one that falls into this share, at most {@code most}} */
    long untilNext(SplittableRandom random, long most) {
        if (of == 1) {
            return 0;
        }
        double steps = of == 0 ? most : Math.floor(Math.log1p(-random.nextDouble()) / Math.log1p(-of));
        return (long) Math.min(steps, most);
    }

    @JsonValue
    @Override
    public String toString() {
        return new BigDecimal(of)
                .round(new java.math.MathContext(6, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toString();
    }
}
