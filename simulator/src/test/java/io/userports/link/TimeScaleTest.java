package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.yaml.InputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScaleTest {
    @Test
    void twentyTimesFasterIsATwentiethOfTheTime() {
        TimeScale scale = TimeScale.parse("20");
        assertEquals(50_000_000, scale.nanosOf(Duration.ofSeconds(1)));
        assertEquals(Duration.ofSeconds(1), scale.simulatedIn(50_000_000));
        assertEquals("20", scale.toString());
    }

    @Test
    void oneIsRealTime() {
        assertEquals(TimeScale.REAL_TIME, TimeScale.parse("1"));
        assertEquals(1_000_000_000, TimeScale.REAL_TIME.nanosOf(Duration.ofSeconds(1)));
    }

    @Test
    void maxHasNoClock() {
        assertEquals(TimeScale.MAX, TimeScale.parse("max"));
        assertEquals(0, TimeScale.MAX.nanosOf(Duration.ofDays(1)));
        assertEquals(Duration.ZERO, TimeScale.MAX.simulatedIn(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1001", "99999999999", "1.5", "MAX", "fast", "1e3"})
    void anythingElseIsRefusedWithWhatIsAllowed(String text) {
        assertEquals(
                "'" + text + "' is not a time scale; allowed: whole numbers from 1 (real time) to 1000, or max (as fast"
                        + " as the link takes it)",
                assertThrows(InputException.class, () -> TimeScale.parse(text)).getMessage());
    }
}
