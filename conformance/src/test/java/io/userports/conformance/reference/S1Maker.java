package io.userports.conformance.reference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** S1 telegrams by hand, each octet where e-MUCS H 1.3 §4.2 and §4.3 say; nothing of it is known to the reader. */
record S1Maker(String id, int info, int rate, int millihertz) {
    static final int DELTA = 0x0B;
    static final int STAR = 0x0F;
    static final int SINGLE_PHASE = 0x0A;
    static final int PER_SECOND = ~0x02;
    static final int NEUTRAL = 0x10;
    static final int INVALID = ~0x08;
    static final int VERSION_1 = 0x20;

    static final S1Maker SINGLE = new S1Maker("1SAG1100000001", SINGLE_PHASE, 52, 50_000);

    S1Maker info(int other) {
        return new S1Maker(id, other, rate, millihertz);
    }

    S1Maker id(String other) {
        return new S1Maker(other, info, rate, millihertz);
    }

    S1Maker millihertz(int other) {
        return new S1Maker(id, info, rate, other);
    }

    S1Maker perSecond(int hundreds) {
        return new S1Maker(id, info & PER_SECOND, hundreds, millihertz);
    }

    /** {@return a telegram of the values u1, i1, u2, i2, u3, i3, iN in steps; what is left out is 0} */
    byte[] telegram(int sequence, int... values) {
        return frame(body(sequence, values));
    }

    private byte[] body(int sequence, int... values) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
        body.write(info);
        body.write(rate);
        body.write(millihertz >> 8);
        body.write(millihertz);
        body.write(sequence);
        for (int i = 0; i < 7; i++) {
            int value = i < values.length ? values[i] : 0;
            if (i % 2 == 1 || i == 6) {
                body.write(value >> 16);
            }
            body.write(value >> 8);
            body.write(value);
        }
        return body.toByteArray();
    }

    /** {@return a telegram with more octets behind the values, as a later version may have} */
    byte[] longer(int sequence, int more) {
        byte[] body = body(sequence);
        return frame(Arrays.copyOf(body, body.length + more));
    }

    /** {@return {@code telegram} to another address, with the FCS of that} */
    static byte[] addressed(byte[] telegram, int address) {
        byte[] other = telegram.clone();
        other[3] = (byte) address;
        int fcs = fcs(Arrays.copyOfRange(other, 1, other.length - 3));
        other[other.length - 3] = (byte) fcs;
        other[other.length - 2] = (byte) (fcs >> 8);
        return other;
    }

    private static byte[] frame(byte[] body) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80);
        frame.write(body.length + 6);
        frame.write(0xFF);
        frame.write(0x03);
        frame.writeBytes(body);
        int fcs = fcs(frame.toByteArray());
        frame.write(fcs);
        frame.write(fcs >> 8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(0x7E);
        all.writeBytes(frame.toByteArray());
        all.write(0x7E);
        return all.toByteArray();
    }

    /** Bit by bit: the polynomial 1021 from its low end, all ones before and after (ISO/IEC 13239). */
    private static int fcs(byte[] octets) {
        int register = 0xFFFF;
        for (byte octet : octets) {
            for (int bit = 0; bit < 8; bit++) {
                boolean out = ((register ^ octet >> bit) & 1) != 0;
                register = register >> 1 ^ (out ? 0x8408 : 0);
            }
        }
        return ~register & 0xFFFF;
    }
}
