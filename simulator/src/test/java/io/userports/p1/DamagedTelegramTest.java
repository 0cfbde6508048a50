package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.userports.Damage;
import io.userports.ValidVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid vectors, cut anywhere and with any one bit turned. */
final class DamagedTelegramTest {
    /** Octets at the end: the CRC and CR LF; what stands before is covered by the CRC. */
    private static final int UNCOVERED = 6;

    static List<Map.Entry<String, byte[]>> telegrams() throws IOException {
        return List.copyOf(ValidVectors.p1().entrySet());
    }

    /** The shortest, the longest and one between: in a stream it is the length that matters. */
    static List<Map.Entry<String, byte[]>> three() throws IOException {
        List<Map.Entry<String, byte[]>> byLength = telegrams().stream()
                .sorted(Comparator.comparingInt(t -> t.getValue().length))
                .toList();
        int last = byLength.size() - 1;
        return List.of(byLength.get(0), byLength.get(last / 2), byLength.get(last));
    }

    private static DecodedTelegram decode(byte[] octets) {
        return P1Codec.decode(octets, 0, octets.length);
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void aTelegramCutAnywhereIsNotValid(Map.Entry<String, byte[]> vector) {
        byte[] octets = vector.getValue();
        for (int length = 0; length < octets.length; length++) {
            DecodedTelegram cut = decode(Arrays.copyOf(octets, length));
            assertFalse(cut.valid(), "the first " + length + " octets");
            // without its CR LF or the LF alone it still has its CRC, and R05 says what is missing
            boolean whole = length >= octets.length - 2;
            assertEquals(whole, cut.crc() == Crc.OK, "the first " + length + " octets");
        }
    }

    @ParameterizedTest
    @MethodSource("telegrams")
    void aTelegramWithOneBitTurnedIsNotValid(Map.Entry<String, byte[]> vector) {
        byte[] octets = vector.getValue();
        for (int bit = 0; bit < 8 * octets.length; bit++) {
            DecodedTelegram hit = decode(Damage.turned(octets, bit));
            assertFalse(hit.valid(), "bit " + bit);
            assertEquals(keepsCrc(octets, bit), hit.crc() == Crc.OK, "bit " + bit);
        }
    }

    /** A turned bit that changes neither what is covered nor the number: the case of a digit, and the very last LF. */
    private static boolean keepsCrc(byte[] octets, int bit) {
        int at = bit / 8;
        boolean digit = at >= octets.length - UNCOVERED && at < octets.length - 2;
        return digit && octets[at] >= 'A' && 1 << bit % 8 == 0x20 || at == octets.length - 1;
    }

    @ParameterizedTest
    @MethodSource("three")
    void aCutOrATurnedBitCostsThisTelegramOnly(Map.Entry<String, byte[]> vector) {
        byte[] octets = vector.getValue();
        for (int length = 0; length < octets.length; length++) {
            byte[] stream = Damage.join(Arrays.copyOf(octets, length), octets);
            assertEquals(
                    List.of((long) length),
                    Pieces.of(stream).validAt(),
                    "the first " + length + " octets before another");
        }
        for (int bit = 0; bit < 8 * octets.length; bit++) {
            byte[] stream = Damage.join(Damage.turned(octets, bit), octets);
            assertEquals(List.of((long) octets.length), Pieces.of(stream).validAt(), "bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("three")
    void anOctetLostOrDoubledCostsThisTelegramOnly(Map.Entry<String, byte[]> vector) {
        byte[] octets = vector.getValue();
        for (int at = 0; at < octets.length; at++) {
            byte[] before = Arrays.copyOf(octets, at);
            byte[] after = Arrays.copyOfRange(octets, at + 1, octets.length);
            byte[] lost = Damage.join(before, after);
            byte[] doubled = Damage.join(before, new byte[] {octets[at], octets[at]}, after);
            // a slash or an LF twice are a telegram and an octet beside it
            boolean beside = octets[at] == '/' && at == 0 || at == octets.length - 1;
            List<Long> valid = Pieces.of(Damage.join(doubled, octets)).validAt();
            assertEquals(beside ? 2 : 1, valid.size(), "octet " + at + " twice");
            assertEquals(
                    List.of(octets.length - 1L),
                    Pieces.of(Damage.join(lost, octets)).validAt(),
                    "without octet " + at);
        }
    }

    @ParameterizedTest
    @MethodSource("three")
    void whereverAStreamIsCutInTwoThePiecesAreTheSame(Map.Entry<String, byte[]> vector) {
        byte[] octets = vector.getValue();
        byte[] half = Arrays.copyOf(octets, octets.length / 2);
        byte[] stream = Damage.join(Samples.octets("x\r\n"), octets, Samples.octets("\0\u00ff/"), octets, half, octets);
        List<String> whole = Pieces.of(stream).all();
        for (int cut = 0; cut <= stream.length; cut++) {
            assertEquals(whole, Pieces.of(stream, cut).all(), "cut at " + cut);
        }
        assertEquals(
                whole,
                Pieces.of(stream, IntStream.range(0, stream.length).toArray()).all(),
                "octet by octet");
    }
}
