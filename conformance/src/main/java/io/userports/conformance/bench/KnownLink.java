package io.userports.conformance.bench;

import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A link of which is known whether it can still be used, and whether its line is that of others too. */
final class KnownLink implements Link {
    private final Link link;
    private final boolean shared;
    private final Runnable closing;
    private final long heardBefore;
    private final long interruptedBefore;
    private volatile boolean whole = true;
    private boolean released;

    private KnownLink(Link link, boolean shared, Runnable closing) {
        this.link = link;
        this.shared = shared;
        this.closing = closing;
        this.heardBefore = link.heard();
        this.interruptedBefore = link.interrupted();
    }

    /** {@return {@code link}, which nobody else has} */
    static KnownLink own(Link link) {
        return new KnownLink(link, false, link::close);
    }

    /** {@return one's own end of a line; {@code closing} gives it back, and is run once} */
    static KnownLink shared(Link line, Runnable closing) {
        return new KnownLink(line, true, closing);
    }

    /** {@return the line of {@code link} where others have it too: octets are written on it once for all} */
    static Optional<Link> sharedLine(Link link) {
        return link instanceof KnownLink known && known.shared ? Optional.of(known.link) : Optional.empty();
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
    public void missed(byte[] unit) {
        link.missed(unit);
    }

    @Override
    public List<Reader> readers() {
        return link.readers();
    }

    @Override
    public long interrupted() {
        return link.interrupted() - interruptedBefore;
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
        return link.heard() - heardBefore;
    }

    @Override
    public synchronized void close() {
        // Its own link may be closed by whoever frees a write that hangs; a line that is shared is given back once.
        whole = false;
        if (!released || !shared) {
            released = true;
            closing.run();
        }
    }
}
