package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.grid.Edition;
import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.grid.Profile;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What this emulator sends is read without a finding, whatever the edition and the wiring. */
final class EmulatedTelegramsTest {
    @Test
    void aMeterSendsWhatStrictReadingAsksForAcrossTheChangeOfAQuarter() throws IOException {
        for (Edition edition : Edition.values()) {
            for (String wiring : List.of("single-phase", "star", "delta")) {
                assertEquals(List.of(), findings(edition, wiring), edition + " " + wiring);
            }
        }
    }

    private static List<String> findings(Edition edition, String wiring) throws IOException {
        String yaml =
                """
                edition: %s
                wiring: %s
                history: 13
                identification: FLU5\\123456789_A
                meter-id: 1SAG3100000042
                ean: "541440000000000046"
                seed: 1
                start: 2026-01-15T12:14:50+01:00
                sub-meters:
                  - { kind: water, channel: 1, id: 8SET0000000042, ean: "541440000000000053" }
                  - { kind: gas, channel: 2, id: 7FLO2100000042, ean: "541440000000000060" }
                  - { kind: heat, channel: 4, id: 6SAG0000000042, ean: "541440000000000077" }
                """
                        .formatted(edition, wiring);
        byte[] octets = yaml.getBytes(StandardCharsets.UTF_8);
        Profile profile = StrictYaml.read(new ByteArrayInputStream(octets), "test", Profile.class);
        Household household = Household.of(profile, 1);
        MeterState state = household.at(profile.startInstant());
        P1Sequence sequence = new P1Sequence();
        List<String> findings = new ArrayList<>();
        for (int second = 0; second < 30; second++) {
            byte[] telegram = P1Codec.encode(P1Codec.telegram(state));
            findings.addAll(Samples.findings(sequence.after(P1Codec.decode(telegram, 0, telegram.length))));
            state = household.after(state);
        }
        return findings;
    }
}
