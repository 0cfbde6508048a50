package io.userports.conformance.bench;

import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Link;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.util.EnumMap;
import java.util.Map;

/** How the links of a rig are opened: by each run for itself, or a serial line once for all runs that share it. */
final class Lines {
    private final boolean shared;
    private final Map<UserPort, Line> lines = new EnumMap<>(UserPort.class);

    /** A line that several have open, how many, and whether one of them keeps it to the end. */
    private record Line(Link link, LineRate rate, int users, boolean kept) {
        Line joined(boolean keeping) {
            return new Line(link, rate, users + 1, kept || keeping);
        }

        Line left() {
            return new Line(link, rate, users - 1, kept);
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

    /**
     * {@return the link of {@code port}, open; closing it leaves a shared line to the others}
     *
     * <p>Waits while others have a shared line at another rate: their scenario ends, and none of them waits for this one.
     *
     * @param keeping whether it stays open to the end of the run
     * @throws NotClaimed when another one keeps the line at another rate
     */
    KnownLink open(UserPort port, RigPort there, LineRate rate, boolean keeping) {
        if (!shared || !there.link().isOneWire()) {
            return KnownLink.own(there.link().open(rate, there.request()));
        }
        return taken(port, there, rate, keeping);
    }

    private synchronized KnownLink taken(UserPort port, RigPort there, LineRate rate, boolean keeping) {
        Line line = lines.get(port);
        while (line != null && !line.rate().equals(rate)) {
            if (line.kept()) {
                throw NotClaimed.of(port + " stays at " + line.rate().bitsPerSecond()
                        + " bit/s: a CEMS on the same wire is" + " kept for the whole run (start.process)");
            }
            await();
            line = lines.get(port);
        }
        Line now = line != null
                ? line.joined(keeping)
                : new Line(there.link().open(rate, there.request()), rate, 1, keeping);
        lines.put(port, now);
        if (now.kept()) {
            // Who waits for another rate would wait for ever.
            notifyAll();
        }
        return KnownLink.shared(now.link(), () -> release(port));
    }

    private synchronized void release(UserPort port) {
        Line line = lines.get(port).left();
        lines.put(port, line);
        if (line.users() == 0) {
            lines.remove(port);
            line.link().close();
            notifyAll();
        }
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RigBroken.of("the run was interrupted", e);
        }
    }
}
