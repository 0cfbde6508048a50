package io.userports.link;

import io.userports.adapter.AdapterId;
import io.userports.adapter.Adapters;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A serial device as a link, which lasts while its adapter is unplugged: nothing leaves then, and it goes on when the
 * adapter is back.
 *
 * <p>The line itself takes its time: a unit is with the driver at once, and written when little of it is left there. Where
 * readers ask for telegrams by a control line, the writer keeps the rate instead, so that little is on its way when a
 * reader stops asking.
 */
final class SerialLink implements Link {
    /** How often it is looked whether the device is still there, or there again. */
    private static final long LOOK_MILLIS = 50;
    /** What a driver may still hold when a unit counts as written. */
    private static final Duration REST = Duration.ofMillis(20);
    /** How much is written at once where readers ask: what still leaves after one has stopped. */
    private static final Duration REQUEST_SLICE = Duration.ofMillis(4);
    /** A device that is back may be somebody else's for a moment, until the system has given it to us. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long STACK_OCTETS = 256 * 1024;

    private final SerialPlace place;
    private final LineRate rate;
    private final DataRequest request;
    private final Predicate<SerialLine> asks;
    private final Thread watcher;
    private final Interruptions interruptions;
    private Optional<SerialLine> line;
    private volatile String address;
    private long lostNanos;
    /** Of the watcher alone: since when the device is there again and does not open. */
    private long backNanos;

    private boolean back;
    private boolean closed;

    private SerialLink(
            SerialPlace place, SerialLine line, LineRate rate, DataRequest request, Predicate<SerialLine> asks) {
        this.place = place;
        this.line = Optional.of(line);
        this.address = line.device();
        this.rate = rate;
        this.request = request;
        this.asks = asks;
        this.interruptions = new Interruptions(place.toString());
        this.watcher = new Thread(null, this::watch, "userports watching " + place, STACK_OCTETS);
        watcher.setDaemon(true);
    }

    /**
     * {@return the device, open}
     *
     * @throws LinkException when it cannot be opened, with the remedy
     */
    static SerialLink open(String device, AdapterId adapter, LineRate rate, DataRequest request) {
        SerialLink link = open(
                new SerialPlace(device, adapter, Adapters.here()),
                rate,
                request,
                line -> line.isAsserted(request.line()));
        if (request.isWired() && !link.line.map(SerialLine::hasLines).orElse(true)) {
            link.close();
            throw SerialTrouble.at(
                    link.address,
                    "has no control lines, so nobody can ask for telegrams by " + request.line()
                            + "; use an adapter that has them, or leave the data request out");
        }
        return link;
    }

    /** {@return the place, open; {@code asks} says of its line whether a reader asks for telegrams} */
    static SerialLink open(SerialPlace place, LineRate rate, DataRequest request, Predicate<SerialLine> asks) {
        SerialLink link = new SerialLink(place, SerialLine.open(place.locate(), rate), rate, request, asks);
        link.watcher.start();
        return link;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Optional<LineRate> pace() {
        return request.isWired() ? Optional.of(rate) : Optional.empty();
    }

    @Override
    public boolean ready() {
        return line().filter(this::isAsked).isPresent();
    }

    @Override
    public boolean startsOnRequest() {
        return request.startsAtOnce();
    }

    private boolean isAsked(SerialLine there) {
        return !request.isWired() || asks.test(there);
    }

    private synchronized Optional<SerialLine> line() {
        return closed ? Optional.empty() : line;
    }

    @Override
    public int write(byte[] unit, int from, int to) {
        Optional<SerialLine> now = line();
        if (now.isEmpty() || hasStopped(now.get())) {
            return -1;
        }
        SerialLine there = now.get();
        int end = request.isWired() ? Math.min(to, from + Math.max(1, rate.octetsIn(REQUEST_SLICE))) : to;
        int taken = there.write(unit, from, end);
        if (taken < 0) {
            lost(there);
        } else if (request.isWired() && from + taken == unit.length) {
            // The last octets of a unit count when the line has carried them.
            LockSupport.parkNanos(rate.timeOf(taken).toNanos());
            return hasStopped(there) ? -1 : taken;
        } else if (taken > 0) {
            there.awaitQueue(rate.octetsIn(REST));
        }
        return taken;
    }

    /** {@return whether the reader has stopped asking}; what is still on its way then stays here. */
    private boolean hasStopped(SerialLine there) {
        boolean stopped = !isAsked(there);
        if (stopped) {
            there.forgetOutput();
        }
        return stopped;
    }

    @Override
    public boolean signal(Signal signal, byte[] octets) {
        return line().map(there -> signal == Signal.BREAK
                        ? there.sendBreak(rate.timeOf(octets.length))
                        : there.writeUnframed(octets))
                .orElse(false);
    }

    @Override
    public Optional<Receiver> farEnd() {
        return Optional.of(SerialReceiver.beside(address, this::line, this::isClosed));
    }

    @Override
    public List<String> interruptions() {
        return interruptions.all();
    }

    @Override
    public Optional<String> interruption() {
        return interruptions.lasting();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void watch() {
        try {
            while (pause()) {
                Optional<SerialLine> now = line();
                if (now.isEmpty()) {
                    reopen();
                } else if (now.get().isGone()) {
                    lost(now.get());
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but to end it.
        }
    }

    private synchronized boolean pause() throws InterruptedException {
        if (!closed) {
            wait(LOOK_MILLIS);
        }
        return !closed;
    }

    /** Once for each time, whoever notices first: the writer or the watcher. */
    private void lost(SerialLine there) {
        synchronized (this) {
            if (closed || !line.equals(Optional.of(there))) {
                return;
            }
            line = Optional.empty();
            lostNanos = System.nanoTime();
            interruptions.begin("was unplugged; waits for it");
        }
        there.close();
    }

    private void reopen() {
        Optional<String> device = whereItIs();
        if (device.isEmpty()) {
            back = false;
            return;
        }
        try {
            SerialLine there = SerialLine.open(device.get(), rate);
            if (!joined(there)) {
                there.close();
            }
        } catch (LinkException e) {
            refused(e);
        }
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
        interruptions.end(String.format(
                Locale.ROOT, "was unplugged and is back after %.1f s", (System.nanoTime() - lostNanos) / 1e9));
        return true;
    }

    private void refused(LinkException e) {
        if (!back) {
            back = true;
            backNanos = System.nanoTime();
        } else if (System.nanoTime() - backNanos > SETTLE_NANOS) {
            interruptions.say("was unplugged and does not open again: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        Optional<SerialLine> last;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            last = line;
            notifyAll();
        }
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.ifPresent(SerialLine::finish);
    }
}
