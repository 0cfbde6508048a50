package io.userports.fault;

import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters that every fault has: where it strikes and when. */
final class Schedule {
    /** Their names, in the order in which people are told of them. */
    static final List<String> KEYS = List.of("every", "after", "times", "share", "port");

    private Schedule() {}

    /** {@return a fault of that kind with the parameters among {@code words}, narrowed by the others} */
    static Disturbance of(FaultKind kind, Map<String, String> words) {
        Map<String, String> own = new LinkedHashMap<>(words);
        own.keySet().removeAll(KEYS);
        return applied(Disturbance.always(kind.make(own)), words);
    }

    /** {@return {@code disturbance}, narrowed by what {@code words} say} */
    static Disturbance applied(Disturbance disturbance, Map<String, String> words) {
        Disturbance narrowed = disturbance;
        String fault = disturbance.fault().named();
        for (Map.Entry<String, String> word : words.entrySet()) {
            try {
                narrowed = narrowed(narrowed, word.getKey(), word.getValue());
            } catch (IllegalArgumentException e) {
                throw InputException.at(fault, word.getKey() + ": " + e.getMessage(), e);
            }
        }
        return narrowed;
    }

    private static Disturbance narrowed(Disturbance d, String key, String value) {
        return switch (key) {
            case "every" ->
                new Disturbance(d.fault(), d.port(), d.every() * number(value, 1), d.after(), d.times(), d.share());
            case "after" -> d.after(number(value, 0));
            case "times" -> d.times(number(value, 1));
            case "share" -> d.in(Share.parse(value));
            case "port" ->
                new Disturbance(d.fault(), Optional.of(port(value)), d.every(), d.after(), d.times(), d.share());
            default -> d;
        };
    }

    private static int number(String text, int least) {
        int number = FaultParameter.whole(text);
        if (number < least) {
            throw new IllegalArgumentException(Quoted.of(text) + " is less than " + least + ", a number of telegrams");
        }
        return number;
    }

    private static UserPort port(String text) {
        return Arrays.stream(UserPort.values())
                .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text) + " is neither p1 nor s1"));
    }
}
