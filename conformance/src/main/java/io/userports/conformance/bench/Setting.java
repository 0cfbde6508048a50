package io.userports.conformance.bench;

import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What does not change while a meter runs.
 *
 * @param start a simulated instant
 * @param startNanos the {@link System#nanoTime()} of it
 * @param timeScale how much faster than real time simulated time passes
 * @param listened whether the CEMS had opened its ports when the meter began
 * @param carried how many observations were made before, of a CEMS that is kept for several scenarios
 * @param asked whether the CEMS shows something only when it is asked
 * @param addresses where each port leaves
 */
public record Setting(
        Instant start,
        long startNanos,
        int timeScale,
        boolean listened,
        int carried,
        boolean asked,
        Map<UserPort, String> addresses) {
    public Setting {
        addresses = Map.copyOf(addresses);
    }

    /** {@return the simulated instant at {@code nanos}} */
    Instant simulatedAt(long nanos) {
        return start.plusNanos(Math.multiplyExact(nanos - startNanos, (long) timeScale));
    }

    /** {@return the nanoseconds at which {@code simulated} is due} */
    long nanosAt(Instant simulated) {
        return startNanos + Duration.between(start, simulated).toNanos() / timeScale;
    }

    /** {@return the same, its nanoseconds counted from {@code origin}} */
    Setting since(long origin) {
        return new Setting(start, startNanos - origin, timeScale, listened, carried, asked, addresses);
    }
}
