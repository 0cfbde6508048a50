package io.userports.conformance.reference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What the reference says of one port, in lines of the adapter contract: nothing twice. */
final class Voice {
    private static final JsonFactory JSON = new JsonFactory();

    private final UserPort port;
    private final Consumer<String> lines;
    private final Map<Quantity, Shown> shown = new EnumMap<>(Quantity.class);
    private String status = "";

    Voice(UserPort port, Consumer<String> lines) {
        this.port = port;
        this.lines = lines;
    }

    /** Says what differs from before; of a quantity of this port that is not among {@code values} it has none. */
    void show(Map<Quantity, Shown> values) {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.port() != port) {
                continue;
            }
            Shown value = values.get(quantity);
            Shown before = value == null ? shown.remove(quantity) : shown.put(quantity, value);
            if (value != null && !value.equals(before)) {
                say("quantity", quantity.slug(), "value", value.value(), "unit", value.unit());
            } else if (value == null && before != null) {
                say("quantity", quantity.slug(), "value", null);
            }
        }
    }

    void status(String now) {
        if (!status.equals(now)) {
            status = now;
            say("status", now, "port", slug());
        }
    }

    String status() {
        return status;
    }

    void event(String event) {
        say("event", event, "port", slug());
    }

    private String slug() {
        return port.name().toLowerCase(Locale.ROOT);
    }

    /** The streaming writer alone: binding would double the time that this program takes to start. */
    private void say(String... keysAndValues) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (int i = 0; i < keysAndValues.length; i += 2) {
                json.writeStringField(keysAndValues[i], keysAndValues[i + 1]);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.accept(line.toString());
    }
}
