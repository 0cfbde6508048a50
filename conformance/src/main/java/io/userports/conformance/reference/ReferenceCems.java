package io.userports.conformance.reference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.userports.conformance.cems.Quantity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The reference without its port: octets and the time go in, lines of the adapter contract come out.
 *
 * <p>Used by one thread.
 */
public final class ReferenceCems {
    private static final JsonFactory JSON = new JsonFactory();

    private final Habits habits;
    private final Framing framing;
    private final long freshnessNanos;
    private final Consumer<String> lines;
    private final Map<Quantity, Shown> shown = new EnumMap<>(Quantity.class);
    private String status = "";
    private long lastGood;

    /**
     * @param defect what it shall do wrong
     * @param freshnessNanos how long after a good telegram its values count as current
     * @param lines where it says what it believes
     */
    public ReferenceCems(Defect defect, long freshnessNanos, Consumer<String> lines) {
        this.habits = defect.habits();
        this.framing = new Framing(habits);
        this.freshnessNanos = freshnessNanos;
        this.lines = lines;
    }

    /** Begins. */
    public void start() {
        show(habits.initial());
        if (habits.tellsThatValuesAreOld()) {
            status("no-data");
        }
    }

    /** {@return what it sends when the port is open} */
    byte[] greeting() {
        return habits.greeting();
    }

    /** Takes the first {@code count} octets, which have just arrived. */
    public void octets(byte[] octets, int count, long nanos) {
        framing.feed(octets, count, frame -> received(frame, nanos));
    }

    /** Notices how late it is. */
    public void tick(long nanos) {
        if (status.equals("receiving") && nanos - lastGood > freshnessNanos && habits.tellsThatValuesAreOld()) {
            status("stale");
        }
    }

    private void received(Frame frame, long nanos) {
        if (!habits.accepts(frame)) {
            event("crc-error");
            return;
        }
        Optional<Map<String, List<String>>> objects = habits.take(frame.objects());
        if (objects.isEmpty()) {
            event("telegram-refused");
            return;
        }
        Map<Quantity, Shown> values = habits.interpret(objects.get());
        lastGood = nanos;
        status("receiving");
        show(values);
        habits.alarm(values).ifPresent(this::event);
    }

    private void show(Map<Quantity, Shown> values) {
        for (Quantity quantity : Quantity.values()) {
            Shown value = values.get(quantity);
            Shown before = value == null ? shown.remove(quantity) : shown.put(quantity, value);
            if (value != null && !value.equals(before)) {
                say("quantity", quantity.slug(), "value", value.value(), "unit", value.unit());
            } else if (value == null && before != null) {
                say("quantity", quantity.slug(), "value", null);
            }
        }
    }

    private void status(String now) {
        if (!status.equals(now)) {
            status = now;
            say("status", now, "port", "p1");
        }
    }

    private void event(String event) {
        say("event", event, "port", "p1");
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
