package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One kind of fault, as its record describes itself: a new record is listed, written and read by itself. */
public final class FaultKind {
    /** Every kind, family by family in the order in which {@link Fault} permits them. */
    public static final List<FaultKind> LIST =
            records(Fault.class).map(FaultKind::new).toList();

    private static final Map<String, FaultKind> BY_NAME =
            LIST.stream().collect(Collectors.toMap(FaultKind::name, kind -> kind));

    private final Class<?> type;

    private FaultKind(Class<?> type) {
        this.type = type;
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(FaultKind::records);
    }

    /** {@return the kind of that name} */
    public static FaultKind of(String name) {
        if (name.contains("=") || name.contains(",")) {
            throw InputException.of(Quoted.of(name) + " is no fault; write its name, a colon and its parameters, like"
                    + " wrong-crc:every=10");
        }
        return Optional.ofNullable(BY_NAME.get(name)).orElseThrow(() -> {
            List<String> near = LIST.stream()
                    .map(FaultKind::name)
                    .filter(known ->
                            Arrays.stream(name.split("-")).anyMatch(part -> part.length() > 1 && known.contains(part)))
                    .toList();
            return InputException.of(Quoted.of(name) + " is no fault"
                    + (near.isEmpty() ? "" : "; near it are " + String.join(", ", near))
                    + "; userports faults lists all");
        });
    }

    /** {@return the kind whose telegrams are told of in these words: {@code has a wrong CRC}} */
    public static Optional<FaultKind> told(String telegram) {
        return LIST.stream()
                .filter(kind -> kind.about().telegram().equals(telegram))
                .findFirst();
    }

    /** {@return its name in files, on the command line and in Gherkin} */
    public String name() {
        return type.getAnnotation(JsonTypeName.class).value();
    }

    /** {@return whether it only changes when octets leave, which no row of octets shows} */
    public boolean isOfTimeAlone() {
        return TimingFault.OfTimeAlone.class.isAssignableFrom(type);
    }

    /** {@return what people are told about it} */
    public About about() {
        return type.getAnnotation(About.class);
    }

    /** {@return its parameters, in order} */
    public List<FaultParameter> parameters() {
        return Arrays.stream(type.getRecordComponents())
                .map(FaultParameter::new)
                .toList();
    }

    /**
     * {@return the fault that has these parameters}
     *
     * @throws InputException when one is unknown, missing or not allowed, which it names
     */
    public Fault make(Map<String, String> words) {
        List<FaultParameter> parameters = parameters();
        List<String> known = parameters.stream().map(FaultParameter::name).toList();
        words.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            List<String> all = new ArrayList<>(known);
            all.addAll(Schedule.KEYS);
            throw InputException.at(
                    name(), Quoted.of(key) + " is no parameter of it; known are " + String.join(", ", all));
        });
        Object[] values = new Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            FaultParameter parameter = parameters.get(i);
            values[i] = parameter.read(name(), Optional.ofNullable(words.get(parameter.name())));
        }
        return construct(values);
    }

    private Fault construct(Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return (Fault) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw InputException.at(name(), e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
