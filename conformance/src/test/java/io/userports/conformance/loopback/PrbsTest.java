package io.userports.conformance.loopback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sequences of ITU-T O.150, beside the formula bit by bit. */
class PrbsTest {
    /**
     * By hand: a register of ones gives 14 zeros and a one, (13 zeros, two ones), (12 zeros, 1 0 1), (11 zeros, four ones), ...
     * The inverse of 0000000 0000000 1, 0000000 000000 1 1, 00 with the first bit lowest.
     */
    @Test
    void theFirstOctetsOfPrbs15AreThoseComputedByHand() {
        byte[] octets = new byte[4];
        Prbs.PRBS15.fill(Prbs.PRBS15.begin(), octets, 0, octets.length);
        // 00000000 0000001 0 | 00000000 0000 11 00, inverted and read from the lowest bit on
        assertEquals("FFBFFFCF", HexFormat.of().withUpperCase().formatHex(octets));
    }

    @ParameterizedTest
    @CsvSource({"PRBS15, 15, 14", "PRBS31, 31, 28"})
    void everyBitIsTheSumOfTwoBefore(Prbs prbs, int far, int near) {
        byte[] octets = new byte[20_000];
        prbs.fill(prbs.begin(), octets, 0, octets.length);
        boolean[] bits = new boolean[far + 8 * octets.length];
        for (int i = 0; i < far; i++) {
            bits[i] = true;
        }
        for (int i = far; i < bits.length; i++) {
            bits[i] = bits[i - far] ^ bits[i - near];
        }
        byte[] expected = new byte[octets.length];
        for (int i = 0; i < 8 * octets.length; i++) {
            expected[i / 8] |= (byte) ((bits[far + i] ? 0 : 1) << i % 8);
        }
        assertArrayEquals(expected, octets);
    }

    @Test
    void prbs15HasItsPeriodAndItsRuns() {
        assertEquals(
                32_767,
                Prbs.PRBS15
                                .distance(Prbs.PRBS15.after(Prbs.PRBS15.begin()), Prbs.PRBS15.begin(), 40_000)
                                .orElseThrow()
                        + 1);
        byte[] octets = new byte[2 * 32_767];
        Prbs.PRBS15.fill(Prbs.PRBS15.begin(), octets, 0, octets.length);
        int ones = 0;
        int longest = 0;
        int zeros = 0;
        for (int i = 0; i < 8 * octets.length; i++) {
            boolean one = (octets[i / 8] >> i % 8 & 1) == 1;
            ones += i < 32_767 && one ? 1 : 0;
            zeros = one ? 0 : zeros + 1;
            longest = Math.max(longest, zeros);
        }
        // Inverted, so one zero more than ones, and the run of fifteen is of zeros.
        assertEquals(16_383, ones);
        assertEquals(15, longest);
    }

    @ParameterizedTest
    @EnumSource(Prbs.class)
    void anyStretchTellsItsPlace(Prbs prbs) {
        byte[] octets = new byte[1000];
        prbs.fill(prbs.begin(), octets, 0, octets.length);
        int state = prbs.begin();
        for (int at = 0; at < prbs.window(); at++) {
            state = prbs.after(state);
        }
        for (int at = 0; at + prbs.window() < octets.length; at++) {
            assertEquals(OptionalInt.of(state), prbs.find(octets, at));
            state = prbs.after(state);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0xFF, 0x55, 0x7E})
    void aLineThatStandsStillIsNoPattern(int octet) {
        byte[] octets = new byte[64];
        java.util.Arrays.fill(octets, (byte) octet);
        assertEquals(OptionalInt.empty(), Prbs.PRBS15.find(octets, 0));
        assertEquals(OptionalInt.empty(), Prbs.PRBS31.find(octets, 0));
    }
}
