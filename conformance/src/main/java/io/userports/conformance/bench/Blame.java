package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.Kind;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.Playing;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Whose fault it is when something does not hold: the rig's, the bench's own, nobody's, or the CEMS'. */
final class Blame {
    /** A telegram that starts later than half the period of P1 may be what confused the CEMS. */
    static final Duration OWN_LATENESS = Duration.ofMillis(500);

    /**
     * The number of S1 goes round in 98 ms at 2600 Hz; what comes half as late may make a CEMS count one round too many.
     */
    static final Duration OWN_COUNTING_LATENESS = Duration.ofMillis(40);

    /**
     * The port drops a batch of S1 that it comes to 250 ms late, and a telegram of P1 after a second. When it came half as
     * late without having had anything to do, that is not for want of a reader.
     */
    private static final Map<UserPort, Duration> OWN_DROPPING =
            Map.of(UserPort.P1, Duration.ofMillis(500), UserPort.S1, Duration.ofMillis(125));

    /** A process that did not run for so long has missed what it was to see. */
    private static final Duration OWN_PAUSE = Duration.ofMillis(500);

    private final int timeScale;
    private final Ledger ledger;
    private final LongSupplier pause;
    private final Map<UserPort, Link> links;
    private final Cems cems;
    private final boolean listened;
    private final Playing playing;

    /**
     * Looks at one bench.
     *
     * @param timeScale how much faster than real time it runs
     * @param pause the longest time so far, in nanoseconds, in which this process did not run
     * @param listened whether the CEMS had opened its port when the meter began
     */
    Blame(
            int timeScale,
            Ledger ledger,
            LongSupplier pause,
            Map<UserPort, Link> links,
            Cems cems,
            boolean listened,
            Playing playing) {
        this.timeScale = timeScale;
        this.ledger = ledger;
        this.pause = pause;
        this.links = Map.copyOf(links);
        this.cems = cems;
        this.listened = listened;
        this.playing = playing;
    }

    /** Throws when it makes no sense to wait any longer: the rig broke, the CEMS floods or has ended. */
    void checkAlive() {
        checkRig();
        long lost = cems.observations().lost();
        if (lost > 0) {
            throw NotJudged.of("the CEMS wrote so much that " + lost + " lines were not kept; let it write a line only"
                    + " when something changes");
        }
        cems.ended().ifPresent(how -> {
            // A program that ends on its first telegram is at fault; one that never came so far may be started wrongly.
            boolean silent = cems.observations().size() == 0;
            if (silent && !listened && ledger.count(Ledger.Fate.LEFT) == 0) {
                throw RigBroken.of("the CEMS " + how + " before it read or said anything; last words: " + lastWords()
                        + "; see start.command in its cems.yaml");
            }
            throw Failure.of(Finding.of("expected", "a CEMS that runs")
                    .and("was", how)
                    .and(Kind.CRASH)
                    .and("last words", lastWords()));
        });
    }

    /** Throws when nothing could leave by {@code port}, so that nobody could know anything. */
    void checkOpened(UserPort port) {
        if (ledger.size() > 0 && ledger.count(port, Ledger.Fate.LEFT) == 0) {
            throw NotJudged.of("no telegram left the meter: nobody had opened "
                    + links.get(port).address() + "; last words of the CEMS: " + lastWords());
        }
    }

    /** Throws when less than a second of S1 left after {@code mark}, and not because it was not read. */
    void checkSampled(SampleEvidence evidence, Instant mark) {
        checkOpened(UserPort.S1);
        if (droppedSince(UserPort.S1, mark).isEmpty() && !evidence.hasSamples(mark)) {
            throw NotJudged.of("less than a second of samples has left the meter since the change");
        }
    }

    /** Throws when no telegram of P1 could leave from {@code mark} on. */
    void checkSent(Evidence evidence, Instant mark) {
        checkOpened(UserPort.P1);
        if (droppedSince(UserPort.P1, mark).isEmpty()
                && evidence.telegrams().stream().allMatch(t -> t.due().isBefore(mark))) {
            throw NotJudged.of("no telegram has left the meter since the change");
        }
    }

    /**
     * {@return never: throws what a check of {@code port} that does not hold comes to, asked from {@code mark} on}
     *
     * @param tolerance lateness of our own beyond which nobody is to blame, in simulated time
     */
    RuntimeException of(UserPort port, Duration tolerance, Finding finding, Instant mark) {
        checkOwn(port, tolerance, finding, mark);
        long dropped = droppedSince(port, mark).size();
        if (dropped > 0) {
            throw Failure.of(finding.and(
                    "hint",
                    dropped + (port == UserPort.P1 ? " telegrams" : " batches") + " were taken by nobody: "
                            + links.get(port).address() + " was not open, or not read"));
        }
        throw Failure.of(finding);
    }

    /** Throws when the rig broke, or what did not hold may have come of our own lateness on {@code port}. */
    void checkOwn(UserPort port, Duration tolerance, Finding finding, Instant mark) {
        checkRig();
        checkOwn("this process did not run for", pause.getAsLong(), OWN_PAUSE, finding);
        checkOwn("a telegram started late, by", ledger.lateness(port).max(), tolerance.dividedBy(timeScale), finding);
        Duration most = OWN_DROPPING.get(port);
        checkOwn("it dropped what it came to late, by", ownLatenessOfDropped(port, mark), most, finding);
        if (!droppedSince(port, mark).isEmpty()) {
            // Who is stopped while writing looks like one whose reader takes nothing.
            checkOwn("it dropped something and did not run for", pause.getAsLong(), most, finding);
        }
    }

    /**
     * Throws when something of {@code port} was dropped after it had begun to be read: whoever was too slow, more was
     * missing then than a scenario took away, and a count of it says little.
     */
    void checkTaken(UserPort port, Finding finding) {
        List<Ledger.Entry> all =
                ledger.since(0).stream().filter(e -> e.port() == port).toList();
        long dropped = all.stream()
                .dropWhile(e -> e.fate() == Ledger.Fate.DROPPED)
                .filter(e -> e.fate() == Ledger.Fate.DROPPED)
                .count();
        if (dropped > 0) {
            throw NotJudged.of(dropped + " batches of " + port + " were taken by nobody while it was read, so the count"
                    + " is of more than the scenario took away; use a less busy machine or fewer --jobs (what did not"
                    + " hold: " + String.join("; ", finding.lines()) + ")");
        }
    }

    private List<Ledger.Entry> droppedSince(UserPort port, Instant mark) {
        return ledger.since(0).stream()
                .filter(e -> e.port() == port)
                .filter(e -> e.fate() == Ledger.Fate.DROPPED && !e.due().isBefore(mark))
                .toList();
    }

    /** How late the port came, at most, to a unit that it then dropped, from when it had ended the one before. */
    private long ownLatenessOfDropped(UserPort port, Instant mark) {
        long latest = 0;
        Optional<Long> free = Optional.empty();
        for (Ledger.Entry entry : ledger.since(0)) {
            if (entry.port() == port && entry.fate() != Ledger.Fate.DROPPED) {
                free = Optional.of(entry.endedNanos());
            } else if (entry.port() == port && !entry.due().isBefore(mark)) {
                long late = entry.startedNanos() - playing.nanosAt(entry.due());
                latest = Math.max(
                        latest,
                        Math.min(late, free.map(f -> entry.startedNanos() - f).orElse(late)));
            }
        }
        return latest;
    }

    String lastWords() {
        return new LastWords(cems.lastWords()).toString();
    }

    private void checkRig() {
        playing.failure().ifPresent(e -> {
            throw RigBroken.of(e.getMessage(), e);
        });
        cems.broken().ifPresent(what -> {
            throw RigBroken.of(what);
        });
    }

    private static void checkOwn(String what, long nanos, Duration tolerance, Finding finding) {
        if (nanos > tolerance.toNanos()) {
            throw NotJudged.of("the bench was late itself: " + what + " " + nanos / 1_000_000 + " ms, more than "
                    + tolerance.toMillis() + " ms; use a less busy machine or fewer --jobs (what did not hold: "
                    + String.join("; ", finding.lines()) + ")");
        }
    }
}
