package io.userports.conformance.loopback;

import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The thread that sends: each piece when it is due, at the pace of the line, and nothing is ever left out.
 *
 * <p>A meter drops what nobody takes; a test must not, because it counts what is lost. What is late is sent late, at most
 * {@value #CATCH_UP_MILLIS} ms faster than the line would have been, and how late is told.
 */
final class Sender {
    static final int CATCH_UP_MILLIS = 50;

    private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(CATCH_UP_MILLIS);
    private static final Duration SLICE = Duration.ofMillis(10);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    /** The far end is read by this very process: when it takes nothing for so long, something is wrong. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Feed feed;
    private final Link link;
    private final LineRate rate;
    private final Checker checker;
    private final Latency latency;
    private final Histogram lateness = new Histogram(3);
    private final Thread thread = new Thread(this::run, "userports loopback sends");
    private volatile boolean stopping;
    private volatile Throwable failure;
    private volatile long octets;
    private volatile boolean over;
    private long begin;
    private long free;
    private long late;
    /** How many octets of what is being written have left. */
    private int taken;

    Sender(Feed feed, Link link, LineRate rate, Checker checker, Latency latency) {
        this.feed = feed;
        this.link = link;
        this.rate = rate;
        this.checker = checker;
        this.latency = latency;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** {@return how many octets the far end should have seen when all that left is there} */
    long octets() {
        return octets;
    }

    /** {@return whether nothing more will leave} */
    boolean isOver() {
        return over;
    }

    /** Ends the sending behind the piece that has begun. */
    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    /** {@return what broke, if something did} */
    Optional<String> trouble() {
        Throwable broken = failure;
        if (broken instanceof Error error) {
            throw error;
        }
        if (broken instanceof RuntimeException e && !(e instanceof RigBroken || e instanceof LinkException)) {
            throw e;
        }
        return Optional.ofNullable(broken).map(Throwable::getMessage);
    }

    /** {@return what to say when a write does not end} */
    String stuck() {
        return link.address() + " takes no more octets"
                + link.interruptions().stream()
                        .findFirst()
                        .map(why -> " (" + why + ")")
                        .orElse("")
                + "; look at its cable, and whether the far end still reads";
    }

    /** {@return how late pieces were, when the sending is over} */
    Optional<Spread> lateness() {
        return lateness.getTotalCount() == 0 ? Optional.empty() : Optional.of(Spread.of(lateness));
    }

    /** Waits for the end, some seconds at most; a write that hangs ends when its link is closed, so that comes first. */
    void join() {
        try {
            thread.join(PATIENCE_NANOS / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Feed.Piece piece = feed.next();
            begin = System.nanoTime();
            free = begin;
            while (!stopping) {
                send(piece);
                piece = feed.next();
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            over = true;
        }
    }

    private void send(Feed.Piece piece) {
        checker.sending(piece);
        long first = octets;
        octets = first + piece.octets();
        long before = first;
        if (piece.leaving().isEmpty()) {
            // What is lost on purpose takes its time too.
            await(begin + Duration.between(Feed.START, piece.due()).toNanos());
        }
        for (Emission emission : piece.leaving()) {
            await(begin + Duration.between(Feed.START, emission.due()).toNanos());
            lateness.recordValue(late);
            latency.leaves(Math.min(before, octets - 1), System.nanoTime());
            try {
                write(emission);
            } catch (RuntimeException e) {
                octets = Math.min(octets, before + taken);
                throw e;
            }
            before += emission.octets().length;
        }
    }

    /** Waits until {@code nanos} and until the line is free; what was told must leave, so the end only cuts the wait short. */
    private void await(long nanos) {
        long until = free - nanos > 0 ? free : nanos;
        for (long left = until - System.nanoTime(); left > 0 && !stopping; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        long now = System.nanoTime();
        late = Math.max(0, now - until);
        free = now - Math.min(late, CATCH_UP_NANOS);
    }

    private void write(Emission emission) {
        byte[] unit = emission.octets();
        taken = 0;
        awaitReader();
        if (emission.signal() != Signal.GOOD && link.signal(emission.signal(), unit)) {
            return;
        }
        int slice = Math.max(1, rate.octetsIn(SLICE));
        long lastTaken = System.nanoTime();
        while (taken < unit.length) {
            int now = link.write(unit, taken, Math.min(unit.length, taken + slice));
            if (now > 0) {
                taken += now;
                lastTaken = System.nanoTime();
                // A line that takes its time itself has taken it.
                free = link.pace().isPresent() ? free + rate.timeOf(now).toNanos() : lastTaken;
                if (taken < unit.length) {
                    await(free);
                }
            } else {
                giveUpAfter(lastTaken, now < 0);
            }
        }
    }

    private void awaitReader() {
        long begun = System.nanoTime();
        while (!link.ready()) {
            giveUpAfter(begun, false);
        }
    }

    private void giveUpAfter(long begun, boolean gone) {
        if (gone || System.nanoTime() - begun > PATIENCE_NANOS) {
            throw RigBroken.of(stuck());
        }
        LockSupport.parkNanos(RETRY_NANOS);
    }
}
