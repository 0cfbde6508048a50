package io.userports.link;

import io.userports.wire.LineRate;
import java.util.Optional;

/** Takes everything and forgets it. */
class StubLink implements Link {
    boolean closed;

    @Override
    public String address() {
        return "stub";
    }

    @Override
    public Optional<LineRate> pace() {
        return Optional.of(LineRate.P1);
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public int write(byte[] unit, int from, int to) {
        return to - from;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
