package io.userports.p1;

import java.util.Locale;

/** What became of the checksum at the end of a telegram (DSMR 5.0.2 P1 §6.2). */
public enum Crc {
    /** The digits name the CRC of the octets, in whatever case they are written. */
    OK,
    /** Something stands there, and it is not the CRC. */
    BAD,
    /** The telegram ends without one. */
    MISSING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
