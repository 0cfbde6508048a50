package io.userports.conformance.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorstCaseTest {
    private static final WorstCase PATTERN = WorstCase.PATTERN;

    @Test
    void everyWindowHasOnePlaceOnly() {
        int period = (int) PATTERN.period();
        byte[] twice = new byte[2 * period];
        assertEquals(0, PATTERN.fill(PATTERN.begin(), twice, 0, twice.length));
        for (int at = 0; at < period; at++) {
            assertEquals(OptionalInt.of((at + PATTERN.window()) % period), PATTERN.find(twice, at), "at " + at);
        }
    }

    @Test
    void noShiftHides() {
        int period = (int) PATTERN.period();
        byte[] octets = new byte[2 * period];
        PATTERN.fill(PATTERN.begin(), octets, 0, octets.length);
        for (int shift = 1; shift < period; shift++) {
            int most = 0;
            for (int at = 0; at + 32 <= period; at += 32) {
                int wrong = 0;
                for (int i = at; i < at + 32; i++) {
                    wrong += Integer.bitCount((octets[i] ^ octets[i + shift]) & 0xFF);
                }
                most = Math.max(most, wrong);
            }
            assertTrue(most >= 96, "a shift by " + shift + " shows in " + most + " bits of a block only");
        }
    }

    @Test
    void allOctetsAreInIt() {
        assertEquals(1332, PATTERN.period());
        boolean[] seen = new boolean[256];
        int state = PATTERN.begin();
        for (long i = 0; i < PATTERN.period(); i++) {
            seen[PATTERN.octet(state)] = true;
            state = PATTERN.after(state);
        }
        for (boolean one : seen) {
            assertTrue(one);
        }
    }

    @Test
    void aLineThatStandsStillIsNoPattern() {
        byte[] octets = new byte[PATTERN.window()];
        assertEquals(OptionalInt.empty(), PATTERN.find(octets, 0));
        Arrays.fill(octets, (byte) 0xFF);
        assertEquals(OptionalInt.empty(), PATTERN.find(octets, 0));
    }
}
