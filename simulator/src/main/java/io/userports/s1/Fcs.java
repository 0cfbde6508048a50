package io.userports.s1;

/**
 * The frame check sequence of HDLC: CRC-16/X-25, low octet first (ISO/IEC 13239; e-MUCS H 1.3 §4.2).
 *
 * <p>A table of our own, because with the library most of the time of a telegram goes here (docs/decisions.md).
 */
public final class Fcs {
    /** Octets that it takes in a frame. */
    public static final int OCTETS = 2;

    private static final int POLYNOMIAL = 0x8408;
    private static final int ALL_ONES = 0xFFFF;

    /** What an octet does to the remainder when none, one, two or three octets follow it in a group of four. */
    private static final int[] LAST = new int[256];

    private static final int[] THIRD = new int[256];
    private static final int[] SECOND = new int[256];
    private static final int[] FIRST = new int[256];

    static {
        for (int octet = 0; octet < LAST.length; octet++) {
            int remainder = octet;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                remainder = remainder >>> 1 ^ ((remainder & 1) == 0 ? 0 : POLYNOMIAL);
            }
            LAST[octet] = remainder;
        }
        for (int octet = 0; octet < LAST.length; octet++) {
            THIRD[octet] = followedByZero(LAST[octet]);
            SECOND[octet] = followedByZero(THIRD[octet]);
            FIRST[octet] = followedByZero(SECOND[octet]);
        }
    }

    private Fcs() {}

    /** {@return the FCS of {@code octets} from {@code from} to before {@code to}} */
    public static int of(byte[] octets, int from, int to) {
        int remainder = ALL_ONES;
        int at = from;
        for (; at + 4 <= to; at += 4) {
            remainder = FIRST[(remainder ^ octets[at]) & 0xFF]
                    ^ SECOND[(remainder >>> 8 ^ octets[at + 1]) & 0xFF]
                    ^ THIRD[octets[at + 2] & 0xFF]
                    ^ LAST[octets[at + 3] & 0xFF];
        }
        for (; at < to; at++) {
            remainder = remainder >>> 8 ^ LAST[(remainder ^ octets[at]) & 0xFF];
        }
        return remainder ^ ALL_ONES;
    }

    /** Writes at {@code to} the FCS of what stands from {@code from} to before {@code to}. */
    public static void put(byte[] octets, int from, int to) {
        int value = of(octets, from, to);
        octets[to] = (byte) value;
        octets[to + 1] = (byte) (value >> 8);
    }

    /** {@return whether at {@code to} stands the FCS of what stands from {@code from} to before {@code to}} */
    public static boolean isGood(byte[] octets, int from, int to) {
        return of(octets, from, to) == (octets[to] & 0xFF | (octets[to + 1] & 0xFF) << 8);
    }

    private static int followedByZero(int remainder) {
        return remainder >>> 8 ^ LAST[remainder & 0xFF];
    }
}
