package io.userports.conformance.cems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** The reader of the adapter contract: one JSON object a line. */
final class ContractLine {
    private static final ObjectMapper MAPPER = mapper();

    private ContractLine() {}

    static Observation read(String line) {
        if (!line.stripLeading().startsWith("{")) {
            return new Observation.Unreadable(line, "no JSON object");
        }
        try {
            JsonNode node = MAPPER.readTree(line);
            return node != null && node.isObject()
                    ? read(line, node)
                    : new Observation.Unreadable(line, "no JSON object");
        } catch (JsonProcessingException e) {
            return new Observation.Unreadable(line, "no JSON object");
        }
    }

    private static Observation read(String line, JsonNode node) {
        if (node.hasNonNull("quantity") && node.has("value")) {
            return Quantity.bySlug(node.get("quantity").asText())
                    .<Observation>map(quantity -> new Observation.Value(quantity, value(quantity, node)))
                    .orElse(new Observation.Unreadable(line, "no quantity of that name"));
        }
        if (node.hasNonNull("status")) {
            if (!Observation.Status.KNOWN.contains(node.get("status").asText())) {
                return new Observation.Unreadable(
                        line, "a status is one of " + String.join(", ", Observation.Status.KNOWN));
            }
            return new Observation.Status(
                    node.path("port").asText("p1"), node.get("status").asText());
        }
        if (node.hasNonNull("event")) {
            return new Observation.Event(
                    node.get("event").asText(), node.path("port").asText("p1"));
        }
        return new Observation.Unreadable(line, "neither quantity and value, nor status, nor event");
    }

    /** An empty text and no text are one and the same. */
    private static Optional<String> value(Quantity quantity, JsonNode node) {
        JsonNode value = node.get("value");
        return value.isNull() || value.asText().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        quantity.canonical(value.asText(), node.path("unit").asText("")));
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new JsonMapper();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(10)
                        .maxNumberLength(60)
                        .build());
        return mapper;
    }
}
