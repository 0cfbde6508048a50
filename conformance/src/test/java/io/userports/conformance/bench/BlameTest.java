package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.verdict.NotJudged;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.link.Player;
import io.userports.link.TimeScale;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a check that did not hold is laid to, after a pause of this process. */
final class BlameTest {
    private static final Finding FINDING = Finding.of("was", "wrong");

    private static void blameAfter(Duration pause) {
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.P1);
                ScriptedCems cems = ScriptedCems.start(link.address(), (number, telegram, self) -> {});
                Player player = Player.of(TimeScale.times(1))) {
            Ledger ledger = Ledger.of();
            Blame blame = new Blame(
                    1,
                    ledger,
                    pause::toNanos,
                    Map.of(UserPort.P1, link),
                    cems,
                    true,
                    player.play(new Scene().meter(1, LineRate.S1), Map.of(), ledger));
            throw blame.of(UserPort.P1, Blame.OWN_LATENESS, FINDING, Instant.MIN);
        }
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
}
