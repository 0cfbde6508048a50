package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.grid.SubMeter;
import io.userports.grid.SwitchState;
import io.userports.p1.ValueFormat.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueFormatTest {
    @ParameterizedTest
    @CsvSource({"2, 3", "3, 0", "3, 1", "3, 2", "5, 3", "6, 3"})
    void aNumberIsRoundedAndPaddedAsDecimalArithmeticDoes(int integers, int decimals) {
        Decimal format = new Decimal(integers, decimals, "kW");
        SplittableRandom random = new SplittableRandom(42);
        double end = Math.pow(10, integers) - 1;
        for (int i = 0; i < 50_000; i++) {
            double value = random.nextDouble() * Math.pow(end, random.nextDouble());
            BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
            String digits = rounded.toPlainString();
            int width = decimals == 0 ? integers : integers + 1 + decimals;
            assertEquals("0".repeat(width - digits.length()) + digits + "*kW", format.of(value));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 00.000",
        "1.5, 00.002",
        "2.5, 00.002",
        "-0.0, 00.000",
        "-2.6, 00.003",
        "99998.6, 99.999",
        "99999.5, 99.999",
        "1e300, 99.999",
        "-1e300, 99.999"
    })
    void unitsAreRoundedTiesToEvenAndHeldWithinTheWidth(double units, String number) {
        assertEquals(number, new Decimal(2, 3, "").ofUnits(units));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNotWritten(double value) {
        assertThrows(IllegalArgumentException.class, () -> Formats.KW.of(value));
    }

    /** Two decimals of a count of thousandths: a tie every tenth count, which no binary fraction can hold. */
    @ParameterizedTest
    @CsvSource({"1004, 1.00", "1005, 1.00", "1015, 1.02", "1025, 1.02", "1035, 1.04", "123456785, 123456.78"})
    void heatIsRoundedFromItsThousandths(long thousandths, String gigajoules) {
        Instant time = Instant.parse("2026-01-15T11:00:00Z");
        SubMeter meter = new SubMeter(
                1,
                SubMeter.Kind.HEAT,
                "",
                "",
                SwitchState.CONNECTED,
                0,
                Optional.of(new SubMeter.Capture(time, thousandths)));
        String padded = "0".repeat(9 - gigajoules.length()) + gigajoules;
        assertEquals(List.of("260115120000W", padded + "*GJ"), Formats.reading(meter));
    }
}
