package io.userports.conformance.loopback;

import com.sun.management.OperatingSystemMXBean;
import io.userports.adapter.LineCounters;
import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.RigBroken;
import io.userports.fault.Disturbances;
import io.userports.link.Link;
import io.userports.link.Receiver;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One test of a looped port.
 *
 * @param rig the name or the file of the rig, for people
 * @param port which port of it
 * @param there what the rig says of that port
 * @param rate the rate of its line
 * @param content what is sent
 * @param faults what strikes on purpose, as far as it concerns the port
 * @param seed where all chance comes from
 */
public record Loopback(
        String rig, UserPort port, RigPort there, LineRate rate, Content content, Disturbances faults, long seed) {
    /** What is not recognised by then never will be; P1 has a telegram a second. */
    private static final Duration UNRECOGNISED = Duration.ofSeconds(3);
    /** Where nothing has come in for so long while octets leave, the cable is off; P1 has a telegram a second. */
    static final Duration MUTE = Duration.ofSeconds(5);
    /** A piece takes a second at most, and a write that hangs does not end by itself. */
    private static final long HANGING_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** So long whoever ends the process waits for the figures. */
    private static final long FIGURES_MILLIS = 4000;
    /** What has not come in so long after the last octet left is lost. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Pieces of a rehearsal: half a second of a pattern. */
    private static final int REHEARSED = 50;

    private static final int WAIT_MILLIS = 20;
    private static final int BUFFER = 64 * 1024;
    private static final double NANOS = 1e9;

    /** Nothing that would not strike this port. */
    public Loopback {
        faults = faults.on(Set.of(port));
    }

    /** Complains about a port without a far end, what its line cannot carry, and faults that cannot strike it. */
    public void check() {
        FarEnd.check(port, there);
        content.feed(port, rate, faults, seed);
    }

    /**
     * {@return what the test shows}
     *
     * @param watcher is told a few times a second how far it is
     * @param stopped whether somebody wants it to end; asked all the time
     * @throws io.userports.link.LinkException when a port cannot be opened
     * @throws RigBroken when a port has no far end here, or breaks
     */
    public LoopResult run(Goal goal, Consumer<Progress> watcher, BooleanSupplier stopped) {
        rehearse();
        Feed feed = content.feed(port, rate, faults, seed);
        try (Link link = there.link().open(rate)) {
            CountDownLatch measured = new CountDownLatch(1);
            Thread hook = new Thread(() -> close(link, measured), "userports closes " + link.address());
            Runtime.getRuntime().addShutdownHook(hook);
            try (Receiver receiver = FarEnd.of(there, link, rate)) {
                return measure(goal, watcher, stopped, feed, link, receiver);
            } finally {
                measured.countDown();
                forget(hook);
            }
        }
    }

    /** What is being measured when the process ends is measured to its end, which {@code stopped} has brought. */
    private static void close(Link link, CountDownLatch measured) {
        try {
            measured.await(FIGURES_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }

    /** Has all code loaded before anything is timed. */
    private void rehearse() {
        Feed feed = content.feed(port, rate, faults, seed);
        Checker checker = content.checker(port);
        Latency latency = new Latency();
        for (int i = 0; i < REHEARSED; i++) {
            Feed.Piece piece = feed.next();
            checker.sending(piece);
            latency.leaves(i, 0);
            piece.leaving().forEach(e -> checker.take(e.octets(), 0, e.octets().length));
            latency.arrived(checker.position(), 1);
        }
    }

    private LoopResult measure(
            Goal goal, Consumer<Progress> watcher, BooleanSupplier stopped, Feed feed, Link link, Receiver receiver) {
        Checker checker = content.checker(port);
        Latency latency = new Latency();
        Optional<LineCounters> before = receiver.counters();
        long processor = processorNanos();
        long begun = System.nanoTime();
        long received = 0;
        long sentFor = 0;
        RatioTest.Answer answer = RatioTest.Answer.OPEN;
        LineErrors judged = LineErrors.NONE;
        Optional<End> end = Optional.empty();
        try (Sender sender = new Sender(feed, link, rate, checker, latency)) {
            sender.start();
            byte[] octets = new byte[BUFFER];
            long lastCame = begun;
            long told = begun;
            while (true) {
                int count = receiver.read(octets, 0, BUFFER, WAIT_MILLIS);
                long now = System.nanoTime();
                boolean wanted = stopped.getAsBoolean();
                if (count < 0 && !wanted) {
                    throw RigBroken.of(receiver.address() + " gives no more octets; plug it in and start again");
                }
                if (receiver.lost() > 0) {
                    throw RigBroken.of(receiver.address() + ": " + receiver.lost() + " octets came in and were lost,"
                            + " because this machine did not read them in time; use a less busy machine");
                }
                if (count > 0) {
                    lastCame = now;
                    received += count;
                    checker.take(octets, 0, count);
                    if (checker.recognised()) {
                        latency.arrived(checker.position(), now);
                    }
                }
                if (!wanted) {
                    sender.check();
                }
                Duration elapsed = Duration.ofNanos(now - begun);
                if (end.isEmpty()) {
                    answer = goal.answer(checker.errors());
                    judged = checker.errors();
                    end = end(goal, answer, checker, elapsed, Duration.ofNanos(now - lastCame), wanted);
                    if (end.isPresent()) {
                        sender.stop();
                        sentFor = now - begun;
                        lastCame = now;
                    }
                }
                if (now - told > NANOS / 4) {
                    told = now;
                    watcher.accept(progress(goal, checker.errors(), elapsed));
                }
                boolean all = checker.recognised() && checker.position() >= sender.octets();
                boolean hangs = end.isPresent() && now - begun - sentFor > HANGING_NANOS;
                if (sender.isOver() && (all || now - lastCame > SILENCE_NANOS) || hangs || count < 0) {
                    break;
                }
            }
            if (!stopped.getAsBoolean()) {
                sender.check();
            }
            checker.end(sender.octets());
            double used = (processorNanos() - processor) / (double) (System.nanoTime() - begun);
            LineErrors errors = checker.errors();
            if (answer == RatioTest.Answer.OPEN) {
                // The last octets may tell what was not known before; an answer that ended the test stands.
                answer = goal.answer(errors);
                judged = errors;
            }
            return new LoopResult(
                    rig,
                    port.toString(),
                    there.link().toString(),
                    link.address(),
                    receiver.address(),
                    content.toString(),
                    rate.bitsPerSecond(),
                    seed,
                    faults.list().stream().map(d -> d.fault().named()).toList(),
                    sentFor / NANOS,
                    sender.octets(),
                    received,
                    errors,
                    goal.confidence(),
                    goal.limits(judged),
                    goal.ratio().map(RatioTest::bound),
                    checker.telegrams(),
                    before.flatMap(b -> receiver.counters().map(c -> c.since(b))),
                    link.interruptions(),
                    latency.latency(),
                    latency.jitter(),
                    sender.lateness(),
                    used,
                    checker.recognised(),
                    answer,
                    judged,
                    end.orElse(End.STOPPED));
        }
    }

    /** {@return why nothing more need be sent, if so} */
    private static Optional<End> end(
            Goal goal, RatioTest.Answer answer, Checker checker, Duration elapsed, Duration silent, boolean wanted) {
        if (answer != RatioTest.Answer.OPEN || goal.isOver(elapsed)) {
            return Optional.of(End.REACHED);
        }
        if (wanted) {
            return Optional.of(End.STOPPED);
        }
        if (!checker.recognised()) {
            return elapsed.compareTo(UNRECOGNISED) > 0 ? Optional.of(End.UNRECOGNISED) : Optional.empty();
        }
        return silent.compareTo(MUTE) > 0 ? Optional.of(End.SILENT) : Optional.empty();
    }

    private Progress progress(Goal goal, LineErrors errors, Duration elapsed) {
        double seconds = elapsed.toNanos() / NANOS;
        double bitsPerSecond = errors.bits() == 0 ? rate.bitsPerSecond() : errors.bits() / seconds;
        return new Progress(
                elapsed, goal.left(errors, elapsed, bitsPerSecond), errors.bits(), errors.wrong(), errors.slips());
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }
}
