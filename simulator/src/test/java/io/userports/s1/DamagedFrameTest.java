package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.userports.Damage;
import io.userports.ValidVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every valid vector, cut anywhere and with bits turned; e-MUCS H 1.3 §4.2 says what finds it. */
final class DamagedFrameTest {
    private static final S1Layout LAYOUT = S1Layout.EMUCS_H_1_3;
    private static final int OCTETS = 45;
    private static final int BITS = 8 * OCTETS;

    private final S1View view = S1View.of(LAYOUT);

    static List<Map.Entry<String, byte[]>> telegrams() throws IOException {
        return List.copyOf(ValidVectors.s1().entrySet());
    }

    /** {@return the offsets at which telegrams are found, and not only frames} */
    private static List<Long> telegramsIn(byte[] stream) {
        List<Long> offsets = new ArrayList<>();
        S1View view = S1View.of(LAYOUT);
        FrameSplitter splitter = FrameSplitter.strict();
        FrameSplitter.Sink sink = new FrameSplitter.Sink() {
            @Override
            public void frame(byte[] buffer, int at, int length, long offset) {
                if (view.kind(buffer, at, length) == FrameKind.TELEGRAM) {
                    offsets.add(offset);
                }
            }

            @Override
            public void noise(byte[] buffer, int at, int count, long offset) {
                // not looked at here
            }
        };
        splitter.feed(stream, 0, stream.length, sink);
        splitter.end(sink);
        return offsets;
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void aTelegramCutAnywhereIsNone(Map.Entry<String, byte[]> vector) {
        for (int length = 0; length < OCTETS; length++) {
            byte[] cut = Arrays.copyOf(vector.getValue(), length);
            assertNotEquals(FrameKind.TELEGRAM, view.kindOf(cut), "the first " + length + " octets");
            assertEquals(List.of(), S1Codec.decode(LAYOUT, cut), "the first " + length + " octets");
        }
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void aTurnedBitIsFoundByTheFlagTheLengthOrTheFcs(Map.Entry<String, byte[]> vector) {
        for (int bit = 0; bit < BITS; bit++) {
            byte[] hit = Damage.turned(vector.getValue(), bit);
            int at = bit / 8;
            boolean flag = at == 0 || at == OCTETS - 1;
            boolean length = at == 1 && bit % 8 < 3 || at == 2;
            FrameKind expected = flag ? FrameKind.WRONG_FLAG : length ? FrameKind.WRONG_LENGTH : FrameKind.WRONG_FCS;
            assertEquals(expected, view.kindOf(hit), "bit " + bit);
            assertEquals(List.of(), S1Codec.decode(LAYOUT, hit), "bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void twoTurnedBitsAreFound(Map.Entry<String, byte[]> vector) {
        byte[] hit = vector.getValue().clone();
        for (int first = 0; first < BITS; first++) {
            hit[first / 8] ^= (byte) (1 << first % 8);
            for (int second = first + 1; second < BITS; second++) {
                hit[second / 8] ^= (byte) (1 << second % 8);
                FrameKind kind = view.kindOf(hit);
                if (kind == FrameKind.TELEGRAM) {
                    throw new AssertionError("bits " + first + " and " + second);
                }
                hit[second / 8] ^= (byte) (1 << second % 8);
            }
            hit[first / 8] ^= (byte) (1 << first % 8);
        }
    }

    @Test
    void everyBurstOfUpToSixteenBitsIsFound() throws IOException {
        byte[] hit = ValidVectors.s1().get("s1-star-neutral").clone();
        for (int start = 0; start < BITS; start++) {
            int at = start / 8;
            int shift = start % 8;
            for (int burst = 1; burst < 1 << 16 && burst < 1L << BITS - start; burst += 2) {
                flip(hit, at, burst << shift);
                if (view.kindOf(hit) == FrameKind.TELEGRAM) {
                    throw new AssertionError("burst " + burst + " from bit " + start);
                }
                flip(hit, at, burst << shift);
            }
        }
    }

    private static void flip(byte[] octets, int at, int pattern) {
        for (int i = 0; i < 3 && at + i < octets.length; i++) {
            octets[at + i] ^= (byte) (pattern >> 8 * i);
        }
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void anyOctetChangedCostsThisTelegramOnly(Map.Entry<String, byte[]> vector) {
        byte[] octets = vector.getValue();
        byte[] stream = Damage.join(octets, octets, octets, octets);
        for (int at = OCTETS; at < 2 * OCTETS; at++) {
            for (int change = 1; change < 256; change++) {
                stream[at] ^= (byte) change;
                List<Long> found = telegramsIn(stream);
                assertEquals(List.of(0L, 90L, 135L), found, "octet " + (at - OCTETS) + " by " + change);
                stream[at] ^= (byte) change;
            }
        }
    }

    /** A single octet costs two telegrams if the data of the second hold what ends a frame there: FCS and flag. */
    @Test
    void anOctetThatForgesABoundaryCostsTwoTelegrams() {
        byte[] good = Streams.telegram(1, 50_000);
        byte[] two = Damage.join(good, Streams.telegram(2, 50_000));
        int flag = OCTETS + LAYOUT.offsetOf("i3", 0) + 2;
        two[2] = (byte) (flag - 1);
        Fcs.put(two, 1, flag - Fcs.OCTETS);
        two[flag] = 0x7E;
        Fcs.put(two, OCTETS + 1, 2 * OCTETS - 1 - Fcs.OCTETS);
        assertEquals(List.of(0L, 135L), telegramsIn(Damage.join(good, two, good)));
        two[2] = (byte) LAYOUT.length();
        assertEquals(List.of(0L, 45L, 90L, 135L), telegramsIn(Damage.join(good, two, good)));
    }

    /** What a wrong length does to the FCS is the same whatever whole telegrams follow, and never nothing. */
    @Test
    void aLengthThatLeadsToTheEndOfALaterTelegramForgesNothing() {
        byte[] stream = Streams.telegrams(FrameSplitter.MAX_LENGTH / OCTETS + 1, 50_000);
        for (int last = 2 * OCTETS - 1; last <= FrameSplitter.MAX_LENGTH; last += OCTETS) {
            byte[] hit = stream.clone();
            hit[1] = (byte) (0x80 | last - 1 >> 8);
            hit[2] = (byte) (last - 1);
            assertEquals(false, Fcs.isGood(hit, 1, last - Fcs.OCTETS), "a flag at " + last);
        }
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void wherever45OctetsAStreamOfItIsJoinedItLocksWithin89(Map.Entry<String, byte[]> vector) {
        byte[] octets = vector.getValue();
        byte[] stream = Damage.join(octets, octets, octets);
        for (int from = 0; from < OCTETS; from++) {
            long first = (OCTETS - from) % OCTETS;
            byte[] heard = Arrays.copyOfRange(stream, from, from + 89);
            assertEquals(first, telegramsIn(heard).get(0), "from octet " + from);
        }
    }

    @Test
    void whereverAStreamIsCutInTwoThePiecesAreTheSame() throws IOException {
        byte[] stream = {};
        for (byte[] octets : ValidVectors.s1().values()) {
            byte[] half = Arrays.copyOf(octets, 22);
            byte[] sharing = Arrays.copyOfRange(octets, 1, OCTETS);
            stream = Damage.join(stream, octets, sharing, Streams.hex("007E87FF"), octets, half);
        }
        for (boolean shared : new boolean[] {false, true}) {
            List<String> whole = Streams.split(splitter(shared), stream).outline();
            for (int cut = 0; cut <= stream.length; cut++) {
                assertEquals(whole, inTwo(stream, cut, shared), "cut at " + cut);
            }
            Streams.Found found = new Streams.Found();
            FrameSplitter splitter = splitter(shared);
            for (int at = 0; at < stream.length; at++) {
                splitter.feed(stream, at, 1, found);
            }
            splitter.end(found);
            assertEquals(whole, found.outline(), "octet by octet");
        }
    }

    private static FrameSplitter splitter(boolean shared) {
        return shared ? FrameSplitter.withSharedFlags() : FrameSplitter.strict();
    }

    private static List<String> inTwo(byte[] stream, int cut, boolean shared) {
        Streams.Found found = new Streams.Found();
        FrameSplitter splitter = splitter(shared);
        splitter.feed(stream, 0, cut, found);
        splitter.feed(stream, cut, stream.length - cut, found);
        splitter.end(found);
        return found.outline();
    }
}
