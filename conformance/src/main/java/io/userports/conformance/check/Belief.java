package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a CEMS shows at one moment: the last it said of each quantity, and whether it presents that as current. */
final class Belief {
    private final Map<Quantity, String> values = new EnumMap<>(Quantity.class);
    private final Map<Quantity, Long> arrivals = new EnumMap<>(Quantity.class);
    private boolean current = true;

    void hear(Stamped stamped) {
        if (stamped.observation() instanceof Observation.Value value) {
            arrivals.put(value.quantity(), stamped.nanos());
            value.value().ifPresentOrElse(v -> values.put(value.quantity(), v), () -> values.remove(value.quantity()));
        } else if (stamped.observation() instanceof Observation.Status status) {
            current = status.current();
        }
    }

    Optional<String> of(Quantity quantity) {
        return Optional.ofNullable(values.get(quantity));
    }

    Optional<Long> arrivalOf(Quantity quantity) {
        return Optional.ofNullable(arrivals.get(quantity));
    }

    /** {@return what it presents as current: nothing when it says that its port is stale} */
    Map<Quantity, String> current() {
        return current ? values : Map.of();
    }

    boolean agrees(SentTelegram telegram, Iterable<Quantity> quantities) {
        if (!current) {
            return false;
        }
        for (Quantity quantity : quantities) {
            if (!of(quantity).equals(telegram.said(quantity))) {
                return false;
            }
        }
        return true;
    }
}
