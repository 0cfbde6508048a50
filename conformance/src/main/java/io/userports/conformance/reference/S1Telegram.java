package io.userports.conformance.reference;

import java.nio.charset.StandardCharsets;

/**
 * A view of the fields of an S1 telegram where it stands (e-MUCS H 1.3 §4.3); one view serves the whole stream.
 *
 * <p>Offsets count from the format field.
 */
final class S1Telegram {
    static final int L1 = 0;
    static final int L2 = 1;
    static final int L3 = 2;
    static final int N = 3;

    static final int ID_LENGTH = 14;
    /** The id, the information field without its valid bit, the rate. */
    static final int HEAD_LENGTH = ID_LENGTH + 2;

    private static final int ID = 4;
    private static final int LENGTH = 0x2B;
    private static final int CHECK = 2;
    private static final int INFO = 18;
    private static final int RATE = 19;
    private static final int FREQUENCY = 20;
    private static final int SEQUENCE = 22;
    private static final int SAMPLES = 23;
    /** A voltage of two octets and a current of three. */
    private static final int PHASE = 5;

    private static final int VALID = 0x08;
    private static final int VERSION = 0xE0;

    private byte[] octets = new byte[LENGTH];
    private int at;

    /** {@return whether the frame is a telegram of the only layout that is known; the view is moved to it then} */
    boolean moveTo(byte[] frame, int start, int length) {
        boolean known = length == LENGTH && isInformation(frame, start) && (frame[start + INFO] & VERSION) == 0;
        if (known) {
            octets = frame;
            at = start;
        }
        return known;
    }

    /** {@return whether the frame is in order, but tells in a way that is not known} */
    static boolean isUnknown(byte[] frame, int start, int length) {
        return isInformation(frame, start) && !(hasVersion(length) && (frame[start + INFO] & VERSION) == 0);
    }

    /** {@return whether a frame of that length goes on beyond the version, to the number} */
    static boolean hasVersion(int length) {
        return length > INFO + CHECK;
    }

    private static boolean isInformation(byte[] frame, int start) {
        return (frame[start] & 0xF8) == 0x80 && frame[start + 2] == (byte) 0xFF && frame[start + 3] == 0x03;
    }

    String id() {
        return new String(octets, at + ID, ID_LENGTH, StandardCharsets.ISO_8859_1);
    }

    /** Copies what stays the same from sample to sample: meter, kind of network, kind of sampling. */
    void copyHead(byte[] head) {
        System.arraycopy(octets, at + ID, head, 0, ID_LENGTH);
        head[ID_LENGTH] = (byte) (octets[at + INFO] & ~VALID);
        head[ID_LENGTH + 1] = octets[at + RATE];
    }

    boolean polyphase() {
        return (octets[at + INFO] & 0x01) != 0;
    }

    boolean perPeriod() {
        return (octets[at + INFO] & 0x02) != 0;
    }

    boolean fourWire() {
        return (octets[at + INFO] & 0x04) != 0;
    }

    boolean valid() {
        return (octets[at + INFO] & VALID) != 0;
    }

    boolean neutral() {
        return (octets[at + INFO] & 0x10) != 0;
    }

    /** {@return samples a period, or hundreds of them a second} */
    int rateField() {
        return octets[at + RATE];
    }

    int millihertz() {
        return unsigned(FREQUENCY) << 8 | unsigned(FREQUENCY + 1);
    }

    int sequence() {
        return unsigned(SEQUENCE);
    }

    /** {@return the voltage in steps of 25 mV} */
    int voltage(int phase) {
        int offset = SAMPLES + phase * PHASE;
        return octets[at + offset] << 8 | unsigned(offset + 1);
    }

    /** {@return the current in mA} */
    int current(int conductor) {
        int offset = conductor == N ? SAMPLES + N * PHASE : SAMPLES + conductor * PHASE + 2;
        return octets[at + offset] << 16 | unsigned(offset + 1) << 8 | unsigned(offset + 2);
    }

    private int unsigned(int offset) {
        return octets[at + offset] & 0xFF;
    }
}
