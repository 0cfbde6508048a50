package io.userports.conformance.bench;

import io.userports.conformance.check.Waiting;
import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Ledger;
import io.userports.link.Ledger.Fate;
import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.link.LinkSpec;
import io.userports.link.Outlet;
import io.userports.link.Playing;
import io.userports.link.Receiver;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Another device on a port, which this bench attaches and which does as it is told, with a link and a ledger of its own.
 *
 * <p>What it has done is looked up in that ledger; when it has not, nothing is judged.
 */
final class Neighbour implements AutoCloseable {
    /** A reader that takes nothing of P1 may have a minute of telegrams in its buffers. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The last samples before consent ended leave a little later. */
    private static final Duration LAST_BATCH = Duration.ofMillis(500);

    private static final int CHUNK = 4096;
    private static final int READ_MILLIS = 20;
    private static final long REST_NANOS = 5_000_000;

    /** What it does until it is told something else. */
    private enum Habit {
        READS,
        SENDS,
        TAKES_NOTHING,
        IS_AWAY
    }

    private final UserPort port;
    private final Link link;
    private final int timeScale;
    private final long patienceNanos;
    private final Ledger ledger = Ledger.of();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final Thread thread = new Thread(this::run, "userports neighbour");
    private volatile Optional<Playing> playing = Optional.empty();
    private volatile Optional<RuntimeException> failure = Optional.empty();
    private volatile Habit habit = Habit.READS;
    private volatile boolean closed;

    private Neighbour(UserPort port, Link link, int timeScale) {
        this.port = port;
        this.link = link;
        this.timeScale = timeScale;
        this.patienceNanos = PATIENCE.dividedBy(timeScale).toNanos();
        thread.setDaemon(true);
    }

    /** {@return a device that reads {@code port} of a rig on a link of its own: a pseudo-terminal where the rig has one, else TCP} */
    static Neighbour on(UserPort port, RigPort there, LineRate rate, int timeScale) {
        if (there.link().isOneWire()) {
            throw NotClaimed.of(
                    "this rig has one wire for " + port + ", on which no other device can be told what to do");
        }
        LinkSpec own = LinkSpec.parse(there.link() instanceof LinkSpec.Pty ? "pty" : "tcp:0");
        try {
            Neighbour neighbour = new Neighbour(port, own.open(rate), timeScale);
            neighbour.thread.start();
            return neighbour;
        } catch (LinkException e) {
            throw RigBroken.of(e.getMessage(), e);
        }
    }

    UserPort port() {
        return port;
    }

    Outlet outlet() {
        return new Outlet(port, link, ledger);
    }

    /** Says what is played to {@link #outlet}. */
    void plays(Playing begun) {
        playing = Optional.of(begun);
    }

    /** {@return whether it reads} */
    boolean ready() {
        return link.ready();
    }

    /** Reads nothing any more until nothing has left for it for {@code time}, simulated; {@return what it did} */
    String takesNothing(Duration time) {
        habit = Habit.TAKES_NOTHING;
        Stillness still = new Stillness(time.dividedBy(timeScale).toNanos());
        await("be stuck for " + time.toMillis() + " ms", still::isOver);
        return "takes nothing after " + taken.get() + " octets; nothing has left for it for " + time.toMillis() + " ms";
    }

    /** A time in which nothing leaves for it. To look through the ledger each time would make the machine busy. */
    private final class Stillness {
        private final long nanos;
        private long left = ledger.count(Fate.LEFT);
        private long began = System.nanoTime();

        Stillness(long nanos) {
            this.nanos = nanos;
        }

        boolean isOver() {
            long now = ledger.count(Fate.LEFT);
            if (now != left) {
                left = now;
                began = System.nanoTime();
            }
            return System.nanoTime() - began >= nanos;
        }
    }

    /** Leaves, and is back when it has missed so many units; {@return what it did} */
    String leavesAndReturns(int units) {
        long before = ledger.count(Fate.DROPPED);
        habit = Habit.IS_AWAY;
        await("leave and miss " + units + " units", () -> missedSince(before) >= units);
        long missed = missedSince(before);
        long left = ledger.count(Fate.LEFT);
        habit = Habit.READS;
        await("return", () -> ledger.count(Fate.LEFT) > left);
        return "left, missed " + missed + " units, and is back";
    }

    /** Sends so many octets to the meter, and more and more; {@return what it did} */
    String sends(int octets) {
        long before = sent.get();
        habit = Habit.SENDS;
        await("send " + octets + " octets", () -> link.heard() >= 0 && sent.get() - before >= octets);
        return "has sent " + (sent.get() - before) + " octets, and goes on";
    }

    /** {@return what it has got: everything that has left so far, and it has missed nothing since the first} */
    String hasEverything() {
        long left = ledger.octets(port, Fate.LEFT);
        await("get " + left + " octets", () -> left > 0 && taken.get() >= left);
        boolean gaps = ledger.since(0).stream()
                .dropWhile(entry -> entry.fate() == Fate.DROPPED)
                .anyMatch(entry -> entry.fate() != Fate.LEFT);
        if (gaps) {
            throw NotJudged.of(
                    "the other device on " + port + " has missed something while it read; use a less busy machine");
        }
        return "has all " + left + " octets that have left";
    }

    /** {@return what it has got from {@code mark} on: nothing} */
    String hasNothingSince(Instant mark) {
        long units = ledger.since(0).stream()
                .filter(entry -> entry.due().isAfter(mark.plus(LAST_BATCH)))
                .count();
        if (units > 0) {
            throw RigBroken.of("the meter has sent " + units + " units of " + port
                    + " to the other device, and nothing to the CEMS; tell the maintainers");
        }
        return "gets nothing either";
    }

    private long missedSince(long before) {
        return ledger.count(Fate.DROPPED) - before;
    }

    private void await(String what, BooleanSupplier done) {
        Waiting.until(System.nanoTime() + patienceNanos, () -> {
                    checkWhole();
                    return done.getAsBoolean() ? Optional.of(true) : Optional.empty();
                })
                .orElseThrow(() -> NotJudged.of("the other device on " + port + " was to " + what + ", and did not: "
                        + ledger.count(Fate.LEFT) + " units left for it, " + ledger.count(Fate.DROPPED)
                        + " were dropped, it took " + taken.get() + " octets and sent " + sent.get()
                        + "; use a less busy machine"));
    }

    /** Throws when its link, the meter or itself is broken: nobody need wait for it any more. */
    private void checkWhole() {
        failure.or(() -> playing.flatMap(p -> p.failure(link)))
                .map(Throwable::getMessage)
                .or(link::interruption)
                .ifPresent(why -> {
                    throw RigBroken.of("the other device on " + port + " can do nothing any more: " + why);
                });
    }

    private void run() {
        try {
            live();
        } catch (RuntimeException e) {
            if (!closed) {
                failure = Optional.of(e);
            }
        }
    }

    private void live() {
        byte[] chunk = new byte[CHUNK];
        Optional<Receiver> open = Optional.empty();
        while (!closed) {
            Habit now = habit;
            if (now == Habit.IS_AWAY) {
                open.ifPresent(Receiver::close);
                open = Optional.empty();
            } else if (open.isEmpty()) {
                open = link.farEnd();
            }
            int moved = open.map(end -> lives(now, end, chunk)).orElse(0);
            if (moved < 0) {
                open.ifPresent(Receiver::close);
                open = Optional.empty();
            }
            if (moved <= 0) {
                LockSupport.parkNanos(REST_NANOS);
            }
        }
        open.ifPresent(Receiver::close);
    }

    /** {@return how many octets it read and sent; negative when the far end is gone} */
    private int lives(Habit now, Receiver end, byte[] chunk) {
        int out = now == Habit.SENDS ? Math.max(0, end.send(new byte[CHUNK])) : 0;
        int in = now == Habit.READS || now == Habit.SENDS
                ? end.read(chunk, 0, chunk.length, now == Habit.READS ? READ_MILLIS : 1)
                : 0;
        sent.addAndGet(out);
        taken.addAndGet(Math.max(0, in));
        return in < 0 ? in : out + in;
    }

    @Override
    public void close() {
        closed = true;
        link.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
