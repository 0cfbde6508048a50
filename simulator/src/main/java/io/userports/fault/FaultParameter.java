package io.userports.fault;

import io.userports.grid.Profile;
import io.userports.p1.ObisCode;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One parameter of a fault: its name, what it is, and how it is read. */
public final class FaultParameter {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            int.class, FaultParameter::whole,
            boolean.class, FaultParameter::truth,
            String.class, Function.identity(),
            ObisCode.class, ObisCode::of,
            Share.class, Share::parse,
            Octets.class, Octets::parse,
            Amount.class, FaultParameter::amount,
            Instant.class, Profile::instant,
            OptionalInt.class, text -> OptionalInt.of(whole(text)));

    private final RecordComponent component;

    FaultParameter(RecordComponent component) {
        this.component = component;
    }

    /** {@return its name} */
    public String name() {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** {@return what it is, with its unit and what is allowed} */
    public String is() {
        return annotation().is();
    }

    /** {@return its value when it is left out; empty when it must be given} */
    public String usual() {
        return annotation().usual();
    }

    /** {@return the value that {@code text} gives it, or its usual one} */
    Object read(String fault, Optional<String> text) {
        Class<?> type = component.getType();
        if (text.isEmpty() && usual().isEmpty()) {
            throw InputException.at(fault, name() + " is missing: " + is());
        }
        if (text.isEmpty() && type == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (text.isEmpty() && type == Optional.class) {
            return Optional.empty();
        }
        try {
            String value = text.orElse(usual());
            return type == Optional.class
                    ? Optional.of(read(
                            (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0],
                            value))
                    : read(type, value);
        } catch (IllegalArgumentException | InputException e) {
            throw InputException.at(fault, name() + ": " + e.getMessage(), e);
        }
    }

    private static Object read(Class<?> type, String text) {
        return type.isEnum() ? constant(type, text) : READERS.get(type).apply(text);
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text) + " is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))));
    }

    static int whole(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException(Quoted.of(text) + " is no whole number of up to nine digits");
        }
        return Integer.parseInt(text);
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(Quoted.of(text) + " is neither true nor false");
        }
        return text.equals("true");
    }

    /** On a command line a blank is a nuisance. */
    private static Amount amount(String text) {
        return Amount.parse(text.replaceFirst("(?<=[0-9])(?=[a-zµ])", " "));
    }

    private Parameter annotation() {
        return component.getAnnotation(Parameter.class);
    }
}
