package io.userports.conformance.bench;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.Kind;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.DataRequest;
import io.userports.link.Ledger;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final Stage stage;
    private final DataRequest request;

    /** Looks at what happens on one stage, where telegrams of P1 are asked for by {@code request}. */
    Blame(Stage stage, DataRequest request) {
        this.stage = stage;
        this.request = request;
    }

    /** Looks at what happens on one stage where nobody has to ask. */
    Blame(Stage stage) {
        this(stage, DataRequest.NONE);
    }

    /** Throws when it makes no sense to wait any longer: the link broke, the CEMS floods or has ended. */
    void checkAlive(Moment now) {
        checkBench(now);
        if (now.lost() > 0) {
            throw NotJudged.of("the CEMS wrote so much that " + now.lost()
                    + " lines were not kept; let it write a line only when something changes");
        }
        now.ended().ifPresent(how -> {
            // A program that ends on its first telegram is at fault; one that never came so far may be started wrongly.
            boolean unread =
                    !stage.setting().listened() && entries(now).stream().noneMatch(e -> e.fate() == Ledger.Fate.LEFT);
            boolean mute = stage.observations().first(now.observations()).stream()
                    .allMatch(s -> s.observation() instanceof Observation.Unreadable);
            if (mute && unread) {
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
        List<Ledger.Entry> entries = entries(stage.moment());
        if (!entries.isEmpty() && entries.stream().noneMatch(e -> e.port() == port && e.fate() == Ledger.Fate.LEFT)) {
            throw NotJudged.of("no telegram left the meter: "
                    + (mustBeAsked(port) ? notAskedFor() : "nobody had opened " + address(port))
                    + "; last words of the CEMS: " + lastWords());
        }
    }

    /** Throws when less than a second of S1 left after {@code mark}, and not because it was not read. */
    void checkSampled(SampleEvidence evidence, Instant mark) {
        checkOpened(UserPort.S1);
        if (droppedSince(UserPort.S1, mark, stage.moment()).isEmpty() && !evidence.hasSamples(mark)) {
            throw NotJudged.of("less than a second of samples has left the meter since the change");
        }
    }

    /** Throws when no telegram of P1 could leave from {@code mark} on. */
    void checkSent(Evidence evidence, Instant mark) {
        checkOpened(UserPort.P1);
        if (droppedSince(UserPort.P1, mark, stage.moment()).isEmpty()
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
        long dropped = droppedSince(port, mark, stage.moment()).size();
        if (dropped > 0) {
            throw Failure.of(finding.and(
                    "hint",
                    dropped
                            + (port == UserPort.P1 ? " telegrams" : " batches")
                            + (mustBeAsked(port)
                                    ? " did not leave: " + notAskedFor()
                                    : " were taken by nobody: " + address(port) + " was not open, or not read")));
        }
        throw Failure.of(finding);
    }

    /** Throws when the rig broke, or what did not hold may have come of our own lateness on {@code port}. */
    void checkOwn(UserPort port, Duration tolerance, Finding finding, Instant mark) {
        Moment now = stage.moment();
        checkBench(now);
        checkOwn("this process did not run for", now.pauseNanos(), OWN_PAUSE, finding);
        Duration scaled = tolerance.dividedBy(stage.setting().timeScale());
        checkOwn("a telegram started late, by", latest(port, now), scaled, finding);
        Duration most = OWN_DROPPING.get(port);
        checkOwn("it dropped what it came to late, by", ownLatenessOfDropped(port, mark, now), most, finding);
        if (!droppedSince(port, mark, now).isEmpty()) {
            // Who is stopped while writing looks like one whose reader takes nothing.
            checkOwn("it dropped something and did not run for", now.pauseNanos(), most, finding);
        }
    }

    /**
     * Throws when something that was not there may have been there: this process did not run for some time, or a page that
     * does not answer could not be looked at.
     */
    void checkAbsence(UserPort port) {
        Moment now = stage.moment();
        checkBench(now);
        if (now.pauseNanos() > OWN_PAUSE.toNanos()) {
            throw NotJudged.of("the bench was late itself: this process did not run for " + now.pauseNanos() / 1_000_000
                    + " ms, so nobody knows what was shown meanwhile; use a less busy machine or fewer --jobs");
        }
        List<Stamped> observations = stage.observations().first(now.observations());
        observations.stream()
                .filter(s -> s.observation() instanceof Observation.Unreadable page && page.isNoAnswer())
                .reduce((first, second) -> second)
                .filter(page ->
                        observations.stream().noneMatch(s -> s.nanos() > page.nanos() && isOf(port, s.observation())))
                .ifPresent(page -> {
                    throw NotJudged.of("it cannot be seen that nothing is shown: "
                            + ((Observation.Unreadable) page.observation()).line()
                            + "; let the page answer, without values");
                });
    }

    private static boolean isOf(UserPort port, Observation observation) {
        return observation instanceof Observation.Value value
                        && value.quantity().port() == port
                || observation instanceof Observation.Status;
    }

    private long latest(UserPort port, Moment now) {
        return entries(now).stream()
                .filter(e -> e.port() == port && (e.fate() == Ledger.Fate.LEFT || e.fate() == Ledger.Fate.CUT))
                .mapToLong(Ledger.Entry::latenessNanos)
                .max()
                .orElse(0);
    }

    /**
     * Throws when something of {@code port} was dropped after it had begun to be read: whoever was too slow, more was
     * missing then than a scenario took away, and a count of it says little.
     */
    void checkTaken(UserPort port, Finding finding) {
        List<Ledger.Entry> all =
                entries(stage.moment()).stream().filter(e -> e.port() == port).toList();
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

    private List<Ledger.Entry> droppedSince(UserPort port, Instant mark, Moment now) {
        return entries(now).stream()
                .filter(e -> e.port() == port)
                .filter(e -> e.fate() == Ledger.Fate.DROPPED && !e.due().isBefore(mark))
                .toList();
    }

    /** How late the port came, at most, to a unit that it then dropped, from when it had ended the one before. */
    private long ownLatenessOfDropped(UserPort port, Instant mark, Moment now) {
        long latest = 0;
        Optional<Long> free = Optional.empty();
        for (Ledger.Entry entry : entries(now)) {
            if (entry.port() == port && entry.fate() != Ledger.Fate.DROPPED) {
                free = Optional.of(entry.endedNanos());
            } else if (entry.port() == port && !entry.due().isBefore(mark)) {
                long late = entry.startedNanos() - stage.setting().nanosAt(entry.due());
                latest = Math.max(
                        latest,
                        Math.min(late, free.map(f -> entry.startedNanos() - f).orElse(late)));
            }
        }
        return latest;
    }

    private boolean mustBeAsked(UserPort port) {
        return port == UserPort.P1 && request.isWired();
    }

    /** A line that is wired to nothing looks like one by which nobody asks. */
    private String notAskedFor() {
        return "nobody asked for one at " + address(UserPort.P1) + " by " + request
                + (request.line() == DataRequest.Line.OPEN
                        ? ""
                        : ", or not whole; if the CEMS does ask, see with 'userports doctor' whether its line gets there");
    }

    String lastWords() {
        return new LastWords(stage.lastWords()).toString();
    }

    private List<Ledger.Entry> entries(Moment now) {
        return stage.ledger().between(0, now.entries());
    }

    private String address(UserPort port) {
        return stage.setting().addresses().get(port);
    }

    private static void checkBench(Moment now) {
        now.broken().ifPresent(what -> {
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
