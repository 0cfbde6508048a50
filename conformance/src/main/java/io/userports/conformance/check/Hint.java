package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A guess at the cause of a wrong value, from the mistakes that the field knows. */
final class Hint {
    private static final Map<Quantity, Quantity> OTHER_SUB_METER =
            Map.of(Quantity.GAS_VOLUME, Quantity.WATER_VOLUME, Quantity.WATER_VOLUME, Quantity.GAS_VOLUME);

    private Hint() {}

    /**
     * {@return what may have gone wrong}
     *
     * @param was what is shown instead of what {@code telegram} says
     * @param all every good telegram so far
     * @param evidence where those stand that nobody may believe, and how finely the CEMS shows its values
     */
    static Optional<String> of(
            Quantity quantity, String was, SentTelegram telegram, List<SentTelegram> all, Evidence evidence) {
        Display display = evidence.display();
        Optional<String> sent = telegram.said(quantity).value();
        Optional<BigDecimal> number = number(was);
        if (telegram.said(quantity).values().isEmpty() && was.equals("0")) {
            return Optional.of("a value that is not there is no zero");
        }
        if (!quantity.unit().isEmpty() && number.isEmpty()) {
            return Optional.of("no decimal number in " + quantity.unit() + " or a stated multiple of it");
        }
        if (OTHER_SUB_METER.containsKey(quantity)
                && telegram.said(OTHER_SUB_METER.get(quantity)).says(was, display.tolerance(quantity))) {
            return Optional.of("equals the reading of the other sub-meter: a channel was taken for a device type");
        }
        Optional<BigDecimal> value = quantity.unit().isEmpty() ? Optional.empty() : sent.flatMap(Hint::number);
        if (value.isPresent()) {
            BigDecimal right = value.get();
            if (right.signum() != 0 && number.get().compareTo(right.movePointRight(3)) == 0) {
                return Optional.of("a thousand times the value: the unit is another one");
            }
            if (right.signum() != 0 && number.get().movePointRight(3).compareTo(right) == 0) {
                return Optional.of("a thousandth of the value: the unit is another one");
            }
            if (right.scale() > 0 && number.get().compareTo(new BigDecimal(right.toBigInteger())) == 0) {
                return Optional.of("equals the value without its decimals");
            }
        }
        return hoursOff(was, sent)
                .or(() -> earlier(quantity, was, telegram, all, display).map(n -> "equals the value of telegram " + n))
                .or(() -> earlier(quantity, was, telegram, evidence.rejected(), display)
                        .map(n -> "equals the value of telegram " + n + ", whose CRC is wrong or missing"))
                .or(() -> other(quantity, was, telegram, display));
    }

    private static Optional<String> hoursOff(String was, Optional<String> sent) {
        try {
            Duration off = Duration.between(Instant.parse(sent.orElse("")), Instant.parse(was));
            boolean zone = off.abs().equals(Duration.ofHours(1)) || off.abs().equals(Duration.ofHours(2));
            return zone ? Optional.of("whole hours off: civil time was taken for UTC, or S for W") : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> earlier(
            Quantity quantity, String was, SentTelegram telegram, List<SentTelegram> all, Display display) {
        Tolerance tolerance = display.tolerance(quantity);
        return all.stream()
                .filter(t -> t != telegram && t.said(quantity).says(was, tolerance))
                .reduce((first, second) -> second)
                .map(SentTelegram::number);
    }

    /** Only among numbers in the same unit: two states or texts are alike by chance. */
    private static Optional<String> other(Quantity quantity, String was, SentTelegram telegram, Display display) {
        if (quantity.unit().isEmpty() || was.equals("0")) {
            return Optional.empty();
        }
        return telegram.says().keySet().stream()
                .filter(q -> q != quantity && q.unit().equals(quantity.unit()))
                .filter(q -> telegram.said(q).says(was, display.tolerance(quantity)))
                .findFirst()
                .map(q -> "equals " + q + " of that telegram");
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
