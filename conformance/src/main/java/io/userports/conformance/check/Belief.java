package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a CEMS shows at one moment: the last it said of each quantity, and whether it presents that as current. */
final class Belief {
    private final Map<Quantity, String> values = new EnumMap<>(Quantity.class);
    private final Map<Quantity, Long> arrivals = new EnumMap<>(Quantity.class);
    private final Set<String> stale = new HashSet<>();

    void hear(Stamped stamped) {
        if (stamped.observation() instanceof Observation.Value value) {
            arrivals.put(value.quantity(), stamped.nanos());
            value.value().ifPresentOrElse(v -> values.put(value.quantity(), v), () -> values.remove(value.quantity()));
        } else if (stamped.observation() instanceof Observation.Status status) {
            if (status.current()) {
                stale.remove(status.port());
            } else {
                stale.add(status.port());
            }
        }
    }

    Optional<String> of(Quantity quantity) {
        return Optional.ofNullable(values.get(quantity));
    }

    Optional<Long> arrivalOf(Quantity quantity) {
        return Optional.ofNullable(arrivals.get(quantity));
    }

    /** {@return whether it presents what it reads from {@code port} as current: it has not said that it is stale} */
    boolean isCurrent(UserPort port) {
        return !stale.contains(port.name().toLowerCase(Locale.ROOT));
    }

    /** {@return what it presents as current, of both ports} */
    Map<Quantity, String> current() {
        Map<Quantity, String> current = new EnumMap<>(Quantity.class);
        for (UserPort port : UserPort.values()) {
            current.putAll(current(port));
        }
        return current;
    }

    /** {@return what it presents as current of {@code port}: nothing when it says that it is stale} */
    Map<Quantity, String> current(UserPort port) {
        Map<Quantity, String> current = new EnumMap<>(Quantity.class);
        if (isCurrent(port)) {
            current.putAll(values);
            current.keySet().removeIf(q -> q.port() != port);
        }
        return current;
    }
}
