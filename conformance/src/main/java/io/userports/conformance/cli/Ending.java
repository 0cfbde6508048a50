package io.userports.conformance.cli;

import io.userports.adapter.SerialLibrary;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish of a signal to end a measurement, and the time to tell what was measured until then. */
final class Ending implements AutoCloseable {
    /** More than a measurement takes to end; whatever hangs longer is not waited for. */
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "userports ends the measurement");
    private volatile boolean wanted;

    private Ending() {}

    static Ending awaited() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(ending.hook);
        SerialLibrary.closeAfter(ending::end);
        return ending;
    }

    /** {@return whether the process is to end} */
    boolean isWanted() {
        return wanted;
    }

    private void end() {
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
            // The process is ending already.
        }
    }
}
