package io.userports.link;

import io.userports.wire.LineRate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A serial line that is opened again when its device has been unplugged and is back; a thread of its own looks after it.
 *
 * <p>While it is away its lock is not held: the device may come back under another name, and another adapter under this one.
 * A run that takes it meanwhile is told of.
 *
 * <p>jSerialComm could tell of an unplugged device too, and then does so hundreds of thousands of times.
 */
final class KeptLine implements AutoCloseable {
    /** How often it is looked whether the device is still there, or there again. */
    private static final long LOOK_MILLIS = 50;
    /** A device that is back may be somebody else's for a moment, until the system has given it to us. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long STACK_OCTETS = 256 * 1024;

    private final SerialPlace place;
    private final LineRate rate;
    private final Thread watcher;
    private final Interruptions interruptions;
    private final Object closing = new Object();
    private Optional<SerialLine> line;
    private volatile String address;
    private long lostNanos;
    private String lost = "";
    private boolean closed;
    /** How many lines that were lost are being closed. */
    private int leaving;
    /** Since when the device is there again and does not open. */
    private Optional<Long> refusedSince = Optional.empty();

    private KeptLine(SerialPlace place, SerialLine line, LineRate rate) {
        this.place = place;
        this.rate = rate;
        this.line = Optional.of(line);
        this.address = line.device();
        this.interruptions = new Interruptions(place.toString());
        this.watcher = new Thread(null, this::watch, "userports watching " + place, STACK_OCTETS);
        watcher.setDaemon(true);
    }

    /**
     * {@return the place, open}
     *
     * @throws LinkException when it cannot be opened now, with the remedy
     */
    static KeptLine open(SerialPlace place, LineRate rate) {
        KeptLine kept = new KeptLine(place, SerialLine.open(place.locate(), rate), rate);
        kept.watcher.start();
        return kept;
    }

    /** {@return the line; empty while it is unplugged, and when it is closed} */
    synchronized Optional<SerialLine> line() {
        return closed ? Optional.empty() : line;
    }

    /** {@return the device at which it is now, or was last} */
    String address() {
        return address;
    }

    /** {@return what happened to it} */
    Interruptions interruptions() {
        return interruptions;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Lets go of a line that is gone; once for each, whoever notices first, its writer or the watcher. */
    void lost(SerialLine there) {
        lost(there, "was unplugged", "; waits for it");
    }

    /** Lets go of a line whose driver takes nothing, and of what that holds; it is opened again. */
    void stuck(SerialLine there) {
        there.forgetOutput();
        lost(
                there,
                "took nothing for half a second",
                "; is opened again, and if that does not help, unplug it and plug it in");
    }

    private void lost(SerialLine there, String what, String then) {
        synchronized (this) {
            if (closed || !line.equals(Optional.of(there))) {
                return;
            }
            line = Optional.empty();
            lostNanos = System.nanoTime();
            lost = what;
            refusedSince = Optional.empty();
            interruptions.begin(what + then);
            leaving++;
        }
        try {
            there.close();
        } finally {
            left();
        }
    }

    private synchronized void left() {
        leaving--;
        notifyAll();
    }

    private void watch() {
        try {
            while (pause()) {
                look();
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but to end it.
        }
    }

    private void look() {
        Optional<SerialLine> now = line();
        try {
            if (now.isEmpty()) {
                reopen();
            } else if (now.get().isGone()) {
                lost(now.get());
            }
        } catch (RuntimeException e) {
            // Whatever it is: nobody else would open the line again.
            refused(e);
        }
    }

    private synchronized boolean pause() throws InterruptedException {
        if (!closed) {
            wait(LOOK_MILLIS);
        }
        return !closed;
    }

    private void reopen() {
        Optional<String> device = whereItIs();
        if (device.isEmpty()) {
            away();
            return;
        }
        SerialLine there = SerialLine.open(device.get(), rate);
        if (!joined(there)) {
            there.close();
        }
    }

    private synchronized void away() {
        refusedSince = Optional.empty();
    }

    private Optional<String> whereItIs() {
        try {
            return Optional.of(place.locate()).filter(at -> !at.startsWith("/") || Files.exists(Path.of(at)));
        } catch (LinkException e) {
            return Optional.empty();
        }
    }

    private synchronized boolean joined(SerialLine there) {
        if (closed) {
            return false;
        }
        line = Optional.of(there);
        address = there.device();
        interruptions.end(
                String.format(Locale.ROOT, "%s and is back after %.1f s", lost, (System.nanoTime() - lostNanos) / 1e9));
        return true;
    }

    private synchronized void refused(RuntimeException e) {
        long now = System.nanoTime();
        if (line.isPresent()) {
            return;
        }
        if (refusedSince.isEmpty()) {
            refusedSince = Optional.of(now);
        } else if (now - refusedSince.get() > SETTLE_NANOS) {
            interruptions.say(
                    lost + " and does not open again: " + (e instanceof LinkException ? e.getMessage() : e.toString()));
        }
    }

    /** Closes the line when what its driver holds has left; whoever closes it too returns when it is closed. */
    @Override
    public void close() {
        synchronized (closing) {
            Optional<SerialLine> last = ended();
            try {
                watcher.join();
                awaitLeft();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            last.ifPresent(SerialLine::finish);
        }
    }

    private synchronized void awaitLeft() throws InterruptedException {
        while (leaving > 0) {
            wait();
        }
    }

    /** {@return the line, which is nobody's from now on; empty when it is closed already} */
    private synchronized Optional<SerialLine> ended() {
        Optional<SerialLine> last = line();
        closed = true;
        notifyAll();
        return last;
    }
}
