package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CivilTimeTest {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    @ParameterizedTest
    @CsvSource({
        "260115120000W, 2026-01-15T11:00:00Z",
        "260715120000S, 2026-07-15T10:00:00Z",
        "261025023000S, 2026-10-25T00:30:00Z",
        "261025023000W, 2026-10-25T01:30:00Z",
        "260329015959W, 2026-03-29T00:59:59Z",
        "260329030000S, 2026-03-29T01:00:00Z",
        "000101010000W, 2000-01-01T00:00:00Z",
        "280229000000W, 2028-02-28T23:00:00Z",
        "991231235959W, 2099-12-31T22:59:59Z"
    })
    void aTimeIsAnInstant(String raw, Instant instant) {
        assertEquals(Optional.of(instant), CivilTime.parse(raw));
        assertEquals(Fit.EXACT, CivilTime.fit(raw));
        assertEquals(raw, Formats.TIME.of(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "260115120000S, OTHER_LETTER",
        "260715120000W, OTHER_LETTER",
        "260329023000W, NO_SUCH_TIME",
        "260329023000S, NO_SUCH_TIME",
        "260229000000W, NO_SUCH_TIME",
        "261301000000W, NO_SUCH_TIME",
        "260100000000W, NO_SUCH_TIME",
        "260431000000S, NO_SUCH_TIME",
        "260101240000W, NO_SUCH_TIME",
        "260101006000W, NO_SUCH_TIME",
        "260101000060W, NO_SUCH_TIME",
        "260101000000w, NONE",
        "260101000000, NONE",
        "26010100000OW, NONE",
        "260101000000WW, NONE"
    })
    void whatNoClockShowsIsNoInstant(String raw, Fit fit) {
        assertEquals(Optional.empty(), CivilTime.parse(raw));
        assertEquals(fit, CivilTime.fit(raw));
    }

    @Test
    void everyHourOfACenturyAgreesWithTheRulesOfTheZone() {
        ZoneId brussels = ZoneId.of("Europe/Brussels");
        LocalDateTime hour = LocalDate.of(2000, 1, 1).atTime(0, 30);
        while (hour.getYear() < 2100) {
            List<ZoneOffset> valid = brussels.getRules().getValidOffsets(hour);
            for (int offset = 1; offset <= 2; offset++) {
                ZoneOffset zone = ZoneOffset.ofHours(offset);
                Optional<Instant> expected =
                        valid.contains(zone) ? Optional.of(hour.toInstant(zone)) : Optional.empty();
                assertEquals(expected, CivilTime.parse(hour.format(DIGITS) + (offset == 2 ? "S" : "W")));
            }
            hour = hour.plusHours(1);
        }
    }
}
