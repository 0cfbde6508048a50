package io.userports.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Somebody at the other end of a link: reads what comes, on a thread of its own, until the stream ends. */
final class Listener implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final InputStream in;
    private final Thread thread;

    private Listener(InputStream in) {
        this.in = in;
        this.thread = new Thread(this::read, "listener");
        thread.setDaemon(true);
        thread.start();
    }

    static Listener to(InputStream in) {
        return new Listener(in);
    }

    private void read() {
        byte[] buffer = new byte[4096];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hear(buffer, n);
            }
        } catch (IOException e) {
            // How a pseudo-terminal ends.
        }
    }

    private synchronized void hear(byte[] buffer, int length) {
        heard.write(buffer, 0, length);
        notifyAll();
    }

    synchronized byte[] heard() {
        return heard.toByteArray();
    }

    /** Everything heard, as soon as it is this much. */
    synchronized byte[] hears(long octets) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = 1; heard.size() < octets && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (heard.size() < octets) {
            throw new AssertionError("only " + heard.size() + " octets came, not " + octets);
        }
        return heard();
    }

    byte[] hearsTheEnd() throws InterruptedException {
        thread.join(PATIENCE.toMillis());
        if (thread.isAlive()) {
            throw new AssertionError("still open after " + heard().length + " octets");
        }
        return heard();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
