package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.Vectors;
import io.userports.vector.S1Vector;
import io.userports.vector.VectorFile.Located;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TelegramVectorsTest {
    static List<Located<S1Vector>> telegrams() {
        return Vectors.all(S1Vector.class);
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void strictReadingSaysWhatTheVectorSays(Located<S1Vector> located) {
        S1Vector vector = located.vector();
        FrameKind kind = S1View.of(S1Layout.EMUCS_H_1_3).kindOf(vector.octets());
        assertEquals(vector.kind(), kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), located.toString());
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void theFieldsAreReadAndWrittenAsTheVectorSays(Located<S1Vector> located) {
        S1Vector vector = located.vector();
        byte[] octets = vector.octets();
        if (vector.fields().isEmpty()) {
            assertEquals(List.of(), S1Codec.decode(table(vector), octets), located.toString());
            return;
        }
        S1Frame frame = frame(vector);
        assertEquals(List.of(frame), S1Codec.decode(table(vector), octets), located.toString());
        assertArrayEquals(octets, S1Codec.encode(table(vector), frame), located.toString());
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void aStreamWithItInTheMiddleLosesNothingElse(Located<S1Vector> located) {
        S1Vector vector = located.vector();
        byte[] octets = vector.octets();
        byte[] telegram = Streams.telegram(1, 50_000);
        List<String> expected = List.of(
                "0 frame 45",
                "45 " + (vector.framed() ? "frame " : "noise ") + octets.length,
                (45 + octets.length) + " frame 45");
        assertEquals(
                expected,
                Streams.split(Streams.join(telegram, octets, telegram)).outline(),
                located.toString());
    }

    @Test
    void everyKindOfFrameHasAVector() {
        Set<String> kinds = new TreeSet<>();
        telegrams().forEach(t -> kinds.add(t.vector().kind()));
        Set<String> all = new TreeSet<>();
        for (FrameKind kind : FrameKind.values()) {
            all.add(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        assertEquals(all, kinds);
    }

    @Test
    void theFieldsOfTheVectorsAreRead() {
        S1Frame noId = frame(Vectors.get("s1-no-id", S1Vector.class));
        assertEquals("\0".repeat(14), noId.meterId());
        assertEquals(
                List.of(false, true, false, true, false, 0),
                List.of(
                        noId.polyphase(),
                        noId.perPeriod(),
                        noId.fourWire(),
                        noId.validSamples(),
                        noId.neutral(),
                        noId.version()));
        assertEquals(52 * 49.873, noId.samplesPerSecond());
        assertEquals(-78.525, S1Frame.volts(noId.u1()));
        assertEquals(2.718, S1Frame.amperes(noId.i1()));
        assertEquals(49.873, S1Frame.hertz(noId.frequency()));
    }

    private static S1Layout table(S1Vector vector) {
        return S1Layout.LIST.stream()
                .filter(l -> l.name().equals(vector.layout()))
                .findFirst()
                .orElseThrow();
    }

    private static S1Frame frame(S1Vector vector) {
        Map<String, String> fields = vector.fields();
        List<Integer> counts = Stream.of("info", "rate", "frequency", "seq", "u1", "i1", "u2", "i2", "u3", "i3", "iN")
                .map(name -> Integer.parseInt(fields.get(name)))
                .toList();
        return new S1Frame(
                fields.get("meterId"),
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                counts.get(5),
                counts.get(6),
                counts.get(7),
                counts.get(8),
                counts.get(9),
                counts.get(10));
    }
}
