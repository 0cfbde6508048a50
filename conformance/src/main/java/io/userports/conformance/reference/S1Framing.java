package io.userports.conformance.reference;

/**
 * From octets in any chunks to S1 frames, by length, flags and check sequence alone (e-MUCS H 1.3 §4.2.2).
 *
 * <p>Nothing is unescaped and nothing split at a flag: both octets stand raw in telegrams. Where no frame stands, the
 * next candidate begins one octet later.
 */
class S1Framing {
    /** Whoever takes the frames. */
    interface Frames {
        /** Takes a frame whose format field stands at {@code at}, {@code length} octets without the flags. */
        void frame(byte[] octets, int at, int length);
    }

    static final int FLAG = 0x7E;
    private static final int TYPE_1 = 0x8;
    /** Format, address, control and check sequence. */
    private static final int SHORTEST = 6;

    private static final int LONGEST = 0x7FF;
    /** What a good frame leaves in the register when its check sequence has gone through too. */
    private static final int RESIDUE = 0xF0B8;

    protected final Frames frames;
    private final byte[] buffer = new byte[4 * LONGEST];
    private int filled;

    S1Framing(Frames frames) {
        this.frames = frames;
    }

    void feed(byte[] octets, int count) {
        for (int taken = 0; taken < count; ) {
            int more = Math.min(count - taken, buffer.length - filled);
            System.arraycopy(octets, taken, buffer, filled, more);
            taken += more;
            filled += more;
            int done = scan();
            System.arraycopy(buffer, done, buffer, 0, filled - done);
            filled -= done;
        }
    }

    /** {@return up to where everything is decided} */
    private int scan() {
        int at = 0;
        while (at + 2 < filled) {
            int length = (buffer[at + 1] & 0x7) << 8 | buffer[at + 2] & 0xFF;
            if (buffer[at] != FLAG || (buffer[at + 1] >> 4 & 0xF) != TYPE_1 || length < SHORTEST) {
                at++;
            } else if (at + length + 1 >= filled) {
                return at;
            } else if (buffer[at + length + 1] == FLAG && isRight(buffer, at + 1, length)) {
                frames.frame(buffer, at + 1, length);
                // the closing flag may open the next frame
                at += length + 1;
            } else {
                at += afterBadFrame(length);
            }
        }
        return at;
    }

    /** {@return after how many octets the next beginning may stand, where a frame of {@code length} octets is none} */
    int afterBadFrame(int length) {
        return 1;
    }

    /** {@return whether the {@code length} octets from {@code at} end with their check sequence} */
    boolean isRight(byte[] octets, int at, int length) {
        int register = 0xFFFF;
        for (int i = at; i < at + length; i++) {
            int low = (octets[i] ^ register) & 0xFF;
            low = (low ^ low << 4) & 0xFF;
            register = (register >> 8 | low << 8) ^ low >> 4 ^ low << 3;
        }
        return register == RESIDUE;
    }
}
