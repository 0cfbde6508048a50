package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.grid.Edition;
import io.userports.grid.Wiring;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClaimsTest {
    private static Claims read(String yaml) throws IOException {
        return StrictYaml.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "claims", Claims.class);
    }

    @Test
    void whatIsLeftOutIsWhatIsUsual() throws IOException {
        Claims claims = read("{ ports: [p1], quantities: [power-import], freshness: 5 s }");
        assertEquals("1 s", claims.interval().toString());
        assertEquals(5, claims.recovery());
        assertEquals(1, claims.fastest());
        assertEquals(List.of(Edition.values()), claims.editions());
        assertEquals(List.of(Wiring.values()), claims.wirings());
        assertEquals(Map.of(), claims.resolutions());
        assertEquals(Map.of(Quantity.POWER_IMPORT, Duration.ofSeconds(1)), claims.intervals());
    }

    @Test
    void everythingMayBeClaimed() throws IOException {
        Claims claims = read(
                """
                ports: [p1, s1]
                quantities:
                  - power-import
                  - quantity: power-export
                    resolution: 10 W
                  - { quantity: gas-volume, resolution: 1 l, interval: 5 min }
                  - { quantity: meter-time, resolution: 1 min }
                  - { quantity: s1-power, resolution: 0.1 kW }
                freshness: 10 s
                interval: 2 s
                recovery: 10
                fastest: 20
                editions: [50216, 50217]
                wirings: [star, delta]
                """);
        assertEquals(
                EnumSet.of(
                        Quantity.POWER_IMPORT,
                        Quantity.POWER_EXPORT,
                        Quantity.GAS_VOLUME,
                        Quantity.METER_TIME,
                        Quantity.S1_POWER),
                claims.shown());
        assertEquals(
                Map.of(
                        Quantity.POWER_EXPORT, new BigDecimal("0.010"),
                        Quantity.GAS_VOLUME, new BigDecimal("0.001"),
                        Quantity.METER_TIME, new BigDecimal("60.000"),
                        Quantity.S1_POWER, new BigDecimal("100.0")),
                claims.resolutions());
        assertEquals(Duration.ofMinutes(5), claims.longestInterval(claims.shown()));
        assertEquals(Duration.ofSeconds(2), claims.longestInterval(Set.of(Quantity.POWER_IMPORT, Quantity.VOLTAGE_L1)));
        assertEquals(10, claims.recovery());
        assertEquals(20, claims.fastest());
        assertEquals(List.of(Edition.E50216, Edition.E50217), claims.editions());
        assertEquals(List.of(Wiring.STAR, Wiring.DELTA), claims.wirings());
    }
}
