package io.userports.link;

import io.userports.wire.LineRate;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A pseudo-terminal of our own, which programs open like a serial device.
 *
 * <p>Octets are written only while somebody has it open, from one unit's boundary on. When nobody has it open any more,
 * what is unread is forgotten at once, so that the next reader gets nothing stale: a thread that sleeps in the system
 * until then sees to it. Only a program that opens the port again within about a millisecond of leaving it, on a busy
 * machine a few, can be faster than that thread, and then finds what it left unread.
 */
final class PtyLink implements Link {
    private static final long STACK_OCTETS = 256 * 1024;
    /** Plenty for a reader that reads; one that does not is not waited for. */
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final PseudoTerminal terminal;
    private final Optional<OwnSymlink> symlink;
    private final LineRate rate;
    private final DataRequest request;
    private final Thread watcher;
    private boolean joined;
    private boolean closed;

    private PtyLink(PseudoTerminal terminal, Optional<OwnSymlink> symlink, LineRate rate, DataRequest request) {
        this.terminal = terminal;
        this.symlink = symlink;
        this.rate = rate;
        this.request = request;
        this.watcher = new Thread(null, this::watch, "userports watching " + terminal.path(), STACK_OCTETS);
        watcher.setDaemon(true);
    }

    static PtyLink open(Optional<Path> symlink, LineRate rate, DataRequest request) {
        PseudoTerminal terminal = PseudoTerminal.open();
        try {
            Optional<OwnSymlink> own = symlink.map(path -> OwnSymlink.create(path, Path.of(terminal.path())));
            PtyLink link = new PtyLink(terminal, own, rate, request);
            link.watcher.start();
            return link;
        } catch (LinkException e) {
            terminal.close();
            throw e;
        }
    }

    @Override
    public String address() {
        return terminal.path();
    }

    @Override
    public Optional<LineRate> pace() {
        return Optional.of(rate);
    }

    @Override
    public synchronized boolean ready() {
        if (closed) {
            return false;
        }
        boolean open = !terminal.hungUp();
        if (open && !joined) {
            joined = true;
            notifyAll();
        } else if (!open) {
            leave();
        }
        return joined;
    }

    @Override
    public boolean startsOnRequest() {
        return request.startsAtOnce();
    }

    @Override
    public synchronized int write(byte[] unit, int from, int to) {
        // Not asked again whether it is hung up: the watcher forgets what is written until it has noticed.
        return closed || !joined ? -1 : terminal.write(unit, from, to);
    }

    @Override
    public synchronized long heard() {
        if (!closed) {
            terminal.ignoreInput();
        }
        return terminal.ignored();
    }

    @Override
    public Optional<Receiver> farEnd() {
        return Optional.of(PtyReceiver.open(terminal.path()));
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            linger();
            symlink.ifPresent(OwnSymlink::remove);
            terminal.wake();
            notifyAll();
        }
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.close();
    }

    // The system forgets what is unread when a pseudo-terminal is closed: the last unit would reach nobody whole.
    private void linger() {
        long end = System.nanoTime() + LINGER_NANOS;
        while (joined && terminal.unread() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LINGER_NANOS / 100);
        }
    }

    private void leave() {
        if (joined) {
            joined = false;
            terminal.refresh();
        }
    }

    private void watch() {
        while (awaitReader()) {
            terminal.awaitHangUp();
            synchronized (this) {
                if (!closed) {
                    leave();
                }
            }
        }
    }

    private synchronized boolean awaitReader() {
        try {
            while (!joined && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return false;
        }
        return !closed;
    }
}
