package io.userports.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.userports.fault.Disturbances;
import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chance comes from the seed of the run and the number of a telegram, and from nothing else. */
final class SameOctetsTest {
    private static final Disturbances FAULTS = faults(
            "shuffle-objects:share=0.5",
            "wrong-crc:share=0.3",
            "wrong-fcs:of=bit,share=0.05",
            "bit-flip:rate=1e-4",
            "octets-lost:share=0.1",
            "octets-swapped:share=0.1",
            "noise:share=0.1",
            "burst:share=0.02",
            "stray:by=56µs,port=s1",
            "stall:at=10,pause=20ms,share=0.2,port=p1");

    @Test
    void theSameSeedGivesTheSameOctetsOnBothPortsUnderManyFaults() throws NoSuchAlgorithmException {
        String first = hash(meter(7), 3);
        assertEquals(first, hash(meter(7), 3));
        assertNotEquals(first, hash(meter(8), 3));
    }

    /** The third second is the same whether its faults began with it or two seconds before. */
    @Test
    void whatChanceDoesToATelegramDoesNotDependOnWhatWasToldBefore() {
        Meter from = plain(7);
        tell(from, FAULTS);
        Second.of(from);
        Second.of(from);
        Meter later = plain(7);
        tell(later, faults("bit-fade:bits=9", "noise:share=0.5"));
        Second.of(later);
        tell(later, Disturbances.NONE);
        Second.of(later);
        tell(later, FAULTS);
        assertEquals(octets(Second.of(from)), octets(Second.of(later)));
    }

    private static List<String> octets(Second second) {
        return Stream.of(UserPort.values())
                .map(port -> HexFormat.of().formatHex(second.octets(port)))
                .toList();
    }

    private static String hash(Meter meter, int seconds) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Instant end = meter.nextStep().plusSeconds(seconds);
        while (meter.nextStep().isBefore(end)) {
            for (Emission emission : meter.step()) {
                String head = emission.due() + " " + emission.port() + " " + emission.faults();
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                digest.update(emission.octets());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Meter meter(long seed) {
        Meter meter = plain(seed);
        tell(meter, FAULTS);
        return meter;
    }

    private static Meter plain(long seed) {
        Profile profile = Profile.of("three-phase");
        Household household = Household.of(profile, seed);
        return Meter.of(household, household.at(profile.startInstant()), seed, Consent.GIVEN)
                .withS1(S1Settings.of(Sampling.FIRST_GENERATION));
    }

    private static void tell(Meter meter, Disturbances faults) {
        meter.tell(new Command.Disturb(faults));
    }

    private static Disturbances faults(String... texts) {
        return Stream.of(texts).map(Disturbances::parse).reduce(Disturbances.NONE, Disturbances::and);
    }
}
