package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.Vectors;
import io.userports.vector.S1Fcs;
import io.userports.vector.VectorFile.Located;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.digest.Crc16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FcsTest {
    static List<Located<S1Fcs>> sequences() {
        return Vectors.all(S1Fcs.class);
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void theCheckSequenceIsTheOneOfTheVector(Located<S1Fcs> located) {
        byte[] octets = located.vector().octets();
        byte[] checked = Arrays.copyOf(octets, octets.length + Fcs.OCTETS);
        Fcs.put(checked, 0, octets.length);
        String written = HexFormat.of().withUpperCase().formatHex(checked, octets.length, checked.length);
        assertEquals(located.vector().fcs(), written, located.toString());
        assertEquals(true, Fcs.isGood(checked, 0, octets.length), located.toString());
    }

    @Test
    void ofAnyLengthItIsTheOneThatALibraryFinds() {
        byte[] octets = new byte[2100];
        new Random(5).nextBytes(octets);
        for (int length = 0; length < octets.length - 1; length++) {
            Crc16 library = Crc16.ibmSdlc();
            library.update(octets, 1, length);
            assertEquals((int) library.getValue(), Fcs.of(octets, 1, 1 + length), "of " + length + " octets");
        }
    }
}
