package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.cems.Claims;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.grid.Edition;
import io.userports.grid.Profile;
import io.userports.grid.S1Profile;
import io.userports.grid.Wiring;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
import io.userports.yaml.Amount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only the sampling that a scenario uses must fit on its line. */
final class SceneTest {
    private final Scene scene = new Scene();

    {
        scene.household(Profile.of("steady-star").withS1(new S1Profile("80/period", false)));
        scene.sampled();
    }

    @Test
    void aHouseholdThatNeedsTheQuickerLineMayHaveIt() {
        assertDoesNotThrow(() -> scene.meter(1, LineRate.S1_EMUCS));
        assertEquals(
                "80/period × 52 Hz × 450 bit = 1.87 Mbit/s does not fit 1.50 Mbit/s; at most 64/period, or --bit-rate"
                        + " 2000000",
                assertThrows(IllegalArgumentException.class, () -> scene.meter(1, LineRate.S1))
                        .getMessage());
    }

    @Test
    void aHouseholdThatNeedsTheQuickerLineMaySampleMoreSlowly() {
        scene.sampling(new Sampling.PerSecond(2600));
        assertDoesNotThrow(() -> scene.meter(1, LineRate.S1));
    }

    @Test
    void aMeterThatTheCemsDoesNotClaimToReadIsNotAskedAbout() {
        scene.household(Profile.of("delta"));
        assertEquals("delta not claimed", notClaimed(List.of(Edition.values()), List.of(Wiring.STAR)));
        assertEquals("edition 50217 not claimed", notClaimed(List.of(Edition.E50216), List.of(Wiring.values())));
        assertDoesNotThrow(() -> scene.check(claims(List.of(Edition.E50217), List.of(Wiring.DELTA))));
    }

    private String notClaimed(List<Edition> editions, List<Wiring> wirings) {
        return assertThrows(NotClaimed.class, () -> scene.check(claims(editions, wirings)))
                .getMessage();
    }

    private static Claims claims(List<Edition> editions, List<Wiring> wirings) {
        return new Claims(List.of(), List.of(), Amount.parse("5 s"), null, null, null, editions, wirings);
    }
}
