package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameSplitterTest {
    private static final int SHOWING_7E = 50_046;

    private static byte[] slice(byte[] octets, int from) {
        return Arrays.copyOfRange(octets, from, octets.length);
    }

    private static byte[] shared(int count) {
        byte[] stream = Streams.telegram(0, 50_000);
        for (int sequence = 1; sequence < count; sequence++) {
            stream = Streams.join(stream, slice(Streams.telegram(sequence, 50_000), 1));
        }
        return stream;
    }

    /** A frame with any data, its length as its format has it. */
    private static byte[] frame(int length, Random random) {
        byte[] frame = new byte[length + 2];
        random.nextBytes(frame);
        frame[0] = 0x7E;
        frame[1] = (byte) (0x80 | length >> 8);
        frame[2] = (byte) length;
        frame[length + 1] = 0x7E;
        Fcs.put(frame, 1, length - 1);
        return frame;
    }

    @Test
    void tenSecondsOfAFrequencyThatShows7eAreAllFound() {
        byte[] stream = Streams.telegrams(26_000, SHOWING_7E);
        Streams.Found found = Streams.split(stream);
        assertEquals(26_000, found.frames.size());
        assertEquals(26_000, found.pieces.size());
    }

    @Test
    void wherever45OctetsAStreamIsJoinedItLocksWithin89() {
        for (int frequency : new int[] {50_000, SHOWING_7E, 50_045}) {
            byte[] stream = Streams.telegrams(600, frequency);
            for (int from = 0; from < 520 * 45; from++) {
                Streams.Found found = new Streams.Found();
                FrameSplitter.strict().feed(stream, from, 89, found);
                int first = (from + 44) / 45 * 45 - from;
                assertTrue(found.outline().contains(first + " frame 45"), () -> "after 89 octets: " + found.outline());
            }
        }
    }

    @Test
    void aBeginningWithinTheFirstTelegramHoldsNothingBack() {
        byte[] stream = Streams.telegrams(3, 50_000);
        byte[] beginning = Streams.hex("7E87FFFF03");
        Streams.Found found = new Streams.Found();
        FrameSplitter.strict().feed(Streams.join(beginning, stream), 0, 5 + 45, found);
        assertEquals(List.of("0 noise 5", "5 frame 45"), found.outline());
    }

    @Test
    void howAStreamIsCutMakesNoDifference() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            byte[] stream = stream(random);
            boolean shared = random.nextBoolean();
            List<String> whole = Streams.split(splitter(shared), stream).pieces;
            for (int most : new int[] {1, 3, 44, 45, 46, 700, 5000}) {
                Streams.Found found = new Streams.Found();
                FrameSplitter splitter = splitter(shared);
                int at = 0;
                while (at < stream.length) {
                    int count = Math.min(1 + random.nextInt(most), stream.length - at);
                    splitter.feed(stream, at, count, found);
                    at += count;
                }
                splitter.end(found);
                assertEquals(whole, found.pieces, "round " + round + ", at most " + most + " octets at a time");
            }
        }
    }

    private static FrameSplitter splitter(boolean shared) {
        return shared ? FrameSplitter.withSharedFlags() : FrameSplitter.strict();
    }

    /** Telegrams, frames of all lengths, halves of them, beginnings that lead nowhere, and noise. */
    private static byte[] stream(Random random) {
        byte[] stream = {};
        while (stream.length < 12_000) {
            byte[] telegram = Streams.telegram(random.nextInt(256), SHOWING_7E);
            stream = switch (random.nextInt(8)) {
                case 0 -> Streams.join(stream, slice(telegram, random.nextInt(45)));
                case 1 -> Streams.join(stream, Arrays.copyOf(telegram, random.nextInt(45)));
                case 2 -> Streams.join(stream, frame(6 + random.nextInt(2042), random));
                case 3 -> Streams.join(stream, Streams.hex("7E87FF"), new byte[random.nextInt(3000)]);
                case 4 -> Streams.join(stream, slice(frame(2047, random), random.nextInt(2000)));
                case 5 -> Streams.join(stream, shared(4));
                default -> Streams.join(stream, telegram, telegram);
            };
        }
        return stream;
    }

    @Test
    void everyOctetIsInOnePiece() {
        Random random = new Random(8);
        for (int round = 0; round < 100; round++) {
            byte[] stream = stream(random);
            List<long[]> spans = new ArrayList<>();
            FrameSplitter splitter = FrameSplitter.strict();
            FrameSplitter.Sink sink = new FrameSplitter.Sink() {
                @Override
                public void frame(byte[] buffer, int at, int length, long offset) {
                    spans.add(new long[] {offset, length});
                }

                @Override
                public void noise(byte[] buffer, int at, int count, long offset) {
                    spans.add(new long[] {offset, count});
                }
            };
            splitter.feed(stream, 0, stream.length, sink);
            splitter.end(sink);
            long next = 0;
            for (long[] span : spans) {
                assertEquals(next, span[0]);
                next += span[1];
            }
            assertEquals(stream.length, next);
        }
    }

    @Test
    void aTelegramIsHandedOverWithItsLastOctet() {
        byte[] telegram = Streams.telegram(0x7E, SHOWING_7E);
        FrameSplitter splitter = FrameSplitter.strict();
        Streams.Found found = new Streams.Found();
        splitter.feed(telegram, 0, 44, found);
        assertEquals(List.of(), found.outline());
        splitter.feed(telegram, 44, 1, found);
        assertEquals(List.of("0 frame 45"), found.outline());
    }

    @Test
    void anyOctetChangedLosesThisTelegramOnly() {
        byte[] good = Streams.telegrams(40, SHOWING_7E);
        for (int at = 45 * 20; at < 45 * 21; at++) {
            for (int change = 1; change < 256; change++) {
                byte[] stream = good.clone();
                stream[at] ^= (byte) change;
                assertEquals(39, Streams.split(stream).frames.size(), "octet " + at + " by " + change);
            }
        }
    }

    @Test
    void anyOctetLostOrDoubledLosesThisTelegramOnly() {
        byte[] good = Streams.telegrams(40, 50_000);
        for (int at = 45 * 20 + 1; at < 45 * 21 - 1; at++) {
            byte[] lost = Streams.join(Arrays.copyOf(good, at), slice(good, at + 1));
            byte[] doubled = Streams.join(Arrays.copyOf(good, at + 1), slice(good, at));
            // of two equal octets beside each other it cannot be told which one is the second
            assertEquals(39, Streams.split(lost).frames.size(), "without octet " + at);
            assertEquals(39, Streams.split(doubled).frames.size(), "octet " + at + " twice");
        }
    }

    @Test
    void octetsBetweenTelegramsLoseNone() {
        byte[] telegram = Streams.telegram(3, 50_000);
        byte[] fill = Streams.hex("7E7E7E7E00FF7D");
        assertEquals(
                List.of("0 noise 7", "7 frame 45", "52 noise 7", "59 frame 45", "104 noise 1"),
                Streams.split(Streams.join(fill, telegram, fill, telegram, new byte[1]))
                        .outline());
    }

    @Test
    void aFlagSharedByTwoTelegramsIsTakenOnlyWhereAskedFor() {
        byte[] stream = shared(4);
        assertEquals(
                List.of("0 frame 45", "45 noise 43", "88 frame 45", "133 noise 44"),
                Streams.split(stream).outline());
        assertEquals(
                List.of("0 frame 45", "44 frame 45", "88 frame 45", "132 frame 45"),
                Streams.split(FrameSplitter.withSharedFlags(), stream).outline());
        assertEquals(
                List.of("0 frame 45", "45 frame 45"),
                Streams.split(FrameSplitter.withSharedFlags(), Streams.telegrams(2, SHOWING_7E))
                        .outline());
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 42, 43, 44, 47, 255, 256, 2046, 2047})
    void aFrameOfAnyLengthIsFound(int length) {
        byte[] telegram = Streams.telegram(3, 50_000);
        byte[] frame = frame(length, new Random(length));
        assertEquals(
                List.of("0 frame 45", "45 frame " + (length + 2), (47 + length) + " frame 45"),
                Streams.split(Streams.join(telegram, frame, telegram)).outline());
    }

    @Test
    void aFrameWithoutDataIsFoundAndOneStillShorterIsNot() {
        byte[] telegram = Streams.telegram(3, 50_000);
        assertEquals(
                List.of("0 frame 8", "8 frame 45"),
                Streams.split(Streams.join(Streams.hex("7E8006FF0332CA7E"), telegram))
                        .outline());
        assertEquals(
                List.of("0 noise 7", "7 frame 45"),
                Streams.split(Streams.join(Streams.hex("7E8005FFE0BB7E"), telegram))
                        .outline());
    }

    @Test
    void endlessNoiseIsHandedOverInPieces() {
        byte[] noise = new byte[5000];
        Arrays.fill(noise, (byte) 0x55);
        assertEquals(
                List.of("0 noise 2048", "2048 noise 2048", "4096 noise 904"),
                Streams.split(noise).outline());
    }

    @Test
    void theBeginningOfAFrameAtTheEndOfAStreamIsNoise() {
        byte[] cut = Arrays.copyOf(Streams.telegram(3, 50_000), 44);
        assertEquals(List.of("0 noise 44"), Streams.split(cut).outline());
    }
}
