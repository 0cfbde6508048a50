package io.userports.conformance.observe;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A thread that looks at one place again and again until it is closed. */
final class Repeating implements Observer {
    private static final long JOIN_MILLIS = 2_000;

    /** One look, of any length. */
    interface Look {
        /** Looks once; waits only so that it can be interrupted. */
        void once() throws InterruptedException;
    }

    private final Thread thread;
    private final Look look;
    private final long everyNanos;
    private volatile Optional<String> broken = Optional.empty();

    private Repeating(String name, long everyNanos, Look look) {
        this.look = look;
        this.everyNanos = everyNanos;
        this.thread = new Thread(this::run, "userports observe " + name);
        thread.setDaemon(true);
    }

    /** {@return a thread that has begun to look, at most once in {@code everyNanos}} */
    static Repeating begin(String name, long everyNanos, Look look) {
        Repeating repeating = new Repeating(name, everyNanos, look);
        repeating.thread.start();
        return repeating;
    }

    private void run() {
        try {
            for (long next = System.nanoTime() + everyNanos;
                    true;
                    next = Math.max(next, System.nanoTime()) + everyNanos) {
                look.once();
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        } catch (InterruptedException e) {
            // It was closed.
        } catch (RuntimeException | StackOverflowError e) {
            // The latter by a pattern that goes too deep in a long text.
            broken = Optional.of("what looks at the CEMS (" + thread.getName() + ") broke: " + e
                    + "; simplify pattern if there is one, else report it as a mistake of the harness");
        }
    }

    @Override
    public Optional<String> broken() {
        return broken;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
