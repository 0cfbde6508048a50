package io.userports.conformance.observe;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observe;
import io.userports.conformance.cems.Placeholders;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What was seen, a line each: {@code power-import 1.193}, {@code gas-volume -}, {@code p1 stale}, {@code ! event}. */
final class Seen {
    static final Placeholders NONE = new Placeholders(Map.of());

    private Seen() {}

    /** {@return the entry of {@code observe} that {@code yaml} is} */
    static Observe declared(String yaml) {
        try {
            return StrictYaml.read(
                    new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "observe.yaml", Observe.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return an interpreter of that entry} */
    static Interpreter interpreter(String yaml, Observations observations) {
        return Interpreter.of(declared(yaml), NONE, observations);
    }

    static List<String> lines(Observations observations) {
        return observations.since(0).stream()
                .map(stamped -> line(stamped.observation()))
                .toList();
    }

    private static String line(Observation observation) {
        if (observation instanceof Observation.Value value) {
            return value.quantity() + " " + value.value().orElse("-");
        }
        if (observation instanceof Observation.Status status) {
            return status.port() + " " + status.status();
        }
        if (observation instanceof Observation.Event event) {
            return "! " + event.event() + " " + event.port();
        }
        Observation.Unreadable unreadable = (Observation.Unreadable) observation;
        return "? " + unreadable.line() + " (" + unreadable.why() + ")";
    }
}
