package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.grid.Wiring;
import java.util.List;
import org.junit.jupiter.api.Test;

final class S1EncoderTest {
    private static final int INFO = S1Info.of(Wiring.STAR, true, true, true, 0);

    private static S1Frame written(double... channels) {
        S1Encoder encoder = S1Encoder.of(S1Layout.EMUCS_H_1_3, Streams.METER);
        encoder.head(INFO, 52, 50_000);
        byte[] octets = new byte[45];
        assertEquals(45, encoder.encode(0x1FF, channels, octets, 0));
        return S1Codec.decode(S1Layout.EMUCS_H_1_3, octets).get(0);
    }

    @Test
    void valuesBecomeTheNearestCounts() {
        assertEquals(
                new S1Frame(Streams.METER, INFO, 52, 50_000, 0xFF, 9200, 1530, -9200, -1530, 1, -1, 0),
                written(230, 1.53, -230, -1.53, 0.025, -0.001, 0.0004));
    }

    @Test
    void tiesBecomeTheEvenCount() {
        S1Frame frame = written(0.0125, 0.0005, 0.0375, 0.0015, -0.0375, -0.0025, -0.0035);
        assertEquals(
                List.of(0, 0, 2, 2, -2, -2, -4),
                List.of(frame.u1(), frame.i1(), frame.u2(), frame.i2(), frame.u3(), frame.i3(), frame.iN()));
    }

    @Test
    void whatAFieldCannotSayIsCutOffAndTheSamplesAreNotValid() {
        S1Frame frame = written(819.2, 8388.608, -819.3, -8389, Double.POSITIVE_INFINITY, 1e300, Double.NaN);
        assertEquals(
                new S1Frame(
                        Streams.METER,
                        INFO & ~S1Info.VALID_SAMPLES,
                        52,
                        50_000,
                        0xFF,
                        32767,
                        8388607,
                        -32768,
                        -8388608,
                        32767,
                        8388607,
                        0),
                frame);
    }

    @Test
    void theLimitsThemselvesAreValid() {
        S1Frame frame = written(819.175, 8388.607, -819.2, -8388.608, 0, 0, 0);
        assertEquals(
                new S1Frame(Streams.METER, INFO, 52, 50_000, 0xFF, 32767, 8388607, -32768, -8388608, 0, 0, 0), frame);
    }

    @Test
    void oneTelegramOutOfRangeSaysNothingOfTheNext() {
        S1Encoder encoder = S1Encoder.of(S1Layout.EMUCS_H_1_3, Streams.METER);
        encoder.head(INFO, 52, 50_000);
        byte[] octets = new byte[90];
        int length = encoder.encode(1, new double[] {900, 0, 0, 0, 0, 0, 0}, octets, 0);
        encoder.encode(2, new double[7], octets, length);
        Streams.Found found = Streams.split(octets);
        assertEquals(
                List.of(false, true),
                found.frames.stream()
                        .map(f -> S1Codec.decode(S1Layout.EMUCS_H_1_3, f).get(0).validSamples())
                        .toList());
    }

    @Test
    void inEveryLayoutItWritesWhatTheCodecWrites() {
        for (S1Layout layout : S1Layout.LIST) {
            int samples = layout.samplesPerTelegram();
            int info = S1Info.of(Wiring.DELTA, false, false, true, layout.version());
            S1Frame[] frames = new S1Frame[samples];
            double[] channels = new double[7 * samples];
            for (int n = 0; n < samples; n++) {
                frames[n] = new S1Frame(Streams.METER, info, 26, 50_000, 300, n, -n, 2 * n, 3, 4, 5, 6 - n);
                double[] one = {n * 0.025, -n / 1000.0, n * 0.05, 0.003, 0.1, 0.005, (6 - n) / 1000.0};
                System.arraycopy(one, 0, channels, 7 * n, 7);
            }
            S1Encoder encoder = S1Encoder.of(layout, Streams.METER);
            encoder.head(info, 26, 50_000);
            byte[] octets = new byte[layout.octets()];
            encoder.encode(300, channels, octets, 0);
            assertArrayEquals(S1Codec.encode(layout, frames), octets, layout.name());
        }
    }

    @Test
    void aMeterIdHasFourteenCharactersOfAnOctet() {
        for (String id : List.of("", "1SAG310000000", "1SAG31000000020", "1SAG310000000\u20ac")) {
            String message = assertThrows(IllegalArgumentException.class, () -> S1Encoder.of(S1Layout.EMUCS_H_1_3, id))
                    .getMessage();
            assertEquals(
                    "meter id '" + id + "': give 14 characters of one octet each, such as 1SAG1100000042", message);
        }
    }
}
