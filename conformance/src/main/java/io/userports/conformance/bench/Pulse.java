package io.userports.conformance.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that does nothing but notice when the whole process did not run, or the machine slept. */
final class Pulse implements AutoCloseable {
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Thread thread = new Thread(this::run, "userports pulse");
    private volatile long longestNanos;
    private volatile boolean closed;

    private Pulse() {}

    static Pulse begin() {
        Pulse pulse = new Pulse();
        pulse.thread.setDaemon(true);
        pulse.thread.start();
        return pulse;
    }

    /** {@return the longest time between two beats so far, by whichever clock saw more of it} */
    long longestNanos() {
        return longestNanos;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        long nanos = System.nanoTime();
        long wall = System.currentTimeMillis();
        while (!closed) {
            LockSupport.parkNanos(BEAT_NANOS);
            long nanosNow = System.nanoTime();
            long wallNow = System.currentTimeMillis();
            // The monotonic clock may stand still while a machine sleeps; the other one does not.
            long slept = Math.max(nanosNow - nanos, TimeUnit.MILLISECONDS.toNanos(wallNow - wall));
            longestNanos = Math.max(longestNanos, slept);
            nanos = nanosNow;
            wall = wallNow;
        }
    }
}
