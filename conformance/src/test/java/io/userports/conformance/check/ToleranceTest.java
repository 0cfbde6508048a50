package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToleranceTest {
    @ParameterizedTest
    @CsvSource({
        "power-import, 1.001,               1.001, true",
        "power-import, 1.0009999999999999,  1.001, true",
        "power-import, 1.001000000000001,   1.001, true",
        "power-import, 1.00101,             1.001, false",
        "power-import, 1.002,               1.001, false",
        "power-import, 1,                   1.001, false",
        "voltage-l1,   230.10000610351562,  230.1, true",
        "meter-time,   2026-01-15T11:00:00.000000001Z, 2026-01-15T11:00:00Z, false",
        "edition,      50216.000000001,     50216, false",
        "power-import, no number at all,    1.001, false",
    })
    void withoutAClaimOnlyTheNoiseOfBinaryFractionsIsForgiven(
            String quantity, String shown, String sent, boolean same) {
        assertSame(quantity, Optional.empty(), shown, sent, same);
    }

    @ParameterizedTest
    @CsvSource({
        "current-l1,   1,    2,                    2.51,                 true",
        "current-l1,   1,    3,                    2.51,                 true",
        "current-l1,   1,    1,                    2.51,                 false",
        "current-l1,   1,    4,                    2.51,                 false",
        "current-l1,   1,    1,                    2,                    false",
        "power-import, 0.01, 1.19,                 1.193,                true",
        "power-import, 0.01, 1.2,                  1.193,                true",
        "power-import, 0.01, 1.21,                 1.193,                false",
        "meter-time,   60,   2026-01-15T11:00:00Z, 2026-01-15T11:00:59Z, true",
        "meter-time,   60,   2026-01-15T11:01:00Z, 2026-01-15T11:00:01Z, true",
        "meter-time,   60,   2026-01-15T11:01:00Z, 2026-01-15T11:00:00Z, false",
        "meter-time,   60,   11 o'clock,           2026-01-15T11:00:00Z, false",
    })
    void whatIsShownInStepsIsLessThanAStepOff(String quantity, String step, String shown, String sent, boolean same) {
        assertSame(quantity, Optional.of(new BigDecimal(step)), shown, sent, same);
    }

    private static void assertSame(String slug, Optional<BigDecimal> step, String shown, String sent, boolean same) {
        Quantity quantity = Quantity.bySlug(slug).orElseThrow();
        assertEquals(same, Tolerance.of(quantity, step).same(shown, sent));
    }
}
