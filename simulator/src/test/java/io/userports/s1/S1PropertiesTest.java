package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.Damage;
import io.userports.Rounds;
import io.userports.ValidVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class S1PropertiesTest {
    /** A sample with any counts that the fields of {@code layout} can say. */
    private static S1Frame frame(S1Layout layout, SplittableRandom random) {
        String id =
                random.ints(14, 0, 256).mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
        int[] voltages = random.ints(3, Short.MIN_VALUE, Short.MAX_VALUE + 1).toArray();
        int[] currents = random.ints(4, -(1 << 23), 1 << 23).toArray();
        return new S1Frame(
                id,
                random.nextInt(32) | layout.version() << 5,
                random.nextInt(-128, 128),
                random.nextInt(1 << 16),
                random.nextInt(256),
                voltages[0],
                currents[0],
                voltages[1],
                currents[1],
                voltages[2],
                currents[2],
                currents[3]);
    }

    private static S1Frame[] samples(S1Layout layout, SplittableRandom random) {
        S1Frame first = frame(layout, random);
        return Stream.concat(
                        Stream.of(first),
                        Stream.generate(() -> saidOnce(first, frame(layout, random)))
                                .limit(layout.samplesPerTelegram() - 1))
                .toArray(S1Frame[]::new);
    }

    /** What a telegram says once is that of its first sample. */
    private static S1Frame saidOnce(S1Frame first, S1Frame other) {
        return new S1Frame(
                first.meterId(),
                first.info(),
                first.rate(),
                first.frequency(),
                first.sequence(),
                other.u1(),
                other.i1(),
                other.u2(),
                other.i2(),
                other.u3(),
                other.i3(),
                other.iN());
    }

    @Test
    void whatIsWrittenIsReadAgainInEveryLayout() {
        for (S1Layout layout : S1Layout.LIST) {
            Rounds.of(1000, random -> {
                S1Frame[] samples = samples(layout, random);
                byte[] octets = S1Codec.encode(layout, samples);
                assertEquals(layout.octets(), octets.length);
                assertEquals(List.of(samples), S1Codec.decode(layout, octets));
                assertArrayEquals(octets, S1Codec.encode(layout, samples));
            });
        }
    }

    @Test
    void readingNeverThrowsAndNeverTakesADamagedTelegramForAWholeOne() throws IOException {
        List<byte[]> telegrams = List.copyOf(ValidVectors.s1().values());
        S1View view = S1View.of(S1Layout.EMUCS_H_1_3);
        Rounds.of(20_000, random -> {
            byte[] octets = random.nextInt(4) == 0
                    ? Damage.noise(random.nextInt(100), random)
                    : Damage.any(telegrams.get(random.nextInt(telegrams.size())), random);
            boolean untouched = telegrams.stream().anyMatch(t -> Arrays.equals(t, octets));
            assertTrue(untouched || view.kindOf(octets) != FrameKind.TELEGRAM);
            S1Layout.LIST.forEach(layout -> S1View.of(layout).kindOf(octets));
        });
    }

    @Test
    void howAStreamComesInChunksMakesNoDifference() throws IOException {
        List<byte[]> telegrams = List.copyOf(ValidVectors.s1().values());
        Rounds.of(200, random -> {
            byte[] stream = {};
            while (stream.length < 5000) {
                byte[] telegram = telegrams.get(random.nextInt(telegrams.size()));
                stream = Damage.join(
                        stream,
                        random.nextBoolean() ? telegram : Damage.any(telegram, random),
                        Damage.noise(random.nextInt(random.nextInt(1, 60)), random));
            }
            boolean shared = random.nextBoolean();
            Streams.Found found = new Streams.Found();
            FrameSplitter splitter = splitter(shared);
            int at = 0;
            while (at < stream.length) {
                int count = Math.min(random.nextInt(random.nextInt(1, 3000)) + 1, stream.length - at);
                splitter.feed(stream, at, count, found);
                at += count;
            }
            splitter.end(found);
            assertEquals(Streams.split(splitter(shared), stream).pieces, found.pieces);
        });
    }

    private static FrameSplitter splitter(boolean shared) {
        return shared ? FrameSplitter.withSharedFlags() : FrameSplitter.strict();
    }

    @Test
    void afterWhateverGarbageATelegramIsFoundWithItsLastOctet() throws IOException {
        List<byte[]> telegrams = List.copyOf(ValidVectors.s1().values());
        Rounds.of(3000, random -> {
            byte[] garbage = Damage.noise(random.nextInt(random.nextInt(10) == 0 ? 20_000 : 300), random);
            byte[] telegram = telegrams.get(random.nextInt(telegrams.size()));
            Streams.Found found = new Streams.Found();
            byte[] stream = Damage.join(garbage, telegram);
            FrameSplitter.strict().feed(stream, 0, stream.length, found);
            String last = found.outline().get(found.outline().size() - 1);
            assertEquals(garbage.length + " frame 45", last);
        });
    }
}
