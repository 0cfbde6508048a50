package io.userports.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.userports.yaml.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The edition of the eMUCS-P1 data set that a meter's firmware follows, by the number it announces (0-0:96.1.4). */
public enum Edition {
    /** e-MUCS H 1.3 and eMUCS-P1 1.3: the Flemish data set. */
    E50213,
    /** eMUCS-P1 1.4: currents gain two decimals. */
    E50214,
    /** eMUCS-P1 1.5: active power per phase and direction. */
    E50215,
    /** eMUCS-P1 1.6: water meters. */
    E50216,
    /** eMUCS-P1 1.7 and 1.7.1: maximum demand. */
    E50217,
    /** eMUCS-P1 2.1 and 2.1.1: EAN, grid configuration, relays, finer thresholds. */
    E50221;

    private static final List<Edition> LIST = List.of(values());

    private final String number = name().substring(1);
    private final int value = Integer.parseInt(number);

    /** {@return the number as the meter announces it, five digits} */
    public String number() {
        return number;
    }

    /** {@return the newest known edition that is not newer than {@code number}, which may be any text} */
    public static Optional<Edition> upTo(String number) {
        if (number.length() != 5) {
            return Optional.empty();
        }
        int value = 0;
        for (int i = 0; i < 5; i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            value = value * 10 + digit;
        }
        for (int i = LIST.size() - 1; i >= 0; i--) {
            if (LIST.get(i).value <= value) {
                return Optional.of(LIST.get(i));
            }
        }
        return Optional.empty();
    }

    /** {@return the edition with exactly this number} */
    @JsonCreator
    public static Edition of(String number) {
        return Arrays.stream(values())
                .filter(e -> e.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Quoted.of(number) + " is no known edition; known are "
                        + Arrays.stream(values()).map(Edition::number).collect(Collectors.joining(", "))));
    }

    /** {@return whether the meter is of the second generation (eMUCS-P1 2.x)} */
    public boolean secondGeneration() {
        return compareTo(E50221) >= 0;
    }

    @Override
    public String toString() {
        return number();
    }
}
