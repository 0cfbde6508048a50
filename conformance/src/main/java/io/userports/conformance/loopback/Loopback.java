package io.userports.conformance.loopback;

import com.sun.management.OperatingSystemMXBean;
import io.userports.adapter.LineCounters;
import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.RigBroken;
import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.link.Link;
import io.userports.link.Receiver;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    /** What has not come in so long after the last octet left is lost. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What still comes when the last octet left so long ago is not what was sent. */
    private static final long TAIL_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Pieces of a rehearsal: half a second of a pattern. */
    private static final int REHEARSED = 50;

    /** P1 has a telegram a second: what is silent for so long while octets leave has been unplugged. */
    private static final long UNPLUGGED_NANOS = TimeUnit.SECONDS.toNanos(5);

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
     * @param stopped whether somebody wants to see what there is by now
     * @throws io.userports.link.LinkException when a port cannot be opened
     * @throws RigBroken when a port has no far end here
     */
    public LoopResult run(Goal goal, Consumer<Progress> watcher, BooleanSupplier stopped) {
        rehearse();
        Feed feed = content.feed(port, rate, faults, seed);
        try (Link link = there.link().open(rate);
                Receiver receiver = FarEnd.of(there, link, rate)) {
            return measure(goal, watcher, stopped, feed, link, receiver);
        }
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
        Optional<String> trouble = Optional.empty();
        boolean ended = false;
        RatioTest.Answer answer = RatioTest.Answer.OPEN;
        Limits known = Limits.NONE;
        Sender sender = new Sender(feed, link, rate, checker, latency);
        try {
            sender.start();
            byte[] octets = new byte[BUFFER];
            long lastCame = begun;
            long leftThen = 0;
            long told = begun;
            while (true) {
                int count = receiver.read(octets, 0, BUFFER, WAIT_MILLIS);
                long now = System.nanoTime();
                if (count > 0) {
                    lastCame = now;
                    leftThen = sender.octets();
                    received += count;
                    checker.take(octets, 0, count);
                    if (checker.recognised()) {
                        latency.arrived(checker.position(), now);
                    }
                }
                trouble = trouble(sender, link, receiver, count < 0);
                if (trouble.isEmpty() && now - lastCame > UNPLUGGED_NANOS && sender.octets() > leftThen) {
                    trouble = Optional.of("nothing has come in at " + receiver.address()
                            + " for 5 s, while octets left; look at the cable");
                }
                if (trouble.isPresent()) {
                    sentFor = sentFor == 0 ? now - begun : sentFor;
                    break;
                }
                Duration elapsed = Duration.ofNanos(now - begun);
                if (sentFor == 0) {
                    ended = stopped.getAsBoolean();
                    answer = goal.answer(checker.errors());
                    if (ended || isEnough(goal, checker, elapsed)) {
                        known = goal.limits(checker.errors());
                        sender.stop();
                        sentFor = now - begun;
                        lastCame = now;
                    }
                }
                if (now - told > NANOS / 4) {
                    told = now;
                    watcher.accept(progress(goal, checker.errors(), elapsed));
                }
                boolean all =
                        checker.recognised() && checker.position() >= sender.octets() && received >= sender.octets();
                if (sender.isOver() && all) {
                    break;
                }
                long tail = now - begun - sentFor;
                // Octets of somebody else may come for ever, and are no reason to wait.
                long silent = checker.recognised() ? now - lastCame : tail;
                if (sentFor > 0 && (silent > SILENCE_NANOS || tail > TAIL_NANOS)) {
                    trouble = sender.isOver() ? trouble : Optional.of(sender.stuck());
                    break;
                }
            }
            Optional<LineCounters> driver =
                    before.flatMap(b -> receiver.counters().map(c -> c.since(b)));
            List<String> interruptions = link.interruptions();
            finish(sender, link);
            checker.end(sender.octets());
            double used = (processorNanos() - processor) / (double) (System.nanoTime() - begun);
            LineErrors errors = checker.errors();
            // What has ended the test stands, whatever its last octets were.
            RatioTest.Answer last = answer == RatioTest.Answer.OPEN ? goal.answer(errors) : answer;
            Limits limits = goal.ratio().isPresent() ? goal.limits(errors).within(known) : goal.limits(errors);
            return new LoopResult(
                    rig,
                    port.toString(),
                    there.link().toString(),
                    link.address(),
                    receiver.address(),
                    content.toString(),
                    rate.bitsPerSecond(),
                    seed,
                    faults.list().stream().map(Loopback::inWords).toList(),
                    sentFor / NANOS,
                    sender.octets(),
                    received,
                    errors,
                    errors.bits() == 0 ? Optional.empty() : Optional.of((double) errors.wrong() / errors.bits()),
                    goal.confidence(),
                    limits,
                    goal.ratio().map(RatioTest::bound),
                    checker.telegrams(),
                    driver,
                    interruptions,
                    latency.latency(),
                    latency.jitter(),
                    sender.lateness(),
                    used,
                    checker.recognised(),
                    goal.ratio().map(test -> last),
                    trouble,
                    ended);
        } finally {
            finish(sender, link);
        }
    }

    /** A write that hangs ends when its link is closed. */
    private static void finish(Sender sender, Link link) {
        sender.stop();
        link.close();
        sender.join();
    }

    /** {@return what has broken and ends the test; a line that was plugged in again is another line} */
    private static Optional<String> trouble(Sender sender, Link link, Receiver receiver, boolean over) {
        return sender.trouble()
                .or(link::interruption)
                .or(() -> link.interruptions().stream().findFirst())
                .or(() -> over
                        ? Optional.of(receiver.address() + " gives no more octets; plug it in and start again")
                        : overflow(receiver));
    }

    private static Optional<String> overflow(Receiver receiver) {
        return receiver.lost() == 0
                ? Optional.empty()
                : Optional.of(receiver.lost() + " octets came in at " + receiver.address()
                        + " and were lost, because this machine did not read them in time; use a less busy machine");
    }

    private static String inWords(Disturbance disturbance) {
        List<String> keys = new ArrayList<>();
        String record = disturbance.fault().toString();
        String parameters = record.substring(record.indexOf('[') + 1, record.length() - 1);
        if (!parameters.isEmpty()) {
            keys.add(parameters.replace(", ", ","));
        }
        if (disturbance.every() > 1) {
            keys.add("every=" + disturbance.every());
        }
        if (disturbance.after() > 0) {
            keys.add("after=" + disturbance.after());
        }
        if (disturbance.times() < Long.MAX_VALUE) {
            keys.add("times=" + disturbance.times());
        }
        return disturbance.fault().named() + (keys.isEmpty() ? "" : ":" + String.join(",", keys));
    }

    private static boolean isEnough(Goal goal, Checker checker, Duration elapsed) {
        return goal.isReached(checker.errors(), elapsed)
                || !checker.recognised() && elapsed.compareTo(UNRECOGNISED) > 0;
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
}
