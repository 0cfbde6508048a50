package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.Vectors;
import io.userports.vector.P1Vector;
import io.userports.vector.Result;
import io.userports.vector.VectorFile.Located;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TelegramVectorsTest {
    static List<Located<P1Vector>> telegrams() {
        return Vectors.all(P1Vector.class);
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void aTelegramIsReadAsItsVectorSays(Located<P1Vector> located) {
        P1Vector vector = located.vector();
        DecodedTelegram decoded = decoded(vector);
        List<String> said = vector.findings().stream()
                .map(f -> f.rule() + " " + f.level() + " " + f.line())
                .sorted()
                .toList();
        List<String> found = decoded.findings().stream()
                .map(f -> f.rule() + " " + f.level() + " " + f.line())
                .sorted()
                .toList();
        assertEquals(said, found, located.toString());
        assertEquals(vector.crc(), decoded.crc().toString(), located.toString());
    }

    @Test
    void aTelegramIsWrittenAsItWasRead() {
        for (Located<P1Vector> located : telegrams()) {
            if (located.vector().result() == Result.VALID) {
                byte[] octets = located.vector().octets();
                byte[] written = P1Codec.encode(decoded(located.vector()).telegram());
                assertEquals(
                        new String(octets, StandardCharsets.ISO_8859_1),
                        new String(written, StandardCharsets.ISO_8859_1),
                        located.toString());
            }
        }
    }

    @Test
    void anUpsideDownTelegramSaysWhereEachObjectStands() {
        P1Vector vector = Vectors.get("p1-order-changed", P1Vector.class);
        String text = String.join("\r\n", vector.lines());
        DecodedTelegram decoded = decoded(vector);
        for (int i = 0; i < decoded.positions().size(); i++) {
            Position at = decoded.positions().get(i);
            DataObject object = decoded.telegram().objects().get(i);
            assertTrue(text.startsWith(object + "\r\n", at.offset()), object.toString());
            assertEquals(vector.lines().get(at.line() - 1), object.toString());
        }
    }

    private static DecodedTelegram decoded(P1Vector vector) {
        byte[] octets = vector.octets();
        return P1Codec.decode(octets, 0, octets.length);
    }
}
