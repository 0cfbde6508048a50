package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.verdict.NotJudged;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.DataRequest;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.Player;
import io.userports.link.Playing;
import io.userports.link.TimeScale;
import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whom a check that did not hold is laid to, after a pause of this process. */
final class BlameTest {
    private static final Finding FINDING = Finding.of("was", "wrong");

    private static void blameAfter(Duration pause) {
        Ledger ledger = Ledger.of();
        throw new Blame(Standing.at(Batches.NOON, System.nanoTime(), ledger, pause, "link"))
                .of(UserPort.P1, Blame.OWN_LATENESS, FINDING, Instant.MIN);
    }

    @Test
    void aShortPauseExcusesNobody() {
        Failure failure = assertThrows(Failure.class, () -> blameAfter(Duration.ofMillis(500)));
        assertEquals(FINDING, failure.finding());
    }

    @Test
    void aLongPauseOfThisProcessIsNotTheFaultOfTheCems() {
        NotJudged reason = assertThrows(NotJudged.class, () -> blameAfter(Duration.ofMillis(501)));
        assertEquals(
                "the bench was late itself: this process did not run for 501 ms, more than 500 ms;"
                        + " use a less busy machine or fewer --jobs (what did not hold: was        wrong)",
                reason.getMessage());
    }

    @Test
    void whatNobodyLookedAtMayHaveBeenThere() {
        Standing paused = Standing.at(Batches.NOON, System.nanoTime(), Ledger.of(), Duration.ofMillis(501), "link");
        NotJudged reason = assertThrows(NotJudged.class, () -> new Blame(paused).checkAbsence(UserPort.P1));
        assertEquals(
                "the bench was late itself: this process did not run for 501 ms, so nobody knows what was shown meanwhile;"
                        + " use a less busy machine or fewer --jobs",
                reason.getMessage());
        new Blame(Standing.at(Batches.NOON, System.nanoTime(), Ledger.of(), Duration.ofMillis(500), "link"))
                .checkAbsence(UserPort.P1);
    }

    @Test
    void aPageThatDoesNotAnswerMayShowAnything() {
        Stamped value = new Stamped(1, new Observation.Value(Quantity.POWER_IMPORT, Optional.of("1")));
        Stamped down = new Stamped(2, Observation.Unreadable.noAnswer("http://127.0.0.1:80/ answered 503"));
        Stamped gone = new Stamped(2, new Observation.Value(Quantity.POWER_IMPORT, Optional.empty()));
        Stamped answer = new Stamped(3, new Observation.Value(Quantity.POWER_IMPORT, Optional.empty()));
        Standing dark = Standing.at(Batches.NOON, System.nanoTime(), Ledger.of(), Duration.ZERO, "link");
        NotJudged reason = assertThrows(
                NotJudged.class, () -> new Blame(dark.showing(value, down, gone)).checkAbsence(UserPort.P1));
        assertEquals(
                "it cannot be seen that nothing is shown: http://127.0.0.1:80/ answered 503; let the page answer, without"
                        + " values",
                reason.getMessage());
        new Blame(dark.showing(value, down, gone, answer)).checkAbsence(UserPort.P1);
    }

    /** A link that is open or not, and holds up one unit for a while. */
    private static final class Gate implements Link {
        private final boolean open;
        private final int held;
        private final long nanos;
        private int units;
        private long since;

        Gate(boolean open, int held, Duration time) {
            this.open = open;
            this.held = held;
            this.nanos = time.toNanos();
        }

        @Override
        public String address() {
            return "gate";
        }

        @Override
        public Optional<LineRate> pace() {
            return Optional.empty();
        }

        @Override
        public boolean ready() {
            units++;
            since = System.nanoTime();
            return open;
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            return units == held && System.nanoTime() - since < nanos ? 0 : to - from;
        }

        @Override
        public void close() {}
    }

    /** A batch each 5 ms for a second; it takes its time to make one of them. */
    private static final class Batches implements EmissionSource {
        private static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");
        private static final int MOST = 200;
        private final Duration delay;
        private int made;

        Batches(Duration delay) {
            this.delay = delay;
        }

        @Override
        public Instant nextStep() {
            return made == MOST ? Instant.MAX : NOON.plusMillis(5L * made);
        }

        @Override
        public List<Emission> step() {
            if (made == MOST / 2) {
                LockSupport.parkNanos(delay.toNanos());
            }
            Instant due = nextStep();
            made++;
            return List.of(new Emission(due, UserPort.S1, new byte[585]));
        }
    }

    private static void blameAfterPlaying(Link link, Duration delay, Duration pause, Instant mark) {
        try (link;
                Player player = Player.of(TimeScale.REAL_TIME)) {
            Ledger ledger = Ledger.of();
            Playing playing = player.play(new Batches(delay), Map.of(UserPort.S1, link), ledger);
            playing.awaitEnd();
            assertEquals(Batches.MOST, ledger.size());
            long began = playing.nanosAt(Batches.NOON);
            throw new Blame(Standing.at(Batches.NOON, began, ledger, pause, link.address()))
                    .of(UserPort.S1, Blame.OWN_LATENESS, FINDING, mark);
        }
    }

    @Test
    void whatKeepsTheBenchFromSeeingTheCemsIsNotTheFaultOfTheCems() {
        Moment blind = new Moment(
                System.nanoTime(),
                0,
                0,
                0,
                0,
                0,
                Optional.of("ended with exit code 1"),
                Optional.of("the broker is gone; start it again"));
        Standing stage = Standing.at(Batches.NOON, System.nanoTime(), Ledger.of(), Duration.ZERO, "link");
        Blame blame = new Blame(new Standing(stage.setting(), stage.ledger(), blind, new Observations()));
        List<Executable> asked = List.of(() -> blame.checkAlive(blind), () -> {
            throw blame.of(UserPort.P1, Blame.OWN_LATENESS, FINDING, Instant.MIN);
        });
        for (Executable question : asked) {
            RigBroken broken = assertThrows(RigBroken.class, question);
            assertEquals("the broker is gone; start it again", broken.getMessage());
        }
    }

    @Test
    void aTelegramThatNobodyAskedForWasNotLeftUnread() {
        long now = System.nanoTime();
        Ledger ledger = Ledger.of(List.of(
                new Ledger.Entry(0, UserPort.P1, Batches.NOON, new byte[10], now, now, 0, Ledger.Fate.DROPPED)));
        Standing stage = Standing.at(Batches.NOON, now, ledger, Duration.ZERO, "/dev/ttyUSB0");
        Blame blame = new Blame(stage, DataRequest.valueOf("cts"));
        String why = "nobody asked for one at /dev/ttyUSB0 by cts, or not whole; if the CEMS does ask, see with"
                + " 'userports doctor' whether its line gets there";
        Failure failure = assertThrows(Failure.class, () -> {
            throw blame.of(UserPort.P1, Blame.OWN_LATENESS, FINDING, Instant.MIN);
        });
        assertEquals(
                Optional.of("1 telegrams did not leave: " + why),
                failure.finding().value("hint"));
        NotJudged reason = assertThrows(NotJudged.class, () -> blame.checkOpened(UserPort.P1));
        assertTrue(reason.getMessage().startsWith("no telegram left the meter: " + why), reason.getMessage());
    }

    private static void assertTakenByNobody(Executable blaming) {
        Failure failure = assertThrows(Failure.class, blaming);
        String hint = failure.finding().value("hint").orElse("");
        assertTrue(hint.matches("\\d+ batches were taken by nobody: gate was not open, or not read"), hint);
    }

    @Test
    void batchesThatThisProcessCameToTooLateAreNotTheFaultOfTheCems() {
        NotJudged reason = assertThrows(
                NotJudged.class,
                () -> blameAfterPlaying(
                        new Gate(true, 0, Duration.ZERO), Duration.ofMillis(450), Duration.ZERO, Instant.MIN));
        assertTrue(
                reason.getMessage()
                        .matches("the bench was late itself: it dropped what it came to late, by \\d+ ms, more than"
                                + " 125 ms;.*"),
                reason.getMessage());
    }

    @Test
    void whatWasDroppedBeforeTheChangeExcusesNobody() {
        Failure failure = assertThrows(
                Failure.class,
                () -> blameAfterPlaying(
                        new Gate(true, 0, Duration.ZERO),
                        Duration.ofMillis(450),
                        Duration.ZERO,
                        Batches.NOON.plusMillis(980)));
        assertEquals(FINDING, failure.finding());
    }

    @Test
    void batchesAtAClosedPortAreTheFaultOfWhoDoesNotOpenIt() {
        assertTakenByNobody(() -> blameAfterPlaying(
                new Gate(false, 0, Duration.ZERO), Duration.ZERO, Duration.ofMillis(20), Instant.MIN));
    }

    @Test
    void batchesThatGrewOldWhileTheReaderTookNothingAreTheFaultOfTheReader() {
        assertTakenByNobody(() -> blameAfterPlaying(
                new Gate(true, 50, Duration.ofMillis(450)), Duration.ZERO, Duration.ofMillis(20), Instant.MIN));
    }

    @Test
    void whetherAReaderOrAPauseHeldUpABatchIsNotJudged() {
        assertThrows(
                NotJudged.class,
                () -> blameAfterPlaying(
                        new Gate(true, 50, Duration.ofMillis(450)),
                        Duration.ZERO,
                        Duration.ofMillis(300),
                        Instant.MIN));
    }
}
