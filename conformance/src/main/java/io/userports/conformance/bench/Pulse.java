package io.userports.conformance.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that does nothing but notice when the whole process did not run, or the machine slept. */
final class Pulse implements AutoCloseable {
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** When a beat was, by both clocks: the monotonic one may stand still while a machine sleeps, the other one does not. */
    private record Beat(long nanos, long wallMillis) {
        static Beat now() {
            return new Beat(System.nanoTime(), System.currentTimeMillis());
        }

        /** {@return the time until {@code later}, by whichever clock saw more of it} */
        long nanosUntil(Beat later) {
            return Math.max(later.nanos - nanos, TimeUnit.MILLISECONDS.toNanos(later.wallMillis - wallMillis));
        }
    }

    private final Thread thread = new Thread(this::run, "userports pulse");
    private volatile Beat last = Beat.now();
    private volatile long longestNanos;
    private volatile boolean closed;

    private Pulse() {}

    static Pulse begin() {
        Pulse pulse = new Pulse();
        pulse.thread.setDaemon(true);
        pulse.thread.start();
        return pulse;
    }

    /** {@return the longest time between two beats so far, or since the last one: whoever asks may have woken first} */
    long longestNanos() {
        return Math.max(longestNanos, last.nanosUntil(Beat.now()));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(BEAT_NANOS);
            Beat now = Beat.now();
            longestNanos = Math.max(longestNanos, last.nanosUntil(now));
            last = now;
        }
    }
}
