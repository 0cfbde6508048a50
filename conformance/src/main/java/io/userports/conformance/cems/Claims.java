package io.userports.conformance.cems;

import io.userports.grid.Edition;
import io.userports.grid.Wiring;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What it says it does.
 *
 * @param ports the user ports that it reads
 * @param quantities the values that it shows, each by its name or with its own resolution and interval
 * @param freshness how long after the last telegram it stops presenting values as current
 * @param interval how often it shows new values; 1 s when left out
 * @param recovery within how many telegrams it reads again after something bad or a change, of S1 within how many seconds;
 *     5 when left out
 * @param fastest how much faster than real time it may be fed; 1 when left out
 * @param editions the editions of eMUCS-P1 that it reads; all when left out
 * @param wirings the wirings of the meters that it reads; all when left out
 */
public record Claims(
        List<String> ports,
        List<ClaimedQuantity> quantities,
        Amount freshness,
        Amount interval,
        Integer recovery,
        Integer fastest,
        List<Edition> editions,
        List<Wiring> wirings) {
    /** In kW; from one telegram to the next the net power moves by up to 127 W, and seldom by less than this. */
    private static final BigDecimal FEW_WATTS = new BigDecimal("0.010");

    /** In seconds. */
    private static final BigDecimal A_TELEGRAM = BigDecimal.ONE;

    private static final List<String> PORTS = List.of("p1", "s1");

    private static final Amount EACH_TELEGRAM = Amount.parse("1 s");

    private static final int USUAL_RECOVERY = 5;

    private static final int SLOWEST_RECOVERY = 60;

    /** Beyond it a telegram is shorter than what processes of this machine take to pass it on. */
    private static final int FASTEST = 100;

    public Claims {
        ports = ports == null ? List.of() : List.copyOf(ports);
        quantities = quantities == null ? List.of() : List.copyOf(quantities);
        interval = interval == null ? EACH_TELEGRAM : interval;
        recovery = recovery == null ? USUAL_RECOVERY : recovery;
        fastest = fastest == null ? 1 : fastest;
        editions = editions == null ? List.of(Edition.values()) : List.copyOf(editions);
        wirings = wirings == null ? List.of(Wiring.values()) : List.copyOf(wirings);
        ports.stream().filter(p -> !PORTS.contains(p)).findFirst().ifPresent(p -> {
            throw KeyException.of("ports", Quoted.of(p) + " is no port; allowed: " + String.join(", ", PORTS));
        });
        requirePorts(quantities, ports);
        requireOnce(quantities);
        KeyException.require(freshness, "freshness", "after how long without a telegram it tells so, like 10 s");
        checkTime("freshness", freshness, 1000);
        checkTime("interval", interval, 1);
        checkNumber("recovery", recovery, SLOWEST_RECOVERY, "telegrams");
        checkNumber("fastest", fastest, FASTEST, "times as fast as real time");
        checkSome("editions", editions, "50217");
        checkSome("wirings", wirings, "star");
    }

    /** {@return these ports, quantities by their names, and times; for the rest what holds when it is left out} */
    public static Claims of(List<String> ports, List<String> quantities, Amount freshness, Amount interval) {
        return new Claims(
                ports,
                quantities.stream().map(ClaimedQuantity::valueOf).toList(),
                freshness,
                interval,
                null,
                null,
                null,
                null);
    }

    /** {@return the same, of {@code quantity} with this step and this time between two values} */
    public Claims with(Quantity quantity, Amount resolution, Amount every) {
        List<ClaimedQuantity> others = quantities.stream()
                .map(q -> q.named() == quantity ? new ClaimedQuantity(q.quantity(), resolution, every) : q)
                .toList();
        return new Claims(ports, others, freshness, interval, recovery, fastest, editions, wirings);
    }

    /** {@return whether {@code tracer} is shown finely enough to tell one telegram from the next} */
    public boolean tells(Quantity tracer) {
        return Optional.ofNullable(resolutions().get(tracer))
                .map(step -> step.compareTo(tracer.isTime() ? A_TELEGRAM : FEW_WATTS) <= 0)
                .orElse(true);
    }

    /** {@return whether it reads that port} */
    public boolean reads(UserPort port) {
        return ports.contains(port.name().toLowerCase(Locale.ROOT));
    }

    /** {@return the quantities that it claims to show} */
    public Set<Quantity> shown() {
        return quantities.stream()
                .map(ClaimedQuantity::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quantity.class)));
    }

    /** {@return the claimed steps, in the unit of each quantity and of times in seconds; those of the others are not there} */
    public Map<Quantity, BigDecimal> resolutions() {
        Map<Quantity, BigDecimal> steps = new EnumMap<>(Quantity.class);
        quantities.forEach(q -> q.step().ifPresent(step -> steps.put(q.named(), step)));
        return steps;
    }

    /** {@return how often each quantity is shown anew} */
    public Map<Quantity, Duration> intervals() {
        Map<Quantity, Duration> intervals = new EnumMap<>(Quantity.class);
        quantities.forEach(q -> intervals.put(q.named(), q.every().orElse(every())));
        return intervals;
    }

    /** {@return how often the slowest of {@code asked} is shown anew; of none of them, what is usual} */
    public Duration longestInterval(Collection<Quantity> asked) {
        Map<Quantity, Duration> intervals = intervals();
        return asked.stream()
                .flatMap(q -> Optional.ofNullable(intervals.get(q)).stream())
                .max(Comparator.naturalOrder())
                .orElse(every());
    }

    private Duration every() {
        return Duration.ofMillis(interval.milliseconds());
    }

    private static void requirePorts(List<ClaimedQuantity> quantities, List<String> ports) {
        for (ClaimedQuantity claimed : quantities) {
            String port = claimed.named().port().name().toLowerCase(Locale.ROOT);
            if (!ports.contains(port)) {
                throw KeyException.of(
                        "quantities",
                        Quoted.of(claimed.quantity()) + " is read from " + port + ", which is not claimed; add " + port
                                + " to ports, or leave it out");
            }
        }
    }

    private static void requireOnce(List<ClaimedQuantity> quantities) {
        Map<Quantity, ClaimedQuantity> seen = new EnumMap<>(Quantity.class);
        for (ClaimedQuantity claimed : quantities) {
            ClaimedQuantity before = seen.putIfAbsent(claimed.named(), claimed);
            if (before != null && !before.equals(claimed)) {
                throw KeyException.of(
                        "quantities", Quoted.of(claimed.quantity()) + " is claimed twice; leave one of them");
            }
        }
    }

    static void checkTime(String key, Amount time, long leastMillis) {
        long millis = KeyException.at(key, time::milliseconds);
        if (millis < leastMillis || millis > 3_600_000) {
            throw KeyException.of(key, "'" + time + "' is not " + leastMillis + " ms to 1 h");
        }
    }

    private static void checkNumber(String key, int number, int most, String what) {
        if (number < 1 || number > most) {
            throw KeyException.of(key, "'" + number + "' is not 1 to " + most + " " + what);
        }
    }

    private static void checkSome(String key, List<?> list, String like) {
        if (list.isEmpty()) {
            throw KeyException.of(
                    key, "an empty list claims none; leave it out to claim all, or name some, like " + like);
        }
    }
}
