package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.codec.digest.Crc16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChecksumTest {
    record Vector(String id, String text, String crc) {}

    static List<VectorFile.Located<Vector>> checksums() throws IOException {
        return VectorFile.read("p1-crc.json", Vector.class);
    }

    @ParameterizedTest
    @MethodSource("checksums")
    void theChecksumIsTheOneOfTheVector(VectorFile.Located<Vector> located) {
        byte[] octets = located.vector().text().getBytes(StandardCharsets.ISO_8859_1);
        String crc = String.format(Locale.ROOT, "%04X", P1Codec.crc(octets, 0, octets.length));
        assertEquals(located.vector().crc(), crc, located.toString());
    }

    @Test
    void anyStretchOfOctetsHasTheChecksumThatTheLibraryFinds() {
        byte[] octets = new byte[300];
        new Random(42).nextBytes(octets);
        for (int from = 0; from < 9; from++) {
            for (int to = from; to < octets.length; to++) {
                Crc16 library = Crc16.arc();
                library.update(Arrays.copyOfRange(octets, from, to), 0, to - from);
                assertEquals(library.getValue(), P1Codec.crc(octets, from, to), from + " to " + to);
            }
        }
    }
}
