package io.userports.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the correct reference makes of S1, against figures worked out by formula. */
final class S1ReaderTest {
    /** Printed in e-MUCS H 1.3 §4.3. */
    private static final String PUBLISHED =
            "7E802BFF0300000000000000000000000000000A34C3BB0F0B150005FA00000000000000000000000000C5B27E";

    private static final int SECOND = 2600;
    /** 230 V in steps of 25 mV, 52 a period: sqrt(mean of rint(13010.765 sin(2 pi n / 52))^2) x 25 mV = 230.00144 V. */
    private static final String VOLTS = "230.001";

    private static S1Stream stream() {
        return new S1Stream(Defect.NONE);
    }

    private static Map<String, String> values(String... keysAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }

    @Test
    void theMakerOfThisTestMakesThePublishedTelegram() {
        S1Maker published = S1Maker.SINGLE.id("\0".repeat(14)).millihertz(50_107);
        assertArrayEquals(HexFormat.of().parseHex(PUBLISHED), published.telegram(15, 2837, 1530));
    }

    @Test
    void aSinglePhaseMeterHasOneVoltageOneCurrentAndTheirPower() {
        assertEquals(
                values(
                        "status",
                        "receiving",
                        "meter-id",
                        "1SAG1100000001",
                        "wiring",
                        "single-phase",
                        "rate",
                        "2600",
                        "frequency",
                        "50",
                        "voltage-rms-l1",
                        VOLTS,
                        "current-rms-l1",
                        "10",
                        "power",
                        "2300",
                        "lost",
                        "0",
                        "invalid",
                        "0",
                        "skipped",
                        "0"),
                stream().send(S1Maker.SINGLE, SECOND, S1Stream::plain).shown());
    }

    @Test
    void aStarHasThreeOfEachAndANeutralWhenItIsMeasured() {
        // 230 V x (10 A x cos 60 + 4 A x cos 0 + 2 A x cos 180) = 1610 W
        S1Stream stream = stream()
                .send(S1Maker.SINGLE.info(S1Maker.STAR | S1Maker.NEUTRAL), SECOND, angle -> new int[] {
                    S1Stream.volts(230, angle),
                    S1Stream.amperes(10, angle - S1Stream.degrees(60)),
                    S1Stream.volts(230, angle - S1Stream.degrees(120)),
                    S1Stream.amperes(4, angle - S1Stream.degrees(120)),
                    S1Stream.volts(230, angle - S1Stream.degrees(240)),
                    S1Stream.amperes(2, angle - S1Stream.degrees(60)),
                    S1Stream.amperes(3, angle)
                });
        assertEquals(
                values(
                        "status",
                        "receiving",
                        "meter-id",
                        "1SAG1100000001",
                        "wiring",
                        "star",
                        "rate",
                        "2600",
                        "frequency",
                        "50",
                        "voltage-rms-l1",
                        VOLTS,
                        "voltage-rms-l2",
                        VOLTS,
                        "voltage-rms-l3",
                        VOLTS,
                        "current-rms-l1",
                        "10",
                        "current-rms-l2",
                        "4",
                        "current-rms-l3",
                        "2",
                        "current-rms-n",
                        "3",
                        "power",
                        "1610",
                        "lost",
                        "0",
                        "invalid",
                        "0",
                        "skipped",
                        "0"),
                stream.shown());
    }

    /** A load of 10 A between L1 and L3, 45 degrees behind u1 - u3, which is 60 degrees behind u1: s1.md 13. */
    private static int[] delta(double angle) {
        double current = angle - S1Stream.degrees(60 + 45);
        return new int[] {
            S1Stream.volts(230, angle),
            S1Stream.amperes(10, current) + S1Stream.amperes(5, angle),
            0,
            S1Stream.amperes(5, angle - S1Stream.degrees(180)),
            S1Stream.volts(230, angle + S1Stream.degrees(60)),
            -S1Stream.amperes(10, current)
        };
    }

    @Test
    void aDeltaIsMeasuredByTwoWattmeters() {
        // 230.00144 V x 10 A x cos 45 = 1626.36 W from L1 to L3 and 230.00144 V x 5 A = 1150.01 W from L1 to L2;
        // i1^2 = 10^2 + 5^2 + 2 x 10 x 5 x cos 105
        assertEquals(
                values(
                        "status",
                        "receiving",
                        "meter-id",
                        "1SAG1100000001",
                        "wiring",
                        "delta",
                        "rate",
                        "2600",
                        "frequency",
                        "50",
                        "voltage-rms-l1",
                        VOLTS,
                        "voltage-rms-l2",
                        "0",
                        "voltage-rms-l3",
                        VOLTS,
                        "current-rms-l1",
                        "9.956",
                        "current-rms-l2",
                        "5",
                        "current-rms-l3",
                        "10",
                        "power",
                        "2776.4",
                        "lost",
                        "0",
                        "invalid",
                        "0",
                        "skipped",
                        "0"),
                stream()
                        .send(S1Maker.SINGLE.info(S1Maker.DELTA), SECOND, S1ReaderTest::delta)
                        .shown());
    }

    @ParameterizedTest
    @CsvSource({"20, 47.000", "26, 50.046", "32, 49.873", "40, 52.000"})
    void samplesOfFixedRateAreAveragedOverWholePeriodsFromAnyAngle(int hundreds, String hertz) {
        for (int degrees = 0; degrees < 360; degrees += 30) {
            S1Maker maker = S1Maker.SINGLE.perSecond(hundreds).millihertz(Integer.parseInt(hertz.replace(".", "")));
            S1Stream stream = stream().atAngle(degrees).send(maker, hundreds * 205, angle ->
                    new int[] {S1Stream.volts(230, angle), S1Stream.amperes(10, angle - S1Stream.degrees(60))});
            assertEquals(hundreds + "00", stream.shown("rate"));
            assertEquals(Double.parseDouble(hertz), Double.parseDouble(stream.shown("frequency")));
            assertEquals(230, Double.parseDouble(stream.shown("voltage-rms-l1")), 0.005);
            assertEquals(10, Double.parseDouble(stream.shown("current-rms-l1")), 0.001);
            assertEquals(1150, Double.parseDouble(stream.shown("power")), 0.1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50_046, 50_045, 0x7E7E, 0x7D7D})
    void rawFlagsAndEscapesCostNothingInTenSeconds(int millihertz) {
        S1Maker maker = S1Maker.SINGLE.millihertz(millihertz);
        S1Stream stream = stream().send(maker, 10 * SECOND, S1Stream::plain);
        assertEquals("0", stream.shown("lost"));
        assertEquals("0", stream.shown("skipped"));
        assertEquals(VOLTS, stream.shown("voltage-rms-l1"));
    }

    @Test
    void aStreamThatBeginsAnywhereIsReadFromItsFirstWholeTelegram() {
        for (int offset = 1; offset < 45; offset++) {
            S1Stream stream = stream().from(200);
            byte[] cut = S1Maker.SINGLE.telegram(199, 13_011, 14_142);
            stream.octets(Arrays.copyOfRange(cut, offset, cut.length));
            stream.send(S1Maker.SINGLE, 1, S1Stream::plain);
            assertEquals("receiving", stream.shown("status"), "from octet " + offset);
            assertEquals("0", stream.send(S1Maker.SINGLE, 300, S1Stream::plain).shown("lost"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 254, 255, 256, 257, 511, 512, 3000})
    void whatIsMissingIsCountedAndTheFiguresStayRight(int gap) {
        S1Stream stream = stream()
                .from(77)
                .send(S1Maker.SINGLE, 2 * SECOND, S1Stream::plain)
                .lose(S1Maker.SINGLE, gap)
                .send(S1Maker.SINGLE, 2 * SECOND, S1Stream::plain);
        assertEquals(Integer.toString(gap), stream.shown("lost"));
        assertEquals(List.of(VOLTS), said(stream, "s1-voltage-rms-l1"));
        assertEquals(List.of("2300"), said(stream, "s1-power"));
    }

    @Test
    void everyGapIsCounted() {
        S1Stream stream = stream().send(S1Maker.SINGLE, SECOND, S1Stream::plain);
        for (int gap : new int[] {1, 13, 255, 256, 3000}) {
            stream.lose(S1Maker.SINGLE, gap).send(S1Maker.SINGLE, 2 * SECOND, S1Stream::plain);
        }
        assertEquals("3525", stream.shown("lost"));
        assertFalse(said(stream, "s1-lost").contains("185"), "no part of a gap is told as the whole");
    }

    /** Octets that waited for a reader are late, but nothing is missing. */
    @Test
    void octetsThatWaitedAreNotMissing() {
        S1Stream stream = stream().send(S1Maker.SINGLE, SECOND, S1Stream::plain);
        ByteArrayOutputStream waited = new ByteArrayOutputStream();
        for (int n = 0; n < 1000; n++) {
            waited.writeBytes(S1Maker.SINGLE.telegram(stream.sequence() + n & 0xFF));
        }
        stream.lose(S1Maker.SINGLE, 1000).octets(waited.toByteArray());
        assertEquals(
                "0", stream.send(S1Maker.SINGLE, 2 * SECOND, S1Stream::plain).shown("lost"));
    }

    /** As from a converter, or from TCP that waits for its acknowledgement. */
    @Test
    void burstsDelayNoFigure() {
        S1Maker fast = S1Maker.SINGLE.perSecond(40);
        S1Stream stream = stream().inBursts(fast, 160, 27, S1Stream::plain);
        assertEquals("0", stream.shown("lost"));
        assertEquals("230.002", stream.shown("voltage-rms-l1"));
    }

    @Test
    void aTelegramThatComesTwiceIsNoLoss() {
        S1Stream stream = stream().send(S1Maker.SINGLE, 100, S1Stream::plain);
        stream.octets(S1Maker.SINGLE.telegram(99));
        assertEquals("0", stream.send(S1Maker.SINGLE, SECOND, S1Stream::plain).shown("lost"));
    }

    @Test
    void telegramsOfAnUnknownLayoutAreCountedAndLeaveNoGap() {
        S1Stream stream = stream().send(S1Maker.SINGLE, SECOND, S1Stream::plain);
        S1Maker later = S1Maker.SINGLE.info(S1Maker.SINGLE_PHASE | S1Maker.VERSION_1);
        stream.send(later, 20, S1Stream::plain);
        for (int n = 0; n < 3; n++) {
            stream.octets(later.longer(stream.sequence(), 4)).lose(later, 1);
        }
        stream.octets(HexFormat.of().parseHex("7E8006FF0332CA7E"));
        stream.send(S1Maker.SINGLE, 2 * SECOND, S1Stream::plain);
        assertEquals("24", stream.shown("skipped"));
        assertEquals("0", stream.shown("lost"));
        assertEquals(VOLTS, stream.shown("voltage-rms-l1"));
    }

    @Test
    void framesWithoutANumberOfTheirOwnCostNothing() {
        S1Stream stream = stream();
        for (int n = 0; n < 100; n++) {
            stream.send(S1Maker.SINGLE.perSecond(26), 45, S1Stream::plain);
            stream.octets(HexFormat.of().parseHex("7E8006FF0332CA7E"));
        }
        assertEquals("100", stream.shown("skipped"));
        assertEquals("0", stream.shown("lost"));
        assertEquals(230, Double.parseDouble(stream.shown("voltage-rms-l1")), 0.005);
    }

    /** Wrong address, control octet, type and length of the known version, check sequence good. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7E802BFF1300000000000000000000000000000A34C3BB0F0B150005FA00000000000000000000000000EF4E7E",
                "7E802B010300000000000000000000000000000A34C3BB0F0B150005FA00000000000000000000000000C9A77E",
                "7EA02BFF0300000000000000000000000000000A34C3BB0F0B150005FA0000000000000000000000000006F17E",
                "7E802AFF0300000000000000000000000000000A34C3BB0F0B150005FA00000000000000000000000000FFBC7E"
            })
    void whatIsNoTelegramOfAnyVersionIsNotCounted(String frame) {
        S1Stream stream = stream().send(S1Maker.SINGLE, 100, S1Stream::plain);
        stream.octets(HexFormat.of().parseHex(frame)).send(S1Maker.SINGLE, 100, S1Stream::plain);
        assertEquals("0", stream.shown("skipped"));
        assertEquals("0", stream.shown("lost"));
    }

    @Test
    void whatIsNoFrameIsNotCounted() {
        S1Stream stream = stream().send(S1Maker.SINGLE, SECOND, S1Stream::plain);
        byte[] wrong = S1Maker.SINGLE.telegram(0);
        wrong[30] ^= 1;
        stream.octets(wrong).octets(HexFormat.of().parseHex("7E7E7E7E8005FFE0BB7E7E80FF7E807E"));
        stream.send(S1Maker.SINGLE, 100, S1Stream::plain);
        assertEquals("0", stream.shown("lost"));
        assertEquals("0", stream.shown("skipped"));
    }

    @Test
    void samplesThatAreSaidToBeCorruptedAreCountedAndNotUsed() {
        S1Stream stream = stream();
        for (int n = 0; n < 5; n++) {
            stream.send(S1Maker.SINGLE, 700, S1Stream::plain);
            stream.send(S1Maker.SINGLE.info(S1Maker.SINGLE_PHASE & S1Maker.INVALID), 3, angle ->
                    new int[] {32_767, 8_388_607});
        }
        stream.send(S1Maker.SINGLE, SECOND, S1Stream::plain);
        assertEquals("15", stream.shown("invalid"));
        assertEquals("0", stream.shown("lost"));
        assertEquals(List.of(VOLTS), said(stream, "s1-voltage-rms-l1"));
        assertEquals(List.of("10"), said(stream, "s1-current-rms-l1"));
    }

    @Test
    void figuresThatNoGoodSampleConfirmsAnyMoreAreTakenBack() {
        S1Maker corrupted = S1Maker.SINGLE.info(S1Maker.SINGLE_PHASE & S1Maker.INVALID);
        S1Stream stream = stream().send(S1Maker.SINGLE, SECOND, S1Stream::plain);
        stream.send(corrupted, 6 * SECOND, S1Stream::plain);
        assertEquals(
                values(
                        "status",
                        "receiving",
                        "meter-id",
                        "1SAG1100000001",
                        "wiring",
                        "single-phase",
                        "rate",
                        "2600",
                        "lost",
                        "0",
                        "invalid",
                        "15600",
                        "skipped",
                        "0"),
                stream.shown());
    }

    @Test
    void theRateAndItsKindMayChangeAtRunTime() {
        S1Stream stream = stream();
        List<String> rates = new ArrayList<>();
        for (S1Maker maker : List.of(
                S1Maker.SINGLE,
                S1Maker.SINGLE.perSecond(40),
                S1Maker.SINGLE.perSecond(20).millihertz(49_000),
                new S1Maker(S1Maker.SINGLE.id(), S1Maker.SINGLE_PHASE, 80, 51_000))) {
            stream.send(maker, 8400, S1Stream::plain);
            rates.add(stream.shown("rate"));
        }
        assertEquals(List.of("2600", "4000", "2000", "4080"), rates);
        assertEquals(List.of(VOLTS, "230"), said(stream, "s1-voltage-rms-l1"));
        assertEquals("0", stream.shown("lost"));
    }

    @Test
    void thePerPeriodRateFollowsTheNetwork() {
        S1Stream stream = stream();
        for (int millihertz = 47_000; millihertz <= 52_000; millihertz += 10) {
            stream.send(S1Maker.SINGLE.millihertz(millihertz), 104, S1Stream::plain);
        }
        stream.send(S1Maker.SINGLE.millihertz(52_000), 6000, S1Stream::plain);
        assertEquals("2704", stream.shown("rate"));
        assertEquals("52", stream.shown("frequency"));
        assertEquals(List.of(VOLTS), said(stream, "s1-voltage-rms-l1"));
    }

    @Test
    void theExtremesKeepTheirSign() {
        S1Maker star = S1Maker.SINGLE.info(S1Maker.STAR | S1Maker.NEUTRAL);
        int u = -32_768;
        int i = -8_388_608;
        S1Stream stream = stream().send(star, SECOND, angle -> new int[] {u, i, u, i, u, i, i});
        // 3 x 819.2 V x 8388.608 A
        assertEquals("20615843", stream.shown("power"));
        assertEquals("819.2", stream.shown("voltage-rms-l3"));
        assertEquals("8388.608", stream.shown("current-rms-n"));
        stream.send(star, 2 * SECOND, angle -> new int[] {-u - 1, i, -u - 1, i, -u - 1, i, -1});
        // -3 x 819.175 V x 8388.608 A
        assertEquals("-20615213.9", stream.shown("power"));
        assertEquals("0.001", stream.shown("current-rms-n"));
    }

    @Test
    void anotherMeterBeginsAnew() {
        S1Stream stream = stream().send(S1Maker.SINGLE, SECOND, S1Stream::plain).from(3);
        S1Maker other = S1Maker.SINGLE.id("1SAG3100000002").info(S1Maker.STAR);
        stream.send(other, 100, S1Stream::plain);
        assertEquals(
                values(
                        "status",
                        "receiving",
                        "meter-id",
                        "1SAG3100000002",
                        "wiring",
                        "star",
                        "rate",
                        "2600",
                        "lost",
                        "0",
                        "invalid",
                        "0",
                        "skipped",
                        "0"),
                stream.shown());
        assertEquals("0", stream.send(other, SECOND, S1Stream::plain).shown("voltage-rms-l2"));
    }

    @Test
    void aDeadVoltageIsShownAsSuch() {
        S1Stream stream = stream()
                .send(S1Maker.SINGLE.perSecond(26), 2 * SECOND, angle -> new int[] {0, S1Stream.amperes(1, angle)});
        assertEquals("0", stream.shown("voltage-rms-l1"));
        assertEquals(1, Double.parseDouble(stream.shown("current-rms-l1")), 0.001);
    }

    @Test
    void silenceMakesTheValuesOldAndTheirReturnBeginsAnew() {
        S1Stream stream = stream().send(S1Maker.SINGLE, SECOND, S1Stream::plain).silence(6);
        assertEquals("stale", stream.shown("status"));
        assertEquals(VOLTS, stream.shown("voltage-rms-l1"));
        stream.from(99).send(S1Maker.SINGLE, 1, S1Stream::plain);
        assertEquals("receiving", stream.shown("status"));
        assertEquals("nothing", stream.shown("voltage-rms-l1"));
        stream.send(S1Maker.SINGLE, SECOND, S1Stream::plain);
        assertEquals(VOLTS, stream.shown("voltage-rms-l1"));
        assertEquals("0", stream.shown("lost"));
    }

    @Test
    void chunksDoNotMatter() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int n = 0; n < 6000; n++) {
            int[] values = delta(2 * Math.PI * n / 52);
            if (n % 500 != 0) {
                octets.writeBytes(
                        S1Maker.SINGLE.info(S1Maker.DELTA).perSecond(26).telegram(n & 0xFF, values));
            }
        }
        List<String> whole = inChunks(octets.toByteArray(), octets.size());
        for (int chunk : new int[] {1, 7, 45, 46, 4096, 16_384}) {
            assertEquals(last(whole), last(inChunks(octets.toByteArray(), chunk)));
        }
    }

    /** What is said of counts in between depends on the chunks; what is said of each quantity at last does not. */
    private static Map<String, String> last(List<String> lines) {
        Map<String, String> last = new TreeMap<>();
        lines.forEach(line -> last.put(line.replaceFirst("\"value\".*", ""), line));
        return last;
    }

    private static List<String> inChunks(byte[] octets, int chunk) {
        List<String> lines = new ArrayList<>();
        ReferenceCems cems = new ReferenceCems(Defect.NONE, 1, lines::add);
        cems.start(UserPort.S1);
        for (int at = 0; at < octets.length; at += chunk) {
            byte[] part = Arrays.copyOfRange(octets, at, Math.min(octets.length, at + chunk));
            cems.octets(UserPort.S1, part, part.length, 0);
        }
        return lines;
    }

    /** {@return the different values that were ever said of a quantity} */
    private static List<String> said(S1Stream stream, String quantity) {
        return stream.lines.stream()
                .filter(line -> line.contains("\"" + quantity + "\"") && line.contains("\"value\":\""))
                .map(line -> line.replaceFirst(".*\"value\":\"([^\"]*)\".*", "$1"))
                .distinct()
                .toList();
    }
}
