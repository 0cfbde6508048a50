package io.userports.conformance.bench;

import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A link of which is known whether it can still be used. */
final class KnownLink implements Link {
    private final Link link;
    private volatile boolean whole = true;

    KnownLink(Link link) {
        this.link = link;
    }

    /** {@return whether it was neither closed nor broken so far} */
    boolean isWhole() {
        return whole;
    }

    private <T> T known(Supplier<T> use) {
        try {
            return use.get();
        } catch (LinkException e) {
            whole = false;
            throw e;
        }
    }

    @Override
    public String address() {
        return link.address();
    }

    @Override
    public Optional<LineRate> pace() {
        return link.pace();
    }

    @Override
    public boolean ready() {
        return known(link::ready);
    }

    @Override
    public int write(byte[] unit, int from, int to) {
        return known(() -> link.write(unit, from, to));
    }

    @Override
    public boolean signal(Signal signal, byte[] octets) {
        return known(() -> link.signal(signal, octets));
    }

    @Override
    public boolean startsOnRequest() {
        return link.startsOnRequest();
    }

    @Override
    public List<String> interruptions() {
        return link.interruptions();
    }

    @Override
    public Optional<String> interruption() {
        return link.interruption();
    }

    @Override
    public long heard() {
        return link.heard();
    }

    @Override
    public void close() {
        whole = false;
        link.close();
    }
}
