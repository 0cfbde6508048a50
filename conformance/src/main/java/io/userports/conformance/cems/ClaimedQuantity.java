package io.userports.conformance.cems;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One entry of {@code claims.quantities}: a name, or a group that says how finely and how often that value is shown.
 *
 * @param quantity the name of the quantity
 * @param resolution the step of what is shown, like {@code 10 W}, or of a time a duration; none: every digit that was sent
 * @param interval how often the value is shown anew; none: as often as the others
 */
record ClaimedQuantity(String quantity, Amount resolution, Amount interval) {
    ClaimedQuantity {
        KeyException.require(quantity, "quantity", "the name of a quantity, like power-import");
        Quantity named = Quantity.bySlug(quantity)
                .orElseThrow(() -> new IllegalArgumentException(Quoted.of(quantity) + " is no quantity; allowed: "
                        + Arrays.stream(Quantity.values()).map(Quantity::slug).collect(Collectors.joining(", "))));
        if (resolution != null) {
            KeyException.at("resolution", () -> named.resolution(resolution));
        }
        if (interval != null) {
            Claims.checkTime("interval", interval, 1);
        }
    }

    /** {@return the entry that is nothing but a name; Jackson finds it by its own} */
    public static ClaimedQuantity valueOf(String quantity) {
        return new ClaimedQuantity(quantity, null, null);
    }

    Quantity named() {
        return Quantity.bySlug(quantity).orElseThrow();
    }

    /** {@return the step in the unit of the quantity, of a time in seconds} */
    Optional<BigDecimal> step() {
        return Optional.ofNullable(resolution).map(named()::resolution);
    }

    Optional<Duration> every() {
        return Optional.ofNullable(interval).map(Amount::milliseconds).map(Duration::ofMillis);
    }
}
