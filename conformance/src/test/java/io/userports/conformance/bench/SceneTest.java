package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.grid.Profile;
import io.userports.grid.S1Profile;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
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
}
