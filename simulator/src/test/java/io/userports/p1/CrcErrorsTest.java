package io.userports.p1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.userports.Damage;
import io.userports.Rounds;
import io.userports.ValidVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Which errors the CRC of P1 finds, and which it cannot.
 *
 * <p>A CRC is linear: errors change it by the CRC of their own pattern, whatever the telegram says. So patterns are looked
 * at, and a sample of them is tried on telegrams. Bits are counted in the order in which they leave, from the last one
 * that the CRC covers backwards.
 */
final class CrcErrorsTest {
    /** After as many bits CRC-16/ARC repeats itself: its polynomial is x + 1 times one of order 2^15 - 1. */
    private static final int PERIOD = 32_767;

    private static final int POLYNOMIAL = 0xA001;

    /** {@return by how much one turned bit changes the CRC, by the number of bits after it} */
    private static int[] changes(int bits) {
        int[] changes = new int[bits];
        int change = POLYNOMIAL;
        for (int after = 0; after < bits; after++) {
            changes[after] = change;
            change = change >>> 1 ^ ((change & 1) == 0 ? 0 : POLYNOMIAL);
        }
        return changes;
    }

    private static byte[] covered(byte[] telegram) {
        return java.util.Arrays.copyOf(telegram, telegram.length - 6);
    }

    private static int crc(byte[] octets) {
        return P1Codec.crc(octets, 0, octets.length);
    }

    @Test
    void aTurnedBitChangesTheCrcByItsPlaceAlone() throws IOException {
        for (byte[] telegram : ValidVectors.p1().values()) {
            byte[] covered = covered(telegram);
            int bits = 8 * covered.length;
            int[] changes = changes(bits);
            for (int bit = 0; bit < bits; bit++) {
                assertEquals(changes[bits - 1 - bit], crc(covered) ^ crc(Damage.turned(covered, bit)), "bit " + bit);
            }
        }
    }

    @Test
    void oneTurnedBitIsFoundAndTwoAreUnlessTheyAreThePeriodApart() {
        int[] changes = changes(PERIOD + 1);
        BitSet seen = new BitSet();
        for (int after = 0; after < PERIOD; after++) {
            assertNotEquals(0, changes[after]);
            assertEquals(false, seen.get(changes[after]), "two bits, the later one before the last " + after);
            seen.set(changes[after]);
        }
        assertEquals(changes[0], changes[PERIOD]);
    }

    @Test
    void anOddNumberOfTurnedBitsIsFound() {
        // each turned bit changes an odd number of bits of the CRC, so an odd number of them cannot cancel
        for (int change : changes(PERIOD)) {
            assertEquals(1, Integer.bitCount(change) % 2);
        }
    }

    @Test
    void everyBurstOfUpToSixteenBitsIsFound() {
        for (int last = 0; last < 2 * PERIOD; last += 8191) {
            int[] changes = changes(last + 16);
            for (int burst = 1; burst < 1 << 16; burst++) {
                int change = 0;
                for (int bits = burst; bits != 0; bits &= bits - 1) {
                    change ^= changes[last + Integer.numberOfTrailingZeros(bits)];
                }
                assertNotEquals(0, change, "burst " + burst + " before the last " + last + " bits");
            }
        }
    }

    @Test
    void inATelegramTwoTurnedBitsAndBurstsAreFound() throws IOException {
        List<byte[]> telegrams = new ArrayList<>(ValidVectors.p1().values());
        Rounds.of(5000, random -> {
            byte[] telegram = telegrams.get(random.nextInt(telegrams.size()));
            int bits = 8 * covered(telegram).length;
            int first = random.nextInt(bits);
            int second = random.nextInt(bits);
            byte[] two = Damage.turned(telegram, first, second);
            assertEquals(first == second, P1Codec.decode(two, 0, two.length).valid());
            int start = random.nextInt(8 * telegram.length - 16);
            int[] burst = random.ints(16, start, start + 16)
                    .filter(bit -> random.nextBoolean())
                    .distinct()
                    .toArray();
            byte[] hit = Damage.turned(telegram, burst);
            assertEquals(burst.length == 0, P1Codec.decode(hit, 0, hit.length).valid());
        });
    }

    /** The limit of the checksum, not of our reading: a telegram of more than 4095 octets is longer than its period. */
    @Test
    void twoTurnedBitsThePeriodApartAreNotFound() {
        String text = "0-0:96.13.0(" + "30".repeat(2047) + ")";
        byte[] octets = P1Codec.encode(new Telegram("FLU5\\123456789_A", List.of(DataObject.of(text))));
        int last = 8 * (octets.length - 30);
        byte[] hit = Damage.turned(octets, last, last - PERIOD);
        assertEquals(Crc.OK, P1Codec.decode(hit, 0, hit.length).crc());
        assertNotEquals(crc(covered(octets)), crc(covered(Damage.turned(octets, last, last - PERIOD + 1))));
    }

    /**
     * The price of writing the CRC as characters: B and C differ in one bit and stand for numbers that differ in three. If
     * the CRC has such a digit, there is one place for each whose turned bit makes the CRC that this error pretends.
     */
    @Test
    void aTurnedBitAndADigitBOfTheCrcReadAsCAreNotFoundInOnePlaceEach() {
        int[] changes = changes(PERIOD);
        List<Integer> places = new ArrayList<>();
        for (int digit = 0; digit < 4; digit++) {
            for (int after = 0; after < PERIOD; after++) {
                if (changes[after] == ('B' - 'A' + 10 ^ 'C' - 'A' + 10) << 4 * (3 - digit)) {
                    places.add(after);
                }
            }
        }
        assertEquals(List.of(225, 229, 233, 237), places);
        byte[] octets = withLastDigitB();
        int bits = 8 * covered(octets).length;
        byte[] hit = Damage.turned(octets, bits - 1 - places.get(3), bits + 8 * 3);
        assertEquals('C', hit[octets.length - 3]);
        assertEquals(Crc.OK, P1Codec.decode(hit, 0, hit.length).crc());
    }

    private static byte[] withLastDigitB() {
        for (int number = 0; ; number++) {
            DataObject object = DataObject.of(ObisCode.of("0-0:96.13.0"), String.format("%060d", number));
            byte[] octets = P1Codec.encode(new Telegram("FLU5\\123456789_A", List.of(object)));
            if (octets[octets.length - 3] == 'B') {
                return octets;
            }
        }
    }
}
