package io.userports.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a binding that failed is told as: the line, the key, the value as written, what is allowed. */
record Complaint(String name, Outline outline, Class<?> type) {
    /** {@return {@code e} in our words} */
    InputException about(JsonMappingException e) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getFieldName());
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownKey(pointer, Expected.keys(unknown.getReferringClass()));
        }
        if (e instanceof ValueInstantiationException refused) {
            return refused(pointer, refused);
        }
        Throwable cause = e.getCause();
        if (cause instanceof InputException
                || cause instanceof IllegalArgumentException && !(cause instanceof NumberFormatException)) {
            return at(pointer, cause.getMessage());
        }
        Class<?> wanted = e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? mismatch.getTargetType()
                : pointer.matches() ? type : declared(e.getPath());
        return mismatch(pointer, wanted);
    }

    /** A number that cannot even be read (.nan, fifty digits) is refused before anybody asks for its type. */
    private static Class<?> declared(List<JsonMappingException.Reference> path) {
        JsonMappingException.Reference last = path.get(path.size() - 1);
        return last.getFrom() instanceof Class<?> group ? Expected.type(group, last.getFieldName()) : Object.class;
    }

    private InputException refused(JsonPointer pointer, ValueInstantiationException e) {
        // An unknown key is told first: it may be what was meant for the one that is missing.
        List<String> keys = Expected.keys(e.getType().getRawClass());
        Optional<JsonPointer> unknown = keys.isEmpty()
                ? Optional.empty()
                : outline.keysOf(pointer).stream()
                        .filter(key -> !keys.contains(key.last().getMatchingProperty()))
                        .findFirst();
        if (unknown.isPresent()) {
            return unknownKey(unknown.get(), keys);
        }
        if (e.getCause() instanceof KeyException refusal) {
            JsonPointer key = pointer;
            for (String step : refusal.key().split("\\.")) {
                key = key.appendProperty(step);
            }
            return at(key, refusal.getMessage());
        }
        if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof InputException) {
            return at(pointer, e.getCause().getMessage());
        }
        throw new IllegalStateException("a record that fails on its values without saying why: " + e.getType(), e);
    }

    private InputException unknownKey(JsonPointer pointer, List<String> allowed) {
        return InputException.at(
                name + ":" + outline.line(pointer),
                "unknown key " + Quoted.of(pointer.last().getMatchingProperty()) + "; allowed here: "
                        + allowed.stream().sorted().collect(Collectors.joining(", ")));
    }

    private InputException mismatch(JsonPointer pointer, Class<?> wanted) {
        Optional<Outline.Place> place = outline.find(pointer);
        String expected = Expected.of(wanted);
        if (place.isEmpty()) {
            return at(
                    pointer.head(),
                    "the key '" + pointer.last().getMatchingProperty() + "' is missing; write " + expected);
        }
        JsonToken kind = place.get().kind();
        String text = place.get().text().orElse("");
        if (kind == JsonToken.VALUE_NULL || kind.isScalarValue() && text.isEmpty()) {
            return at(pointer, "has no value; write " + expected);
        }
        if (!kind.isScalarValue()) {
            String was = kind == JsonToken.START_ARRAY ? "a list" : "a group of keys";
            return at(pointer, was + " stands here; write " + expected);
        }
        if (Expected.whole(wanted) && text.matches("[+-]?[0-9]+")) {
            return at(
                    pointer,
                    kind == JsonToken.VALUE_STRING && text.length() < 10
                            ? "'" + text + "' is a text; write the number without quotation marks"
                            : Quoted.of(text) + " is out of range; allowed are " + Expected.range(wanted));
        }
        return at(pointer, Quoted.of(text) + " is not " + expected);
    }

    private InputException at(JsonPointer pointer, String message) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer p = pointer; !p.matches(); p = p.tail()) {
            if (p.mayMatchElement()) {
                path.append('[').append(p.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(p.getMatchingProperty());
            }
        }
        return InputException.at(name + ":" + outline.line(pointer), (path.isEmpty() ? "" : path + ": ") + message);
    }
}
