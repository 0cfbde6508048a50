package io.userports.link;

import io.userports.wire.EmissionSource;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The keeper of the clock: plays any number of sources, each unit at its own instant of monotonic time.
 *
 * <p>One thread keeps all deadlines, absolute ones, so that nothing drifts, and never waits for a port. Without a clock
 * ({@link TimeScale#MAX}) it waits for the links instead: then a port that takes nothing holds up all others.
 */
public final class Player implements AutoCloseable {
    private final TimeScale scale;
    // Differences, because the monotonic clock may wrap.
    private final PriorityQueue<Playing> heap =
            new PriorityQueue<>((a, b) -> Long.compare(a.wakeNanos() - b.wakeNanos(), 0));
    private final List<Playing> playings = new ArrayList<>();
    private final Thread pacer;
    private volatile boolean closed;

    private Player(TimeScale scale) {
        this.scale = scale;
        this.pacer = new Thread(this::run, "userports pacing");
        pacer.setDaemon(true);
    }

    /** {@return a running player with nothing to play yet} */
    public static Player of(TimeScale scale) {
        Player player = new Player(scale);
        player.pacer.start();
        return player;
    }

    /**
     * Plays {@code source} from its next step on, which is due now.
     *
     * <p>From here on the source is asked by one thread, shortly before each step is due. Its first step is made at once.
     *
     * @param links where the units of each port leave; those of other ports go nowhere. They stay the caller's to close,
     *     except that a write that hangs when the playing is stopped is freed by closing its link.
     * @param ledger where every unit is noted
     */
    public Playing play(EmissionSource source, Map<UserPort, Link> links, Ledger ledger) {
        return play(
                source,
                links.entrySet().stream()
                        .map(e -> new Outlet(e.getKey(), e.getValue(), ledger))
                        .toList());
    }

    /** Plays as {@link #play(EmissionSource, Map, Ledger)}; the units of each port leave by all of its {@code outlets}. */
    public Playing play(EmissionSource source, List<Outlet> outlets) {
        Playing playing = new Playing(source, outlets, scale);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the player is closed");
            }
            playings.removeIf(Playing::isDone);
            playings.add(playing);
            playing.start();
            heap.add(playing);
        }
        LockSupport.unpark(pacer);
        return playing;
    }

    /** Stops everything that plays and ends all threads. */
    @Override
    public void close() {
        List<Playing> rest;
        synchronized (this) {
            closed = true;
            rest = List.copyOf(playings);
            heap.clear();
        }
        LockSupport.unpark(pacer);
        rest.forEach(Playing::cease);
        rest.forEach(Playing::stop);
        try {
            pacer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            Playing playing = takeDue();
            if (playing != null && playing.advance()) {
                synchronized (this) {
                    heap.add(playing);
                }
            }
        }
    }

    /** {@return what is due now, taken from the heap; null after having waited for it} */
    private Playing takeDue() {
        long wait = Long.MAX_VALUE;
        synchronized (this) {
            if (!heap.isEmpty()) {
                wait = heap.peek().wakeNanos() - System.nanoTime();
                if (wait <= 0) {
                    return heap.poll();
                }
            }
        }
        LockSupport.parkNanos(wait);
        return null;
    }
}
