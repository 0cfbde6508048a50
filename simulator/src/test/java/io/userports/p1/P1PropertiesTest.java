package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.Damage;
import io.userports.Rounds;
import io.userports.ValidVectors;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class P1PropertiesTest {
    private static final Set<Rule> GRAMMAR = EnumSet.range(Rule.R01, Rule.R08);

    private static String text(int most, char first, char last, String without, SplittableRandom random) {
        return random.ints(random.nextInt(most + 1), first, last + 1)
                .filter(c -> without.indexOf(c) < 0)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    /** A telegram of objects that nobody knows, in characters from {@code first} to {@code last}. */
    private static Telegram telegram(char first, char last, SplittableRandom random) {
        Map<String, DataObject> objects = new TreeMap<>();
        for (int count = random.nextInt(40); count > 0; count--) {
            int[] groups = random.ints(5, 0, 256).toArray();
            ObisCode code = new ObisCode(groups[0], groups[1], groups[2], groups[3], groups[4]);
            List<String> values = IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(i -> text(30, first, last, "()/! \r\n", random))
                    .toList();
            objects.put(code.toString(), new DataObject(code, values));
        }
        return new Telegram("FLU5" + text(20, first, last, "/!\r\n", random), List.copyOf(objects.values()));
    }

    private static DecodedTelegram decode(byte[] octets) {
        return P1Codec.decode(octets, 0, octets.length);
    }

    private static byte[] oneOf(List<byte[]> telegrams, SplittableRandom random) {
        return telegrams.get(random.nextInt(telegrams.size()));
    }

    private static List<byte[]> vectors() throws IOException {
        return List.copyOf(ValidVectors.p1().values());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Rounds.of(1000, random -> {
            Telegram telegram = telegram(' ', '~', random);
            DecodedTelegram read = decode(P1Codec.encode(telegram));
            assertEquals(telegram, read.telegram());
            assertEquals(Crc.OK, read.crc());
            assertEquals(
                    List.of(),
                    read.findings().stream()
                            .filter(f -> GRAMMAR.contains(f.rule()))
                            .toList());
        });
    }

    @Test
    void whateverOctetsATelegramHasTheyAreReadAgain() {
        Rounds.of(1000, random -> {
            Telegram telegram = telegram('\0', '\u00ff', random);
            DecodedTelegram read = decode(P1Codec.encode(telegram));
            assertEquals(telegram, read.telegram());
            assertEquals(Crc.OK, read.crc());
        });
    }

    @Test
    void readingNeverThrowsAndNeverTakesADamagedTelegramForAValidOne() throws IOException {
        List<byte[]> telegrams = vectors();
        Rounds.of(5000, random -> {
            byte[] octets = random.nextInt(4) == 0
                    ? Damage.noise(random.nextInt(600), random)
                    : Damage.any(oneOf(telegrams, random), random);
            DecodedTelegram decoded = decode(octets);
            boolean untouched = telegrams.stream().anyMatch(t -> java.util.Arrays.equals(t, octets));
            assertTrue(untouched || !decoded.valid() || hasNulAfterItsCrc(octets), decoded::toString);
        });
    }

    /** What reading forgives (R05 warns): fillers between the CRC and its line end. */
    private static boolean hasNulAfterItsCrc(byte[] octets) {
        return octets.length > 3 && octets[octets.length - 3] == 0;
    }

    @Test
    void howAStreamComesInChunksMakesNoDifference() throws IOException {
        List<byte[]> telegrams = vectors();
        Rounds.of(100, random -> {
            byte[] stream = {};
            while (stream.length < 5000) {
                byte[] telegram = oneOf(telegrams, random);
                stream = Damage.join(
                        stream,
                        random.nextBoolean() ? telegram : Damage.any(telegram, random),
                        Damage.noise(random.nextInt(random.nextInt(1, 60)), random));
            }
            int[] cuts = random.ints(random.nextInt(1, 400), 0, stream.length)
                    .sorted()
                    .toArray();
            assertEquals(Pieces.of(stream).all(), Pieces.of(stream, cuts).all());
        });
    }

    @Test
    void afterWhateverGarbageTheNextWholeTelegramIsFound() throws IOException {
        List<byte[]> telegrams = vectors();
        Rounds.of(1000, random -> {
            byte[] garbage = Damage.noise(random.nextInt(random.nextInt(10) == 0 ? 40_000 : 300), random);
            List<Long> valid =
                    Pieces.of(Damage.join(garbage, oneOf(telegrams, random))).validAt();
            assertEquals(List.of((long) garbage.length), valid);
        });
    }
}
