package io.userports.conformance.cems;

import io.userports.wire.UserPort;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One entry of a mapping: a text that a CEMS shows, and what it stands for.
 *
 * <p>It is selected by {@code topic}, and in the text by {@code at} or {@code group}; it stands for a {@code quantity},
 * for the {@code status} of a port, or for an {@code event}.
 *
 * @param topic of the messages that it stands in; of all when left out
 * @param at where it stands in the text, which is JSON then; the whole text when neither this nor {@code group} is given
 * @param group the named group of the pattern that finds it
 * @param quantity what it is a value of
 * @param unit in which unit it is shown: the quantity's own when left out
 * @param scale what it is multiplied by, 1 when left out
 * @param sign what its sign means
 * @param hex whether the text is the hexadecimal digits of the characters, as in the telegram
 * @param words what its texts stand for
 * @param time how it is written, of a quantity that is a time
 * @param zone the time zone of a time that says none; UTC when left out
 * @param status the port of which it is the status
 * @param event the event that it is; said of {@code port}
 * @param port the port of the event; {@code p1} when left out
 */
public record Meaning(
        TopicFilter topic,
        Pointer at,
        String group,
        Quantity quantity,
        String unit,
        BigDecimal scale,
        Sign sign,
        Boolean hex,
        Map<String, String> words,
        TimeForm time,
        String zone,
        String status,
        String event,
        String port) {
    private static final List<String> PORTS =
            Arrays.stream(UserPort.values()).map(Meaning::name).toList();

    /** No honest number is longer, nor farther from 1; others would cost time to calculate with. */
    private static final int LONGEST_NUMBER = 40;

    /** What the sign of a number means. */
    public enum Sign {
        /** As the quantity has it: import is positive. */
        AS_IS,
        /** The other way round. */
        EXPORT_POSITIVE,
        /** Nothing; it is dropped. */
        ABSOLUTE;

        private BigDecimal of(BigDecimal number) {
            return this == AS_IS ? number : this == ABSOLUTE ? number.abs() : number.negate();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Meaning {
        hex = hex != null && hex;
        words = words == null ? Map.of() : Map.copyOf(words);
        if (Stream.of(quantity, status, event).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("stands for nothing; write one of quantity, status and event");
        }
        if (at != null && group != null) {
            throw KeyException.of("group", "stands beside at; a text is found by one of them");
        }
        if (unit != null && (quantity == null || !quantity.units().contains(unit))) {
            throw KeyException.of(
                    "unit",
                    Quoted.of(unit) + " is no unit of " + (quantity == null ? "what is no quantity" : quantity)
                            + (quantity == null || quantity.units().isEmpty()
                                    ? "; leave it out"
                                    : "; allowed: " + String.join(", ", quantity.units())));
        }
        if ((scale != null || sign != null) && (quantity == null || !quantity.isNumber())) {
            throw KeyException.of(scale != null ? "scale" : "sign", "is of numbers only; leave it out");
        }
        if (scale != null && (scale.precision() > LONGEST_NUMBER || Math.abs((long) scale.scale()) > LONGEST_NUMBER)) {
            throw KeyException.of("scale", "has more than " + LONGEST_NUMBER + " digits");
        }
        if ((time != null || zone != null) && (quantity == null || !quantity.isTime())) {
            throw KeyException.of(time != null ? "time" : "zone", "is of times only; leave it out");
        }
        if (hex && (quantity == null || !quantity.isText())) {
            throw KeyException.of("hex", "is of texts only; leave it out");
        }
        checkPort("status", status);
        checkPort("port", port);
        if (zone != null) {
            KeyException.at("zone", () -> zone(zone));
        }
        if (status != null) {
            words.values().stream()
                    .filter(w -> !Observation.Status.KNOWN.contains(w))
                    .findFirst()
                    .ifPresent(w -> {
                        throw KeyException.of(
                                "words",
                                Quoted.of(w) + " is no status; allowed: "
                                        + String.join(", ", Observation.Status.KNOWN));
                    });
        }
    }

    /** {@return whether it stands in messages of {@code name}} */
    public boolean isOf(String name) {
        return topic == null || topic.matches(name);
    }

    /** {@return where in a JSON document it stands, if that is how it is found} */
    public Optional<Pointer> pointer() {
        return Optional.ofNullable(at);
    }

    /** {@return the group of the pattern that finds it, if that is how it is found} */
    public Optional<String> groupName() {
        return Optional.ofNullable(group);
    }

    /** {@return the quantity that it is a value of, if it is one} */
    public Optional<Quantity> shows() {
        return Optional.ofNullable(quantity);
    }

    /** {@return whether it is an event, which happens anew each time that it is told} */
    public boolean happens() {
        return event != null;
    }

    /** {@return what {@code text} says; nothing when it is not there and says nothing then} */
    public Optional<Observation> says(Optional<String> text) {
        if (quantity != null) {
            return Optional.of(new Observation.Value(quantity, text.map(this::canonical)));
        }
        return event == null
                ? text.map(this::status)
                : text.map(t -> new Observation.Event(event, port == null ? "p1" : port));
    }

    private Observation status(String text) {
        String word = words.getOrDefault(text, text);
        return Observation.Status.KNOWN.contains(word)
                ? new Observation.Status(status, word)
                : new Observation.Unreadable(
                        text, "a status is one of " + String.join(", ", Observation.Status.KNOWN) + "; see words");
    }

    private String canonical(String text) {
        String word = words.getOrDefault(text, text);
        if (quantity.isTime()) {
            ZoneId in = zone == null ? ZoneOffset.UTC : zone(zone);
            return (time == null ? TimeForm.ISO : time)
                    .read(word, in)
                    .map(Instant::toString)
                    .orElse(word);
        }
        if (quantity.isText()) {
            return hex ? Sent.octets(word).orElse(word) : word;
        }
        return quantity.canonical(number(word), unit == null ? "" : unit);
    }

    /** What is no number stays as it was written. */
    private String number(String text) {
        try {
            BigDecimal number = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
            if (number == null || Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                return text;
            }
            BigDecimal scaled = scale == null ? number : number.multiply(scale);
            return (sign == null ? scaled : sign.of(scaled)).toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Quoted.of(text) + " is no time zone; write one like Europe/Brussels");
        }
    }

    private static void checkPort(String key, String port) {
        if (port != null && !PORTS.contains(port)) {
            throw KeyException.of(key, Quoted.of(port) + " is no port; allowed: " + String.join(", ", PORTS));
        }
    }

    private static String name(UserPort port) {
        return port.name().toLowerCase(Locale.ROOT);
    }

    /** {@return how it is found and what it stands for, for people} */
    @Override
    public String toString() {
        String where = Stream.of(
                        topic == null ? "" : "topic " + topic,
                        at == null ? "" : "at " + at,
                        group == null ? "" : "group " + group)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", "));
        String what = quantity != null ? quantity.slug() : status != null ? "status of " + status : "event " + event;
        return what + " (" + (where.isEmpty() ? "the whole text" : where) + ")";
    }
}
