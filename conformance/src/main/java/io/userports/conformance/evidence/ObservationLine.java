package io.userports.conformance.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import java.util.Optional;

/**
 * One observation, on a line of {@code observations.ndjson}; what does not belong to its kind is left out.
 *
 * @param at nanoseconds after the meter had begun at which it arrived
 * @param quantity what a value is about
 * @param value in canonical form; left out when the CEMS has none
 * @param port what a status or an event is about
 * @param status what it thinks of that port
 * @param event what it noticed
 * @param unreadable what could not be understood
 * @param why not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObservationLine(
        long at,
        String quantity,
        String value,
        String port,
        String status,
        String event,
        String unreadable,
        String why) {
    static ObservationLine of(Stamped stamped) {
        long at = stamped.nanos();
        if (stamped.observation() instanceof Observation.Value v) {
            return new ObservationLine(at, v.quantity().slug(), v.value().orElse(null), null, null, null, null, null);
        }
        if (stamped.observation() instanceof Observation.Status s) {
            return new ObservationLine(at, null, null, s.port(), s.status(), null, null, null);
        }
        if (stamped.observation() instanceof Observation.Event e) {
            return new ObservationLine(at, null, null, e.port(), null, e.event(), null, null);
        }
        Observation.Unreadable u = (Observation.Unreadable) stamped.observation();
        return new ObservationLine(at, null, null, null, null, null, u.line(), u.why());
    }

    Stamped stamped() {
        return new Stamped(at, observation());
    }

    private Observation observation() {
        if (quantity != null) {
            Quantity of = Quantity.bySlug(quantity)
                    .orElseThrow(() -> new IllegalArgumentException("'" + quantity + "' is no quantity"));
            return new Observation.Value(of, Optional.ofNullable(value));
        }
        if (status != null) {
            return new Observation.Status(port, status);
        }
        return event != null ? new Observation.Event(event, port) : new Observation.Unreadable(unreadable, why);
    }
}
