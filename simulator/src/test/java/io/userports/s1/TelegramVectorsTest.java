package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.VectorFile;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TelegramVectorsTest {
    record Counts(
            String meterId,
            int info,
            int rate,
            int frequency,
            int seq,
            int u1,
            int i1,
            int u2,
            int i2,
            int u3,
            int i3,
            int iN) {
        S1Frame frame() {
            return new S1Frame(meterId, info, rate, frequency, seq, u1, i1, u2, i2, u3, i3, iN);
        }
    }

    record Vector(
            String id,
            String comment,
            List<String> flags,
            String result,
            FrameKind kind,
            String layout,
            boolean framed,
            String octets,
            Counts counts) {
        S1Layout table() {
            return S1Layout.LIST.stream()
                    .filter(l -> l.name().equals(layout))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static List<VectorFile.Located<Vector>> telegrams() throws IOException {
        return VectorFile.read("s1-telegrams.json", Vector.class);
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void strictReadingSaysWhatTheVectorSays(VectorFile.Located<Vector> located) {
        Vector vector = located.vector();
        FrameKind kind = S1View.of(S1Layout.EMUCS_H_1_3).kindOf(Streams.hex(vector.octets()));
        assertEquals(vector.kind(), kind, located + " " + vector.id());
        String result = kind == FrameKind.TELEGRAM ? "valid" : kind.skipped() ? "acceptable" : "invalid";
        assertEquals(vector.result(), result, located + " " + vector.id());
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void theFieldsAreReadAndWrittenAsTheVectorSays(VectorFile.Located<Vector> located) {
        Vector vector = located.vector();
        byte[] octets = Streams.hex(vector.octets());
        if (vector.counts() == null) {
            assertEquals(List.of(), S1Codec.decode(vector.table(), octets), located.toString());
            return;
        }
        S1Frame frame = vector.counts().frame();
        assertEquals(List.of(frame), S1Codec.decode(vector.table(), octets), located.toString());
        byte[] written = S1Codec.encode(vector.table(), frame);
        assertEquals(vector.octets(), HexFormat.of().withUpperCase().formatHex(written), located.toString());
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void aStreamWithItInTheMiddleLosesNothingElse(VectorFile.Located<Vector> located) {
        Vector vector = located.vector();
        byte[] octets = Streams.hex(vector.octets());
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
    void everyKindOfFrameHasAVector() throws IOException {
        Set<FrameKind> kinds = EnumSet.noneOf(FrameKind.class);
        telegrams().forEach(t -> kinds.add(t.vector().kind()));
        // without a flag at both ends it would not be a vector of a frame
        assertEquals(EnumSet.of(FrameKind.WRONG_FLAG), EnumSet.complementOf(EnumSet.copyOf(kinds)));
    }

    @Test
    void theFieldsOfTheVectorsAreRead() throws IOException {
        S1Frame noId = telegrams().get(0).vector().counts().frame();
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
}
