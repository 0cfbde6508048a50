package io.userports.link;

import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Writes whole units on a link at the pace of a serial line, whether or not the link has one.
 *
 * <p>Used by one thread, except for {@link #wake} and {@link #hurry}.
 */
final class LineWriter {
    /** Small enough to look like a line; half of it would take half as much processor time again. */
    private static final Duration SLICE = Duration.ofMillis(20);
    /** How long a reader that takes nothing is left alone. */
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Link link;
    private final TimeScale scale;
    private final long catchUpNanos;
    private final Optional<LineRate> pace;
    private final int slice;
    private volatile Thread waiting;
    private volatile long patience = Long.MAX_VALUE;
    private long free = System.nanoTime();
    private long begin = free;
    private int taken;

    /** {@code catchUpNanos}: how far the line may be taken to have begun before a unit that is late really does. */
    LineWriter(Link link, TimeScale scale, long catchUpNanos) {
        this.link = link;
        this.scale = scale;
        this.catchUpNanos = catchUpNanos;
        this.pace = link.pace();
        this.slice = scale.isMax()
                ? Integer.MAX_VALUE
                : pace.map(rate -> Math.max(1, rate.octetsIn(scale.simulatedIn(SLICE.toNanos()))))
                        .orElse(Integer.MAX_VALUE);
    }

    /** From now on, a reader that takes nothing for {@code nanos} within a unit is given up. */
    void hurry(long nanos) {
        patience = nanos;
    }

    /** Makes {@link #await} look at its condition again. */
    void wake() {
        LockSupport.unpark(waiting);
    }

    /** Waits until {@code deadline}; false when cancelled. */
    boolean await(long deadline, BooleanSupplier cancelled) throws InterruptedException {
        taken = 0;
        waiting = Thread.currentThread();
        while (!cancelled.getAsBoolean()) {
            if (!parkedUntil(deadline)) {
                return true;
            }
        }
        return false;
    }

    /** The same, and until the line has carried what came before. */
    boolean awaitFree(long deadline, BooleanSupplier cancelled) throws InterruptedException {
        begin = free - deadline > 0 ? free : deadline;
        return await(begin, cancelled);
    }

    /** Writes the unit; {@link #taken} tells how far it came, also after a failure. */
    void write(byte[] unit, Signal signal) throws InterruptedException {
        if (signal != Signal.GOOD && link.signal(signal, unit)) {
            taken = unit.length;
            return;
        }

        taken = 0;
        long lastTaken = System.nanoTime();
        free = Math.max(begin - lastTaken, -catchUpNanos) + lastTaken;
        while (taken < unit.length) {
            int now = link.write(unit, taken, taken + Math.min(slice, unit.length - taken));
            if (now < 0) {
                return;
            }
            if (now > 0) {
                taken += now;
                lastTaken = System.nanoTime();
                free += lineTime(now);
            } else {
                free = System.nanoTime() + RETRY_NANOS;
                if (free - lastTaken > patience) {
                    return;
                }
            }
            while (taken < unit.length && parkedUntil(free)) {}
        }
    }

    /** {@return how many octets of the unit left} */
    int taken() {
        return taken;
    }

    /** {@return how long the line takes for so many octets, in real time; 0 where it takes its time itself} */
    long lineTime(int octets) {
        return pace.isEmpty() ? 0 : scale.nanosOf(pace.get().timeOf(octets));
    }

    private static boolean parkedUntil(long nanos) throws InterruptedException {
        long remaining = nanos - System.nanoTime();
        if (remaining <= 0) {
            return false;
        }
        LockSupport.parkNanos(remaining);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return true;
    }
}
