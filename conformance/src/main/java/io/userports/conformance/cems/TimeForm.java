package io.userports.conformance.cems;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.userports.yaml.Quoted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * How a time is written: {@code iso}, {@code epoch-seconds}, {@code epoch-milliseconds}, or the letters of
 * {@link DateTimeFormatter}, {@code yyMMddHHmmss}.
 *
 * @param text as it is written
 */
public record TimeForm(@JsonValue String text) {
    static final TimeForm ISO = new TimeForm("iso");

    private static final int LONGEST_EPOCH = 20;

    /** {@return the form that {@code text} names} */
    @JsonCreator
    public static TimeForm parse(String text) {
        TimeForm form = new TimeForm(text);
        try {
            form.formatter();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Quoted.of(text)
                    + " is no form of a time; write iso, epoch-seconds, epoch-milliseconds or a pattern like"
                    + " yyMMddHHmmss");
        }
        return form;
    }

    /** {@return the instant that {@code time} is, in {@code zone} when it says no zone itself; empty when it is none} */
    Optional<Instant> read(String time, ZoneId zone) {
        try {
            return Optional.of(
                    switch (text) {
                        case "epoch-seconds" -> epoch(time, 3);
                        case "epoch-milliseconds" -> epoch(time, 0);
                        default ->
                            instant(formatter().parseBest(time, OffsetDateTime::from, LocalDateTime::from), zone);
                    });
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant epoch(String time, int places) {
        if (time.length() > LONGEST_EPOCH || !time.matches("[0-9.]+")) {
            throw new NumberFormatException(time);
        }
        return Instant.ofEpochMilli(new BigDecimal(time)
                .movePointRight(places)
                .setScale(0, RoundingMode.DOWN)
                .longValue());
    }

    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : ((LocalDateTime) time).atZone(zone).toInstant();
    }

    private DateTimeFormatter formatter() {
        return switch (text) {
            case "iso", "epoch-seconds", "epoch-milliseconds" -> DateTimeFormatter.ISO_DATE_TIME;
            default -> DateTimeFormatter.ofPattern(text, Locale.ROOT);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
