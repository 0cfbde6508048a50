package io.userports.conformance.bench;

import io.userports.conformance.check.Waiting;
import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Link;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How the links of a rig are opened: by each run for itself, or a serial line once for all runs that share it. */
final class Lines {
    /** So long whoever lags behind may take to end a scenario with another rate of the line. */
    private static final Duration LAGGING = Duration.ofMinutes(2);

    private final boolean shared;
    private final Map<UserPort, Line> lines = new EnumMap<>(UserPort.class);

    /** A line that several have open, and how many. */
    private record Line(Link link, LineRate rate, int users) {
        Line with(int more) {
            return new Line(link, rate, users + more);
        }
    }

    private Lines(boolean shared) {
        this.shared = shared;
    }

    /** {@return lines that nobody else has} */
    static Lines own() {
        return new Lines(false);
    }

    /** {@return lines for several runs, of which each has its own links but where there is one wire for all} */
    static Lines shared() {
        return new Lines(true);
    }

    /** {@return the link of {@code port}, open; closing it leaves a shared line to the others} */
    KnownLink open(UserPort port, RigPort there, LineRate rate) {
        if (!shared || !there.link().isOneWire()) {
            return KnownLink.own(there.link().open(rate, there.request()));
        }
        return Waiting.until(System.nanoTime() + LAGGING.toNanos(), () -> taken(port, there, rate))
                .orElseThrow(
                        () -> RigBroken.of(port + ": another CEMS still holds the line at another rate; see why its"
                                + " scenario does not end"));
    }

    private synchronized Optional<KnownLink> taken(UserPort port, RigPort there, LineRate rate) {
        Line line = lines.get(port);
        if (line != null && !line.rate().equals(rate)) {
            return Optional.empty();
        }
        Line now = line != null ? line.with(1) : new Line(there.link().open(rate, there.request()), rate, 1);
        lines.put(port, now);
        return Optional.of(KnownLink.shared(now.link(), () -> release(port)));
    }

    private synchronized void release(UserPort port) {
        Line line = lines.get(port).with(-1);
        lines.put(port, line);
        if (line.users() == 0) {
            lines.remove(port);
            line.link().close();
        }
    }
}
