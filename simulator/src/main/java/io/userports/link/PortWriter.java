package io.userports.link;

import io.userports.link.Ledger.Fate;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The thread of one port: takes units from a short queue and has each written at its deadline. */
final class PortWriter {
    /** A third of a second of S1 batches; telegrams grow stale long before it is full. */
    private static final int QUEUE_UNITS = 64;
    /** Faults may cut a telegram into single octets, all of them known before the first is due. */
    private static final int MOST_UNITS = 4096;
    /** What is overdue for so long waits behind a unit that nobody takes; what comes after it would wait in vain. */
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** By then the next telegram of P1 is due, and this one is no longer what the meter has to say. */
    private static final long STALE_P1_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** A meter does not keep samples for somebody who does not read; a busy machine may stumble for so long. */
    private static final long STALE_S1_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    /** S1 nearly fills its line, which would never make good what a thread that wakes up late has lost; P1 does not. */
    private static final long CATCH_UP_S1_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** The port looks whether somebody listens a little before the deadline, so that looking makes nothing late. */
    private static final long EARLY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** How long a unit that has begun may take to end when everything else has ended. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How often a waiting pacing thread looks whether the port has ended meanwhile. */
    private static final long LOOK_UP_MILLIS = 50;

    /** How often a telegram that nobody asks for looks whether somebody does. */
    private static final long REQUEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long STACK_OCTETS = 256 * 1024;
    private static final Unit END = new Unit(null, 0);

    private record Unit(Emission emission, long deadline) {}

    private final UserPort port;
    private final Link link;
    private final Ledger ledger;
    private final boolean clocked;
    private final LineWriter line;
    private final Playing playing;
    // One more than the units that are let in: the end always fits.
    private final BlockingQueue<Unit> queue = new LinkedBlockingQueue<>(MOST_UNITS + 1);
    private final Thread thread;
    private final long staleNanos;
    private final long secondNanos;
    private volatile boolean stopping;
    private volatile boolean over;

    PortWriter(Outlet outlet, TimeScale scale, Playing playing) {
        this.port = outlet.port();
        this.link = outlet.link();
        this.ledger = outlet.ledger();
        this.clocked = !scale.isMax();
        this.line = new LineWriter(link, scale, port == UserPort.P1 ? 0 : CATCH_UP_S1_NANOS);
        this.playing = playing;
        this.secondNanos = scale.nanosOf(Duration.ofSeconds(1));
        this.staleNanos = port == UserPort.P1 ? STALE_P1_NANOS : STALE_S1_NANOS;
        this.thread = new Thread(null, this::run, "userports " + port + " " + link.address(), STACK_OCTETS);
        thread.setDaemon(true);
    }

    UserPort port() {
        return port;
    }

    Link link() {
        return link;
    }

    void start() {
        thread.start();
    }

    /** Lets the unit in if there is room; otherwise drops it, or waits for room where no clock is kept. */
    void offer(Emission emission, long deadline) {
        Unit unit = new Unit(emission, deadline);
        boolean in = clocked ? !over && hasRoom() && queue.offer(unit) : waitedFor(unit);
        if (!in && !stopping) {
            drop(unit);
        }
    }

    /** Units that are not due yet are no backlog. */
    private boolean hasRoom() {
        Unit next = queue.peek();
        long overdue = next == null ? 0 : System.nanoTime() - next.deadline();
        return overdue <= STUCK_NANOS && (queue.size() < QUEUE_UNITS || overdue < 0 && queue.size() < MOST_UNITS);
    }

    /** Ends the port when everything let in has been written. */
    void end() {
        line.hurry(GRACE_NANOS);
        waitedFor(END);
    }

    /** Ends the port after the unit that has begun, if any. */
    void stop() {
        stopping = true;
        line.hurry(GRACE_NANOS);
        queue.clear();
        queue.offer(END);
        line.wake();
    }

    /** Waits for the end; a write that hangs for good is freed by closing its link. */
    void join() throws InterruptedException {
        if (thread == Thread.currentThread()) {
            return;
        }
        // Twice: what gives up by itself has done so by then, and its link stays open.
        thread.join(2 * TimeUnit.NANOSECONDS.toMillis(GRACE_NANOS));
        if (thread.isAlive()) {
            thread.interrupt();
            link.close();
            thread.join();
        }
    }

    private void run() {
        Throwable failure = null;
        try {
            for (Unit unit = queue.take(); unit != END; unit = queue.take()) {
                send(unit);
            }
        } catch (InterruptedException e) {
            // Only join() interrupts, and nothing is left to do.
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        over = true;
        for (Unit unit = queue.poll(); unit != null; unit = queue.poll()) {
            if (unit != END && !stopping) {
                drop(unit);
            }
        }
        playing.portOver(this, failure);
    }

    private void send(Unit unit) throws InterruptedException {
        if (unit.emission().octets().length == 0) {
            long now = System.nanoTime();
            ledger.add(unit.emission(), 0, now, now, 0, Fate.LOST);
            return;
        }
        long deadline = clocked ? unit.deadline() : System.nanoTime();
        if (!line.await(deadline - EARLY_NANOS, () -> stopping)) {
            return;
        }
        long started = System.nanoTime();
        long begin = deadline;
        try {
            OptionalLong wanted = started - deadline <= staleNanos ? wanted(unit, deadline) : OptionalLong.empty();
            begin = wanted.orElse(deadline);
            if (wanted.isPresent() && line.awaitFree(begin, () -> stopping)) {
                started = System.nanoTime();
                line.write(unit.emission().octets(), unit.emission().signal());
            }
        } finally {
            int left = line.taken();
            int length = unit.emission().octets().length;
            Fate fate = left == 0 ? Fate.DROPPED : left < length ? Fate.CUT : Fate.LEFT;
            long lateness = clocked && left > 0 ? started - begin : 0;
            if (fate == Fate.DROPPED) {
                link.missed(unit.emission().octets());
            }
            if (left > 0 || !stopping) {
                ledger.add(unit.emission(), left, started, System.nanoTime(), lateness, fate);
            }
        }
    }

    /** {@return when the unit is to begin: when it is due or, if it is asked for only then, within its second} */
    private OptionalLong wanted(Unit unit, long deadline) throws InterruptedException {
        if (link.ready()) {
            return OptionalLong.of(deadline);
        }
        if (clocked && port == UserPort.P1 && link.startsOnRequest()) {
            long last = deadline
                    + secondNanos
                    - EARLY_NANOS
                    - line.lineTime(unit.emission().octets().length);
            while (System.nanoTime() - last < 0 && line.await(System.nanoTime() + REQUEST_NANOS, () -> stopping)) {
                if (link.ready()) {
                    return OptionalLong.of(Math.max(System.nanoTime() - deadline, 0) + deadline);
                }
            }
        }
        return OptionalLong.empty();
    }

    private boolean waitedFor(Unit unit) {
        try {
            while (!over && !stopping) {
                if (queue.offer(unit, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void drop(Unit unit) {
        long now = System.nanoTime();
        link.missed(unit.emission().octets());
        ledger.add(unit.emission(), 0, now, now, 0, Fate.DROPPED);
    }
}
