package io.userports.s1;

import org.apache.commons.codec.digest.Crc16;

/** The frame check sequence of HDLC, 16 bits, low octet first (ISO/IEC 13239; e-MUCS H 1.3 §4.2); for one thread. */
public final class Fcs {
    /** Octets that it takes in a frame. */
    public static final int OCTETS = 2;

    private final Crc16 crc = Crc16.ibmSdlc();

    /** {@return the FCS of {@code octets} from {@code from} to before {@code to}} */
    public int of(byte[] octets, int from, int to) {
        crc.reset();
        crc.update(octets, from, to - from);
        return (int) crc.getValue();
    }

    /** {@return the FCS that stands at {@code at}} */
    public static int at(byte[] octets, int at) {
        return octets[at] & 0xFF | (octets[at + 1] & 0xFF) << 8;
    }

    /** Writes at {@code to} the FCS of what stands from {@code from} to before {@code to}. */
    public void put(byte[] octets, int from, int to) {
        int value = of(octets, from, to);
        octets[to] = (byte) value;
        octets[to + 1] = (byte) (value >> 8);
    }

    /** {@return whether at {@code to} stands the FCS of what stands from {@code from} to before {@code to}} */
    public boolean isGood(byte[] octets, int from, int to) {
        return of(octets, from, to) == at(octets, to);
    }
}
