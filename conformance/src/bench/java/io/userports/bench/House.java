package io.userports.bench;

import io.userports.grid.Edition;
import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.grid.Profile;
import io.userports.p1.P1Codec;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The house that is measured, and its telegrams of the two sizes that the figures speak of. */
final class House {
    /** A three-phase meter of edition 50217 with gas and 13 months. */
    static final int OCTETS = 1370;
    /** A three-phase meter of edition 50213 with gas and a text of 105 characters. */
    static final int SMALL_OCTETS = 803;

    private static final int SMALL_TEXT = 105;
    private static final Profile PROFILE = read();

    private House() {}

    /** {@return the house with its own noise} */
    static Household household(long seed) {
        return Household.of(PROFILE, seed);
    }

    /** {@return its meter at the start, whose telegram has {@value #OCTETS} octets} */
    static MeterState state(long seed) {
        return household(seed).at(PROFILE.startInstant());
    }

    /** {@return a telegram of {@value #OCTETS} octets} */
    static byte[] telegram() {
        return encoded(state(1), OCTETS);
    }

    /** {@return a telegram of {@value #SMALL_OCTETS} octets} */
    static byte[] smallTelegram() {
        Profile old = PROFILE.withEdition(Edition.E50213).withHistory(0);
        MeterState state = Household.of(old, 1).at(old.startInstant()).withText("x".repeat(SMALL_TEXT));
        return encoded(state, SMALL_OCTETS);
    }

    private static byte[] encoded(MeterState state, int expected) {
        byte[] octets = P1Codec.encode(P1Codec.telegram(state));
        if (octets.length != expected) {
            throw new IllegalStateException("the telegram has " + octets.length + " octets instead of " + expected
                    + "; change house.yaml until it has, or the figures are about something else");
        }
        if (!P1Codec.decode(octets, 0, octets.length).valid()) {
            throw new IllegalStateException("the telegram that is measured is not valid");
        }
        return octets;
    }

    private static Profile read() {
        try (InputStream yaml = House.class.getResourceAsStream("/bench/house.yaml")) {
            return StrictYaml.read(Objects.requireNonNull(yaml), "house.yaml", Profile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
