package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.VectorFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CrcTest {
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
}
