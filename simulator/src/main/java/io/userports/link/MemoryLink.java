package io.userports.link;

import io.userports.wire.LineRate;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.Optional;

/** A link to a reader in the same process: what is written comes out of {@link #input()}. */
public final class MemoryLink implements Link {
    private final LineRate rate;
    private final byte[] ring;
    private int head;
    private int held;
    private boolean closed;
    private boolean abandoned;

    private MemoryLink(int capacity, LineRate rate) {
        this.ring = new byte[capacity];
        this.rate = rate;
    }

    /**
     * {@return an open link}
     *
     * @param capacity how many octets it holds for a reader that does not read, more than zero
     * @param rate the rate that the writer keeps
     */
    public static MemoryLink of(int capacity, LineRate rate) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("a link holds at least one octet, not " + capacity);
        }
        return new MemoryLink(capacity, rate);
    }

    /** {@return what was written, in order; ends when the link is closed and drained; its closing ends the listening} */
    public InputStream input() {
        return new Input();
    }

    @Override
    public String address() {
        return "memory";
    }

    @Override
    public Optional<LineRate> pace() {
        return Optional.of(rate);
    }

    @Override
    public synchronized boolean ready() {
        return !closed && !abandoned && held < ring.length;
    }

    @Override
    public synchronized int write(byte[] unit, int from, int to) {
        if (closed || abandoned) {
            return -1;
        }
        int taken = Math.min(to - from, ring.length - held);
        for (int i = 0; i < taken; i++) {
            ring[(head + held++) % ring.length] = unit[from + i];
        }
        notifyAll();
        return taken;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized int read(byte[] target, int from, int length) throws IOException {
        while (held == 0 && length > 0) {
            if (closed || abandoned) {
                return -1;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for octets");
            }
        }
        int given = Math.min(length, held);
        for (int i = 0; i < given; i++) {
            target[from + i] = ring[head];
            head = (head + 1) % ring.length;
        }
        held -= given;
        return given;
    }

    private synchronized void abandon() {
        abandoned = true;
        held = 0;
        notifyAll();
    }

    private synchronized int held() {
        return held;
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return MemoryLink.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, target.length);
            return MemoryLink.this.read(target, from, length);
        }

        @Override
        public int available() {
            return held();
        }

        @Override
        public void close() {
            abandon();
        }
    }
}
