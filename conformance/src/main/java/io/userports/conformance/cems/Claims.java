package io.userports.conformance.cems;

import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What it says it does.
 *
 * @param ports the user ports that it reads
 * @param quantities the values that it shows
 * @param freshness how long after the last telegram it stops presenting values as current
 * @param interval how often it shows new values; 1 s when left out
 */
public record Claims(List<String> ports, List<String> quantities, Amount freshness, Amount interval) {
    private static final List<String> PORTS = List.of("p1", "s1");

    public Claims {
        ports = ports == null ? List.of() : List.copyOf(ports);
        quantities = quantities == null ? List.of() : List.copyOf(quantities);
        interval = interval == null ? Amount.parse("1 s") : interval;
        ports.stream().filter(p -> !PORTS.contains(p)).findFirst().ifPresent(p -> {
            throw KeyException.of("ports", Quoted.of(p) + " is no port; allowed: " + String.join(", ", PORTS));
        });
        quantities.stream()
                .filter(q -> Quantity.bySlug(q).isEmpty())
                .findFirst()
                .ifPresent(q -> {
                    throw KeyException.of(
                            "quantities",
                            Quoted.of(q) + " is no quantity; allowed: "
                                    + EnumSet.allOf(Quantity.class).stream()
                                            .map(Quantity::slug)
                                            .collect(Collectors.joining(", ")));
                });
        requirePorts(quantities, ports);
        KeyException.require(freshness, "freshness", "after how long without a telegram it tells so, like 10 s");
        check("freshness", freshness, 1000);
        check("interval", interval, 1);
    }

    /** {@return whether it reads that port} */
    public boolean reads(UserPort port) {
        return ports.contains(port.name().toLowerCase(Locale.ROOT));
    }

    private static void requirePorts(List<String> quantities, List<String> ports) {
        for (String slug : quantities) {
            String port = Quantity.bySlug(slug).orElseThrow().port().name().toLowerCase(Locale.ROOT);
            if (!ports.contains(port)) {
                throw KeyException.of(
                        "quantities",
                        Quoted.of(slug) + " is read from " + port + ", which is not claimed; add " + port
                                + " to ports, or leave it out");
            }
        }
    }

    private static void check(String key, Amount time, long leastMillis) {
        long millis = KeyException.at(key, time::milliseconds);
        if (millis < leastMillis || millis > 3_600_000) {
            throw KeyException.of(key, "'" + time + "' is not " + leastMillis + " ms to 1 h");
        }
    }

    /** {@return the quantities that it claims to show} */
    public Set<Quantity> shown() {
        return quantities.stream()
                .map(q -> Quantity.bySlug(q).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quantity.class)));
    }
}
