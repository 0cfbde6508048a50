package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.grid.Profile;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes on the wire against those counted from real telegrams and from the layouts of the standard. */
final class TelegramSizeTest {
    @ParameterizedTest
    @CsvSource({
        "50213, single-phase, 0,  '',            0,    398",
        "50213, single-phase, 0,  'gas',         0,    513",
        "50213, star,         0,  'gas',         0,    593",
        "50216, star,         0,  'gas water',   0,    840",
        "50217, single-phase, 0,  'gas',         0,    660",
        "50217, star,         13, 'gas',         0,    1370",
        "50217, star,         13, 'gas water',   0,    1470",
        "50221, single-phase, 13, 'gas water',   0,    1510",
        "50221, star,         13, 'gas water',   0,    1706",
        "50221, star,         13, 'gas water',   1024, 3754",
    })
    void aTelegramIsAsLongAsThatOfARealMeter(
            String edition, String wiring, int history, String devices, int text, int octets) throws IOException {
        StringBuilder subMeters = new StringBuilder();
        int channel = 0;
        for (String device : devices.isEmpty() ? new String[0] : devices.split(" ")) {
            subMeters.append("{ kind: " + device + ", channel: " + ++channel
                    + ", id: 7FLO2100000042, ean: \"541440000000000046\" },");
        }
        String yaml =
                """
                edition: %s
                wiring: %s
                history: %d
                identification: FLU5\\253769001_A
                meter-id: 1SAG3100000042
                ean: "541440000000000046"
                seed: 1
                start: 2026-01-15T12:00:00+01:00
                sub-meters: [%s]
                """
                        .formatted(edition, wiring, history, subMeters);
        byte[] octetsOfYaml = yaml.getBytes(StandardCharsets.UTF_8);
        Profile profile = StrictYaml.read(new ByteArrayInputStream(octetsOfYaml), "test", Profile.class);
        MeterState state = Household.of(profile, 1).at(profile.startInstant()).withText("x".repeat(text));
        assertEquals(octets, P1Codec.encode(P1Codec.telegram(state)).length);
    }
}
