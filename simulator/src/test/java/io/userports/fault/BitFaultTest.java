package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BitFaultTest {
    @Test
    void oneBitIsTheOtherOne() {
        assertEquals(
                Known.S1.substring(0, 52) + "40" + Known.S1.substring(54), Struck.s1("bit-flip-at:octet=26,bit=6"));
        assertEquals(Known.S1.substring(0, 88) + "7F", Struck.s1("bit-flip-at:octet=-1,bit=0"));
        assertEquals("\u00AF" + Known.P1.substring(1), Struck.p1("bit-flip-at:octet=0,bit=7"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 360", "0.5, 180", "1e-2, 3.6", "10 %, 36"})
    void asManyBitsFlipAsTheRateSays(String rate, double mean) {
        int telegrams = 2000;
        long flipped = 0;
        for (Emission emission : Struck.emissions(UserPort.S1, Known.s1(), "bit-flip:rate=" + rate, telegrams)) {
            flipped += difference(emission.octets()).bitCount();
        }
        double share = mean / 360;
        // Five standard deviations of a binomial count: chance comes from a seed, so this holds for good or never.
        double tolerance = 5 * Math.sqrt(360 * share * (1 - share) / telegrams);
        assertEquals(mean, (double) flipped / telegrams, tolerance);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "1000, 68"})
    void onesFadeToZerosAndNothingElse(int bits, int fewer) {
        byte[] whole = Known.s1();
        assertEquals(68, new BigInteger(1, whole).bitCount());
        for (Emission emission : Struck.emissions(UserPort.S1, whole, "bit-fade:bits=" + bits, 50)) {
            BigInteger gone = difference(emission.octets());
            assertEquals(fewer, gone.bitCount());
            assertEquals(gone, gone.and(new BigInteger(1, whole)));
        }
    }

    /** The bits of an octet leave lowest first, so that is the order in which a burst is long. */
    @ParameterizedTest
    @CsvSource({"1", "2", "16", "17", "360"})
    void aBurstIsAsLongAsItSays(int bits) {
        for (Emission emission : Struck.emissions(UserPort.S1, Known.s1(), "burst:bits=" + bits, 50)) {
            byte[] octets = emission.octets();
            int first = -1;
            int last = -1;
            for (int bit = 0; bit < 360; bit++) {
                if (((octets[bit / 8] ^ Known.s1()[bit / 8]) >> bit % 8 & 1) == 1) {
                    first = first < 0 ? bit : first;
                    last = bit;
                }
            }
            assertEquals(bits, last - first + 1);
        }
    }

    @Test
    void everyHighestBitIsSet() {
        assertEquals("FE80ABFF83" + "80".repeat(14), Struck.s1("high-bits").substring(0, 38));
        assertTrue(Struck.p1("high-bits").chars().allMatch(octet -> octet >= 0x80 && octet <= 0xFF));
    }

    /** Expected octets come from another program that knows a line as a list of bits. */
    @ParameterizedTest
    @CsvSource({
        "115200, 115200, false, 7E802BFF030055",
        "57600, 115200, false, F80600CF66E61E8000806699",
        "115200, 57600, false, 0FF808FF",
        "1500000, 2000000, false, FC03988BFF0706604B",
        "2000000, 1500000, false, 1FE8F80120FE",
        "115200, 115200, true, A05201F9FF5500"
    })
    void aReceiverAtAnotherBitRateHearsOtherOctets(int sent, int read, boolean inverted, String heard) {
        byte[] octets = HexFormat.of().parseHex("7E802BFF030055");
        assertEquals(
                heard,
                Known.hex(Struck.joined(Struck.emissions(
                        UserPort.P1,
                        octets,
                        "wrong-bit-rate:sent=" + sent + ",read=" + read + ",inverted=" + inverted,
                        1))));
    }

    private static BigInteger difference(byte[] octets) {
        return new BigInteger(1, octets).xor(new BigInteger(1, Known.s1()));
    }
}
