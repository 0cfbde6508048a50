package io.userports.conformance.loopback;

import java.util.OptionalInt;

/**
 * Pseudo-random bits from a shift register with feedback, inverted (ITU-T O.150).
 *
 * <p>The state holds the last bits before inversion, the oldest lowest. As no tap is nearer than eight bits, the next octet
 * comes of one shift. The register that feeds the checker runs freely once it has locked: what is wrong in a received octet
 * is counted once and not again at each tap.
 */
enum Prbs implements Pattern {
    /** 2<sup>15</sup>-1 bits, x<sup>15</sup>+x<sup>14</sup>+1. */
    PRBS15(15, 14),
    /** 2<sup>31</sup>-1 bits, x<sup>31</sup>+x<sup>28</sup>+1. */
    PRBS31(31, 28);

    /** Octets that must follow from the first ones: 96 bits are no accident. */
    private static final int PROOF = 12;

    private static final int OCTET = 0xFF;

    private final int length;
    private final int tap;

    Prbs(int length, int tap) {
        this.length = length;
        this.tap = length - tap;
    }

    @Override
    public int begin() {
        return ones();
    }

    @Override
    public int octet(int state) {
        return ~(state ^ state >>> tap) & OCTET;
    }

    @Override
    public int after(int state) {
        return state >>> Byte.SIZE | (~octet(state) & OCTET) << length - Byte.SIZE;
    }

    /** As the number of bits is odd, as many octets: each begins at another bit. */
    @Override
    public long period() {
        return ones();
    }

    @Override
    public int window() {
        return seed() + PROOF;
    }

    @Override
    public int memory() {
        return 64;
    }

    @Override
    public OptionalInt find(byte[] octets, int at) {
        long bits = 0;
        for (int i = 0; i < seed(); i++) {
            bits |= (long) (~octets[at + i] & OCTET) << Byte.SIZE * i;
        }
        int state = (int) (bits >>> seed() * Byte.SIZE - length) & ones();
        // A register of zeros never leaves them: it would take a dead line for the pattern.
        if (state == 0) {
            return OptionalInt.empty();
        }
        for (int i = at + seed(); i < at + window(); i++) {
            if ((octets[i] & OCTET) != octet(state)) {
                return OptionalInt.empty();
            }
            state = after(state);
        }
        return OptionalInt.of(state);
    }

    private int ones() {
        return (int) ((1L << length) - 1);
    }

    private int seed() {
        return (length + Byte.SIZE - 1) / Byte.SIZE;
    }
}
