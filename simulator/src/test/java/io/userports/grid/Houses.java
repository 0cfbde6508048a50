package io.userports.grid;

import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Households of a few lines for tests. */
final class Houses {
    private static final String HOUSE =
            """
            edition: 50217
            wiring: %s
            identification: FLU5\\253769001_A
            meter-id: 1SAG3100000042
            seed: 2
            start: 2026-01-15T12:00:00+01:00
            """;

    private Houses() {}

    static Profile profile(String wiring, String more) {
        byte[] octets = (HOUSE.formatted(wiring) + more).getBytes(StandardCharsets.UTF_8);
        try {
            return StrictYaml.read(new ByteArrayInputStream(octets), "test", Profile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Household restless(String wiring, String more) {
        Profile profile = profile(wiring, more);
        return Household.of(profile, profile.seed());
    }

    static Household steady(String wiring, String more) {
        return restless(wiring, "steady: true\n" + more);
    }

    static MeterState start(Household house) {
        return house.at(house.profile().startInstant());
    }

    /** The state at the start and those of the seconds that follow. */
    static List<MeterState> states(Household house, int seconds) {
        return Stream.iterate(start(house), house::after).limit(seconds + 1L).toList();
    }

    static double[] at(Waves waves, double seconds) {
        double[] channels = new double[Waves.CHANNELS];
        waves.at(seconds, Spectrum.ORDERS, channels);
        return channels;
    }
}
