package io.userports.conformance.loopback;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What is hardest on a UART, its RS-422 pair and the driver behind it, over and over.
 *
 * <p>Long runs of 00 and FF (the fewest edges to keep time by, and a level that drifts behind transformers), their
 * alternation, 55 and AA (the most edges, the highest frequency), one lone bit after a long run (what a slow edge swallows),
 * the flags of S1 and PPP, everything that a driver which is not raw would eat or change (XON, XOFF, interrupt, end of file,
 * carriage return, the doubled FF), all octets up and down, and a stretch of PRBS15, in which no shift can hide.
 */
final class WorstCase implements Pattern {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The one that there is. */
    static final WorstCase PATTERN = new WorstCase();

    private static final int RUN = 64;
    private static final int SCRAMBLED = 128;
    /** Longer than any run of the same octet, so that it has one place only. */
    private static final int WINDOW = 160;
    /** The part of the bits of a window that may be wrong. */
    private static final int WRONG_OF_ONE = 64;

    private final byte[] octets = octets();
    /** So that a window that begins near the end needs no second look at the beginning. */
    private final byte[] twice = Arrays.copyOf(octets, 2 * octets.length);

    private WorstCase() {
        System.arraycopy(octets, 0, twice, octets.length, octets.length);
    }

    @Override
    public int begin() {
        return 0;
    }

    @Override
    public int octet(int state) {
        return octets[state] & 0xFF;
    }

    @Override
    public int after(int state) {
        return state + 1 == octets.length ? 0 : state + 1;
    }

    @Override
    public long period() {
        return octets.length;
    }

    @Override
    public int window() {
        return WINDOW;
    }

    @Override
    public int memory() {
        return octets.length;
    }

    @Override
    public OptionalInt find(byte[] received, int at) {
        long[] words = new long[WINDOW / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = (long) WORD.get(received, at + i * Long.BYTES);
        }
        int best = WINDOW * Byte.SIZE / WRONG_OF_ONE;
        int found = -1;
        boolean alone = false;
        for (int place = 0; place < octets.length; place++) {
            int wrong = wrong(words, place, best);
            if (wrong <= best) {
                alone = found < 0 || wrong < best;
                best = wrong;
                found = place;
            }
        }
        return alone ? OptionalInt.of((found + WINDOW) % octets.length) : OptionalInt.empty();
    }

    private int wrong(long[] words, int place, int most) {
        int wrong = 0;
        for (int i = 0; i < words.length && wrong <= most; i++) {
            wrong += Long.bitCount(words[i] ^ (long) WORD.get(twice, place + i * Long.BYTES));
        }
        return wrong;
    }

    private static byte[] octets() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        run(all, RUN, 0x00);
        run(all, RUN, 0xFF);
        run(all, RUN / 2, 0x00, 0xFF);
        run(all, RUN, 0x55);
        run(all, RUN, 0xAA);
        run(all, RUN / 2, 0x55, 0xAA);
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            run(all, Byte.SIZE, 0x00);
            run(all, 1, 1 << bit);
            run(all, Byte.SIZE, 0xFF);
            run(all, 1, 0xFF ^ 1 << bit);
        }
        run(all, Byte.SIZE, 0x7E, 0x7E, 0x80, 0x2B, 0xFF, 0x03);
        run(all, Byte.SIZE, 0x7D, 0x5E, 0x7D, 0x5D, 0x7D, 0x7E);
        run(
                all, 4, 0x11, 0x13, 0x03, 0x04, 0x0A, 0x0D, 0x0D, 0x0A, 0x11, 0x1A, 0x1C, 0x7F, 0xFF, 0xFF, 0x00, 0x16,
                0x0F);
        for (int octet = 0; octet < 256; octet++) {
            all.write(octet);
        }
        for (int octet = 255; octet >= 0; octet--) {
            all.write(octet);
        }
        byte[] scrambled = new byte[SCRAMBLED];
        Prbs.PRBS15.fill(Prbs.PRBS15.begin(), scrambled, 0, SCRAMBLED);
        all.writeBytes(scrambled);
        return all.toByteArray();
    }

    private static void run(ByteArrayOutputStream all, int times, int... octets) {
        for (int i = 0; i < times; i++) {
            for (int octet : octets) {
                all.write(octet);
            }
        }
    }
}
