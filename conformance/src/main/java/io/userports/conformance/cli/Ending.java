package io.userports.conformance.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether somebody wants this process to end, which then waits until what is known by now has been told. */
final class Ending implements AutoCloseable {
    /** Whoever presses Ctrl-C does not wait for ever. */
    private static final long PATIENCE_SECONDS = 8;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "userports tells what it knows");
    private volatile boolean wanted;

    private Ending() {}

    /** {@return a watch that begins now} */
    static Ending watched() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    boolean isWanted() {
        return wanted;
    }

    private void await() {
        wanted = true;
        try {
            told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook runs.
        }
    }
}
