package io.userports.conformance.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.rig.RigPort;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.LinkSpec;
import io.userports.link.Player;
import io.userports.link.TimeScale;
import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another device on a port, when something breaks: nobody waits for it in vain. */
final class NeighbourTest {
    @ParameterizedTest
    @ValueSource(strings = {"pty", "tcp:0"})
    void whatItsLinkSaysWhenItIsGoneIsTold(String link) {
        try (Neighbour neighbour = on(link)) {
            await().until(neighbour::ready);
            neighbour.outlet().link().close();
            RigBroken broken = assertThrows(RigBroken.class, () -> neighbour.sends(1_000_000_000));
            assertTrue(
                    broken.getMessage().startsWith("the other device on P1 can do nothing any more: "),
                    broken.getMessage());
        }
    }

    @Test
    void aMeterThatBrokeHasNothingMoreForIt() {
        EmissionSource broken = new EmissionSource() {
            private int steps;

            @Override
            public Instant nextStep() {
                return Instant.EPOCH.plusSeconds(steps);
            }

            @Override
            public List<Emission> step() {
                if (steps++ > 0) {
                    throw new IllegalStateException("the meter burns");
                }
                return List.of();
            }
        };
        try (Player player = Player.of(TimeScale.times(10));
                Neighbour neighbour = on("tcp:0")) {
            neighbour.plays(player.play(broken, List.of(neighbour.outlet())));
            assertEquals(
                    "the other device on P1 can do nothing any more: the meter burns",
                    assertThrows(RigBroken.class, () -> neighbour.takesNothing(Duration.ofHours(1)))
                            .getMessage());
        }
    }

    private static Neighbour on(String link) {
        return Neighbour.on(UserPort.P1, new RigPort(LinkSpec.parse(link), LineRate.P1), LineRate.P1, 1);
    }
}
