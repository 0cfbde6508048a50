package io.userports.vector;

import io.userports.p1.P1Codec;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.Crc16;

/** What is wrong with a test of a checksum alone. */
final class Checksums {
    private Checksums() {}

    static List<String> disagreements(Vector.Check test) {
        String found = test instanceof P1Crc ? crc(test.octets()) : fcs(test.octets());
        return found.equals(test.checksum())
                ? List.of()
                : List.of("the vector says checksum " + test.checksum() + ", we compute " + found);
    }

    private static String crc(byte[] octets) {
        return String.format(Locale.ROOT, "%04X", P1Codec.crc(octets, 0, octets.length));
    }

    private static String fcs(byte[] octets) {
        Crc16 fcs = Crc16.ibmSdlc();
        fcs.update(octets, 0, octets.length);
        int value = (int) fcs.getValue();
        return String.format(Locale.ROOT, "%02X%02X", value & 0xFF, value >> 8);
    }
}
