package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.VectorFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TelegramVectorsTest {
    record Finding(Rule rule, String level, int line) {}

    record Vector(
            String id,
            String comment,
            List<String> flags,
            String result,
            String crc,
            List<String> lines,
            List<Finding> findings) {
        DecodedTelegram decoded() {
            byte[] octets = String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
            return P1Codec.decode(octets, 0, octets.length);
        }
    }

    static List<VectorFile.Located<Vector>> telegrams() throws IOException {
        return VectorFile.read("p1-telegrams.json", Vector.class);
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void aTelegramIsReadAsItsVectorSays(VectorFile.Located<Vector> located) {
        Vector vector = located.vector();
        DecodedTelegram decoded = vector.decoded();
        String where = located + " " + vector.id();
        assertEquals(
                Set.copyOf(vector.findings()),
                Set.copyOf(decoded.findings().stream()
                        .map(f -> new Finding(f.rule(), f.level().toString(), f.line()))
                        .toList()),
                where);
        assertEquals(vector.crc(), decoded.crc().toString(), where);
        assertEquals(vector.result(), decoded.valid() ? "valid" : "invalid", where);
        assertEquals(vector.findings().size(), decoded.findings().size(), where);
    }

    @Test
    void everyRuleAboutOneTelegramHasAVectorThatBreaksIt() throws IOException {
        Set<Rule> broken = EnumSet.noneOf(Rule.class);
        telegrams().forEach(t -> t.vector().findings().forEach(f -> broken.add(f.rule())));
        Set<Rule> left = EnumSet.complementOf(EnumSet.copyOf(broken));
        // a vector of R18 would be longer than a second of the line; R19 and R20 are about several telegrams
        assertEquals(EnumSet.of(Rule.R18, Rule.R19, Rule.R20), left);
    }

    @Test
    void aTelegramIsWrittenAsItWasRead() throws IOException {
        for (VectorFile.Located<Vector> located : telegrams()) {
            if (located.vector().result().equals("valid")) {
                byte[] octets = String.join("\r\n", located.vector().lines()).getBytes(StandardCharsets.ISO_8859_1);
                byte[] written = P1Codec.encode(located.vector().decoded().telegram());
                assertEquals(
                        new String(octets, StandardCharsets.ISO_8859_1),
                        new String(written, StandardCharsets.ISO_8859_1),
                        located.toString());
            }
        }
    }

    @Test
    void anUpsideDownTelegramSaysWhereEachObjectStands() throws IOException {
        Vector vector = telegrams().get(5).vector();
        assertEquals("p1-order-changed", vector.id());
        String text = String.join("\r\n", vector.lines());
        DecodedTelegram decoded = vector.decoded();
        for (int i = 0; i < decoded.positions().size(); i++) {
            Position at = decoded.positions().get(i);
            DataObject object = decoded.telegram().objects().get(i);
            assertTrue(text.startsWith(object + "\r\n", at.offset()), object.toString());
            assertEquals(vector.lines().get(at.line() - 1), object.toString());
        }
    }
}
