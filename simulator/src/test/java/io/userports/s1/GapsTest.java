package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GapsTest {
    @Test
    void theNumberSaysHowManyAreMissingModulo256() {
        assertEquals(0, Gaps.bySequence(3, 4));
        assertEquals(0, Gaps.bySequence(255, 0));
        assertEquals(1, Gaps.bySequence(255, 1));
        assertEquals(13, Gaps.bySequence(250, 8));
        assertEquals(255, Gaps.bySequence(7, 7));
        assertEquals(254, Gaps.bySequence(7, 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 127, 128, 254, 255, 256, 257, 511, 512, 3000, 260_000})
    void theClockSaysWhichMultiple(int missing) {
        int before = 200;
        int now = before + missing + 1 & 255;
        double seconds = (missing + 1) / 2600.0;
        assertEquals(missing, Gaps.byClock(before, now, seconds, 2600));
        assertEquals(missing, Gaps.byClock(before, now, seconds + 0.049, 2600));
        assertEquals(missing, Gaps.byClock(before, now, Math.max(0, seconds - 0.049), 2600));
    }

    @Test
    void aNumberThatStandsStillIsNoGapToTheClock() {
        assertEquals(0, Gaps.byClock(9, 9, 1 / 2600.0, 2600));
    }
}
