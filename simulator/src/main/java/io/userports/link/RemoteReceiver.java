package io.userports.link;

import io.userports.wire.LineRate;
import java.util.concurrent.TimeUnit;

/** What comes in at a serial port of another machine, until the connection breaks: what came meanwhile nobody knows. */
final class RemoteReceiver implements Receiver {
    /** A third of a second at two million bits a second. */
    private static final int CAPACITY = 64 * 1024;

    /** How often one who waits looks whether the connection has broken. */
    private static final long LOOK_MILLIS = 50;

    private final byte[] ring = new byte[CAPACITY];
    private RemotePort port;
    private int head;
    private int held;
    private long lost;
    private boolean closed;

    private RemoteReceiver() {}

    static RemoteReceiver open(String host, int port, LineRate rate) {
        RemoteReceiver receiver = new RemoteReceiver();
        receiver.port = RemotePort.open(host, port, rate, DataRequest.Line.NONE, receiver::take);
        return receiver;
    }

    /** What nobody reads in time is lost, as in a driver that overruns. */
    private synchronized void take(byte octet) {
        if (held == CAPACITY) {
            lost++;
            return;
        }
        ring[(head + held++) % CAPACITY] = octet;
        notifyAll();
    }

    @Override
    public synchronized long lost() {
        return lost;
    }

    private boolean isOver() {
        return closed || port.interruptions().count() > 0;
    }

    @Override
    public String address() {
        return port.url();
    }

    @Override
    public synchronized int read(byte[] target, int from, int length, int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (held == 0 && !isOver()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return 0;
                }
                wait(Math.min(left, LOOK_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
        if (held == 0) {
            return -1;
        }
        int count = Math.min(held, length);
        for (int i = 0; i < count; i++) {
            target[from + i] = ring[(head + i) % CAPACITY];
        }
        head = (head + count) % CAPACITY;
        held -= count;
        return count;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        port.close();
    }
}
