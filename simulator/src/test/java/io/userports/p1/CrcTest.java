package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.Vectors;
import io.userports.vector.P1Crc;
import io.userports.vector.VectorFile.Located;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CrcTest {
    static List<Located<P1Crc>> checksums() {
        return Vectors.all(P1Crc.class);
    }

    @ParameterizedTest
    @MethodSource("checksums")
    void theChecksumIsTheOneOfTheVector(Located<P1Crc> located) {
        byte[] octets = located.vector().octets();
        String crc = String.format(Locale.ROOT, "%04X", P1Codec.crc(octets, 0, octets.length));
        assertEquals(located.vector().crc(), crc, located.toString());
    }
}
