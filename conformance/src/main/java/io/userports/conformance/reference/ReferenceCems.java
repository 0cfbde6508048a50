package io.userports.conformance.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.userports.conformance.cems.Quantity;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
    private static final ObjectMapper JSON = new ObjectMapper();

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
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put("quantity", quantity.slug());
                fields.put("value", value.value());
                fields.put("unit", value.unit());
                say(fields);
            } else if (value == null && before != null) {
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put("quantity", quantity.slug());
                fields.put("value", null);
                say(fields);
            }
        }
    }

    private void status(String now) {
        if (!status.equals(now)) {
            status = now;
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("status", now);
            fields.put("port", "p1");
            say(fields);
        }
    }

    private void event(String event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", event);
        fields.put("port", "p1");
        say(fields);
    }

    private void say(Map<String, String> fields) {
        try {
            lines.accept(JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
