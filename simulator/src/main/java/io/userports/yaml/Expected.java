package io.userports.yaml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What may be written for a Java type, in words. */
final class Expected {
    private Expected() {}

    /** {@return the keys of the record {@code type}, as they are written; none for other types} */
    static List<String> keys(Class<?> type) {
        return group(type)
                ? Arrays.stream(type.getRecordComponents())
                        .map(c -> PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.translate(c.getName()))
                        .toList()
                : List.of();
    }

    /** {@return the type of {@code key} in the record {@code group}} */
    static Class<?> type(Class<?> group, String key) {
        int index = keys(group).indexOf(key);
        return index < 0 ? Object.class : group.getRecordComponents()[index].getType();
    }

    /** {@return what may stand for {@code type}, like {@code a whole number}} */
    static String of(Class<?> type) {
        if (whole(type)) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isEnum() && !fromText(type)) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            List<String> keys = type.isArray() ? keys(type.getComponentType()) : List.of();
            return "a list" + (keys.isEmpty() ? "" : ", each with the keys " + String.join(", ", keys));
        }
        if (group(type)) {
            return "a group with the keys " + String.join(", ", keys(type));
        }
        return Map.class.isAssignableFrom(type) ? "a group of keys" : "a single value";
    }

    /** {@return whether {@code type} is a whole number} */
    static boolean whole(Class<?> type) {
        return type == long.class || type == Long.class || type == int.class || type == Integer.class;
    }

    /** {@return the range of the whole numbers of {@code type}} */
    static String range(Class<?> type) {
        return type == long.class || type == Long.class
                ? Long.MIN_VALUE + " to " + Long.MAX_VALUE
                : Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }

    private static boolean group(Class<?> type) {
        return type.isRecord() && !fromText(type);
    }

    private static boolean fromText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(m -> Modifier.isStatic(m.getModifiers()) && m.isAnnotationPresent(JsonCreator.class));
    }
}
