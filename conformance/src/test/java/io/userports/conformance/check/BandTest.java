package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.SentSamples.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BandTest {
    @ParameterizedTest
    @CsvSource({
        // voltage: 0.5 % and a count of 25 mV
        "s1-voltage-rms-l1, 230, 230, 228.825, true",
        "s1-voltage-rms-l1, 230, 230, 228.824, false",
        "s1-voltage-rms-l1, 230, 230, 231.175, true",
        "s1-voltage-rms-l1, 230, 230, 231.176, false",
        "s1-voltage-rms-l2, 0, 0, 0, true",
        "s1-voltage-rms-l2, 0, 0, 0.025, true",
        "s1-voltage-rms-l2, 0, 0, 0.026, false",
        // current: 1 % and 5 mA
        "s1-current-rms-l1, 10, 10, 9.895, true",
        "s1-current-rms-l1, 10, 10, 9.894, false",
        "s1-current-rms-n, 0, 0, 0.005, true",
        "s1-current-rms-n, 0, 0, 0.006, false",
        "s1-current-rms-l3, 0.004, 0.004, 0, true",
        // power: 1 % and 2 W, of either sign
        "s1-power, 1000, 1000, 1012, true",
        "s1-power, 1000, 1000, 1012.1, false",
        "s1-power, -1000, -1000, -1012, true",
        "s1-power, -1000, -1000, -1012.1, false",
        "s1-power, -1000, -1000, 1000, false",
        "s1-power, 0, 0, -2, true",
        "s1-power, 0, 0, -2.1, false",
        // frequency: 20 mHz
        "s1-frequency, 50, 50, 49.98, true",
        "s1-frequency, 50, 50, 49.979, false",
        // rate: 0.05 %
        "s1-rate, 2600, 2600, 2601.3, true",
        "s1-rate, 2600, 2600, 2601.4, false",
        // between the least and the greatest everything holds
        "s1-power, 400, 1400, 900, true",
        "s1-power, 400, 1400, 394, true",
        "s1-power, 400, 1400, 393, false",
        "s1-power, 400, 1400, 1416, true",
        "s1-power, 400, 1400, 1417, false",
        "s1-power, 0, 0, '', false",
        "s1-power, 0, 0, NaN, false",
        "s1-power, 0, 0, 0 kVA, false",
        "s1-power, 0, 0, 1e999, false",
    })
    void aFigureHoldsWithinItsBand(String slug, double least, double greatest, String shown, boolean holds) {
        Band band = Band.of(Quantity.bySlug(slug).orElseThrow()).orElseThrow();
        assertEquals(holds, band.holds(shown, new Span(least, greatest)));
    }

    @ParameterizedTest
    @CsvSource({
        // figures as coarse as a CEMS may round them to
        "s1-voltage-rms-l1, 229.951, 230.0",
        "s1-current-rms-l1, 0.4049, 0.40",
        "s1-current-rms-l1, 0.0049, 0.00",
        "s1-power, 1234.499, 1234",
        "s1-power, -0.5, 0",
        "s1-rate, 2600.7, 2601",
        "s1-frequency, 50.013, 50.01",
    })
    void aFigureMayBeRounded(String slug, double sampled, String shown) {
        Band band = Band.of(Quantity.bySlug(slug).orElseThrow()).orElseThrow();
        assertEquals(true, band.holds(shown, Span.of(sampled)));
    }

    @Test
    void whatIsToldOrCountedHasNoBand() {
        List<Quantity> without = Arrays.stream(Quantity.values())
                .filter(q -> q.slug().startsWith("s1-"))
                .filter(q -> Band.of(q).equals(Optional.empty()))
                .toList();
        assertEquals(
                List.of(
                        Quantity.S1_METER_ID,
                        Quantity.S1_WIRING,
                        Quantity.S1_LOST,
                        Quantity.S1_INVALID,
                        Quantity.S1_SKIPPED),
                without);
    }

    @Test
    void theBandIsToldInTheUnitOfTheQuantity() {
        assertEquals(
                "394.000 to 1416.000 W",
                Band.of(Quantity.S1_POWER).orElseThrow().around(new Span(400, 1400), "W"));
    }
}
