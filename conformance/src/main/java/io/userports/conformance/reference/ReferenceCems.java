package io.userports.conformance.reference;

import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The reference without its ports: octets and the time go in, lines of the adapter contract come out.
 *
 * <p>Several threads may use it, as a rule one a port.
 */
public final class ReferenceCems {
    /** How long after a good telegram its values count as current, as its {@code cems.yaml} says. */
    private static final Duration FRESHNESS = Duration.ofSeconds(5);

    private final Habits habits;
    private final Map<UserPort, PortReader> readers = new EnumMap<>(UserPort.class);
    private final Set<UserPort> started = EnumSet.noneOf(UserPort.class);
    private final Set<UserPort> heard = EnumSet.noneOf(UserPort.class);

    /**
     * @param defect what it shall do wrong
     * @param timeScale how much faster than real time the meter lives
     * @param lines where it says what it believes
     */
    public ReferenceCems(Defect defect, int timeScale, Consumer<String> lines) {
        this.habits = defect.habits();
        long freshness = FRESHNESS.toNanos() / timeScale;
        readers.put(UserPort.P1, new P1Reader(habits, freshness, timeScale, new Voice(UserPort.P1, lines)));
        readers.put(UserPort.S1, new S1Reader(habits, freshness, timeScale, new Voice(UserPort.S1, lines)));
    }

    /** Begins to read {@code port}; says nothing of a port that it does not read. */
    public synchronized void start(UserPort port) {
        started.add(port);
        readers.get(port).start();
    }

    /** {@return what it sends when a port is open} */
    byte[] greeting() {
        return habits.greeting();
    }

    /** {@return whether it asks for telegrams of {@code port} now} */
    synchronized boolean asks(UserPort port) {
        return readers.get(port).asks();
    }

    /** Takes the first {@code count} octets, which have just arrived from {@code port}. */
    public synchronized void octets(UserPort port, byte[] octets, int count, long nanos) {
        if (count > 0) {
            heard.add(port);
        }
        if (!habits.waitsForEveryPort() || heard.containsAll(started)) {
            readers.get(port).octets(octets, count, nanos);
        }
    }

    /** Notices how late it is on {@code port}. */
    public synchronized void tick(UserPort port, long nanos) {
        readers.get(port).tick(nanos);
    }
}
