package io.userports.conformance.cems;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.userports.yaml.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Where in a JSON document a value stands: a JSON pointer (RFC 6901), of which a step may also be {@code [key=value]}.
 *
 * <p>That step picks the first element of a list that has {@code value} under {@code key}; of an object, itself if it
 * has: {@code /external/[type=gas_meter]/value}.
 *
 * @param steps unescaped, outermost first; none is the whole document
 */
public record Pointer(List<String> steps) {
    public Pointer {
        steps = List.copyOf(steps);
    }

    /** {@return the pointer that {@code text} is} */
    @JsonCreator
    public static Pointer parse(String text) {
        if (text.isEmpty()) {
            return new Pointer(List.of());
        }
        if (!text.startsWith("/") || text.matches(".*~(?![01]).*")) {
            throw new IllegalArgumentException(Quoted.of(text)
                    + " is no JSON pointer; write a / before each key or number, and ~1 for a / and ~0 for a ~ in a key,"
                    + " like /data/power or /external/[type=gas_meter]/value");
        }
        return new Pointer(Arrays.stream(text.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** {@return what stands there in {@code document}} */
    public Optional<JsonNode> find(JsonNode document) {
        Optional<JsonNode> node = Optional.of(document);
        for (String step : steps) {
            node = node.flatMap(n -> step(n, step));
        }
        return node;
    }

    private static Optional<JsonNode> step(JsonNode node, String step) {
        int equals = step.indexOf('=');
        if (step.startsWith("[") && step.endsWith("]") && equals > 0) {
            String key = step.substring(1, equals);
            String value = step.substring(equals + 1, step.length() - 1);
            Iterable<JsonNode> candidates = node.isArray() ? node : List.of(node);
            return StreamSupport.stream(candidates.spliterator(), false)
                    .filter(n -> n.has(key) && n.get(key).asText().equals(value))
                    .findFirst();
        }
        if (node.isArray()) {
            return step.matches("0|[1-9][0-9]{0,8}")
                    ? Optional.ofNullable(node.get(Integer.parseInt(step)))
                    : Optional.empty();
        }
        return Optional.ofNullable(node.get(step));
    }

    @Override
    @JsonValue
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }
}
