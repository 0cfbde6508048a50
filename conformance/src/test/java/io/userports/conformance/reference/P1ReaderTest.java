package io.userports.conformance.reference;

import static io.userports.conformance.reference.P1Stream.crc;
import static io.userports.conformance.reference.P1Stream.power;
import static io.userports.conformance.reference.P1Stream.sealed;
import static io.userports.conformance.reference.P1Stream.telegram;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the correct reference makes of what no meter should send, and some do. */
final class P1ReaderTest {
    private static final String GOOD = power("01.193");
    private static final Map<String, String> READ = Map.of("power-import", "1.193 kW");
    private static final String HEADER = "/FLU5\\253769484_A\r\n\r\n";

    private final P1Stream stream = new P1Stream(Defect.NONE);

    private void assertReads(String text) {
        assertEquals(READ, stream.send(power("00.001")).send(text).shown());
    }

    private void assertIgnores(String text) {
        assertEquals(
                Map.of("power-import", "0.001 kW"),
                stream.send(power("00.001")).send(text).shown());
        assertEquals(READ, stream.send(GOOD).shown());
    }

    @Test
    void aStreamMayBeJoinedAnywhere() {
        for (int at = 1; at < GOOD.length(); at++) {
            assertEquals(
                    READ,
                    new P1Stream(Defect.NONE)
                            .send(GOOD.substring(at))
                            .send(GOOD)
                            .shown());
        }
    }

    @Test
    void aTelegramMayBeCutAnywhere() {
        for (int at = 1; at < GOOD.length(); at++) {
            assertEquals(
                    READ,
                    new P1Stream(Defect.NONE)
                            .send(GOOD.substring(0, at))
                            .send(GOOD)
                            .shown());
        }
    }

    @Test
    void aTelegramThatLacksOnlyItsLastLineEndIsRead() {
        String glued = GOOD.substring(0, GOOD.length() - 2) + power("00.001").substring(0, 30);
        assertReads(glued);
    }

    @Test
    void whatTheNextHeaderFollowsIsLostAlone() {
        assertReads(power("77.777").substring(0, 30) + GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\0\0"})
    void nulAfterTheCrcIsTolerated(String nuls) {
        assertReads(GOOD.replace("\r\n", "~").replaceAll("~$", nuls + "~").replace("~", "\r\n"));
    }

    @Test
    void aCrcInLowerCaseIsRight() {
        String text = HEADER + "0-0:96.99.1(A)\r\n1-0:1.7.0(01.193*kW)\r\n!";
        assertEquals("7E2A", crc(text));
        assertReads(text + crc(text).toLowerCase(Locale.ROOT) + "\r\n");
    }

    @Test
    void fillersBetweenTelegramsAreSkipped() {
        assertReads("\u00ff".repeat(500) + "\0".repeat(500) + "!\r\n" + GOOD);
    }

    @Test
    void noiseOfAnyLengthCostsNothing() {
        byte[] noise = new byte[100_000];
        new Random(4).nextBytes(noise);
        String text = new String(noise, StandardCharsets.ISO_8859_1);
        assertReads(text.replace('\n', ' ') + GOOD);
        assertReads(text + GOOD);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aWrongCrcIsNotBelieved(int digit) {
        StringBuilder wrong = new StringBuilder(power("77.777"));
        int at = wrong.length() - 6 + digit;
        wrong.setCharAt(at, wrong.charAt(at) == '0' ? '1' : '0');
        assertIgnores(wrong.toString());
    }

    @Test
    void neitherIsNoneNorAShortOneNorOneUnderOtherLineEnds() {
        String text = HEADER + "1-0:1.7.0(77.777*kW)\r\n!";
        assertIgnores(text + "\r\n");
        assertIgnores(text + crc(text).substring(1) + "\r\n");
        assertIgnores(text + "0" + crc(text) + "\r\n");
        assertIgnores(sealed(text.replace("\r\n", "\n")));
        assertIgnores(sealed(text.replace("\r\n", "\r")));
        assertIgnores(text.replace("FLU", "FL\0U") + crc(text) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLU5 x", "FLU5/2", "Ene5\\T210-D ESMR5.0", "HLY5/D545-METER", "ADN9 6534"})
    void aHeaderMayBeAnyOther(String header) {
        assertReads(sealed("/" + header + "\r\n\r\n1-0:1.7.0(01.193*kW)\r\n!"));
    }

    @Test
    void anExclamationMarkWithinALineEndsNothing() {
        assertReads(telegram("0-0:96.13.9(now!)", "1-0:1.7.0(01.193*kW)"));
        assertIgnores(telegram("0-0:96.13.9(now)", "1-0:1.7.0(77.777*kW)").replace("13.9", "13.!"));
    }

    @Test
    void aLineMayBeLong() {
        assertReads(telegram("0-0:96.13.9(" + "5A".repeat(1024) + ")", "1-0:1.7.0(01.193*kW)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-0:1.7.0()",
                "1-0:1.7.0(*kW)",
                "1-0:1.7.0(nan*kW)",
                "1-0:1.7.0(1e3*kW)",
                "1-0:1.7.0(-01.193*kW)",
                "1-0:1.7.0(01,193*kW)",
                "1-0:1.7.0(01.193)",
                "1-0:1.7.0(01.193*kWh)",
                "1-0:1.7.0(01.193kW)",
                "1-0:1.7.0(01.193*kW",
                "1-0:1.7.0 (01.193*kW)",
                "0-0:1.0.0(260230120000W)",
                "0-0:1.0.0(260329023000S",
                "0-0:1.0.0(260115120000X)",
                "0-0:1.0.0(632525252525W)",
                "0-0:96.14.0(0003)",
                "0-0:96.3.10(3)",
                "0-0:96.1.1()",
                "0-0:96.1.1(315)",
                "0-0:96.1.1(3X)",
                "0-0:96.1.2()",
                "0-0:96.1.2(000000000000000000)",
                "0-0:96.1.4(202020202020202020202020)",
                "0-0:96.13.0(\u00e9\u00e9)",
                "0-0:98.1.0(12)",
                "0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)()",
                "0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(x)(y)(z)",
                "0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(260101000000W)(251203081500W)(oops*kW)",
                "1-0:1.6.0(632525252525W)(00.000*kW)",
                "1-0:1.6.0(251340081500W)(03.413*kW)",
                "0-0:17.0.0(99.999*kW)",
                "1-0:31.4.0(999*A)",
            })
    void whatIsNoValueIsNotShown(String object) {
        P1Stream shows = stream.send(telegram(
                "1-0:1.7.0(00.001*kW)",
                "0-0:1.0.0(260115115959W)",
                "0-0:96.14.0(0001)",
                "0-0:96.3.10(1)",
                "0-0:96.1.1(3153414733313030303030303432)"));
        assertEquals(5, shows.shown().size());
        assertEquals(Map.of(), shows.send(telegram(object)).shown());
    }

    @Test
    void aDeviceThatWasNeverReadHasNoReading() {
        assertEquals(
                READ,
                stream.send(telegram(
                                "1-0:1.7.0(01.193*kW)",
                                "0-1:24.1.0(003)",
                                "0-1:96.1.1()",
                                "0-1:24.2.3(632525252525W)(00000.000)"))
                        .shown());
    }

    @Test
    void aReadingWithoutAUnitIsNone() {
        assertEquals(
                Map.of("gas-valve", "connected", "gas-volume", "7.5 m3", "gas-time", "2026-01-15T10:55:21Z"),
                stream.send(telegram(
                                "0-1:24.1.0(003)",
                                "0-1:24.4.0(0)",
                                "0-1:24.2.3(260115115621W)(00009.500)",
                                "0-2:24.1.0(003)",
                                "0-2:24.4.0(1)",
                                "0-2:24.2.3(260115115521W)(00007.500*m3)"))
                        .shown());
    }

    @Test
    void theHourThatIsThereTwiceIsToldApartByItsLetter() {
        assertEquals(
                Map.of("meter-time", "2026-10-25T00:30:00Z"),
                stream.send(telegram("0-0:1.0.0(261025023000S)")).shown());
        assertEquals(
                Map.of("meter-time", "2026-10-25T01:30:00Z"),
                stream.send(telegram("0-0:1.0.0(261025023000W)")).shown());
    }

    @Test
    void aPauseOfAnyLengthWithinATelegramCostsNothing() {
        stream.send(GOOD.substring(0, 30)).pauseAndSend(GOOD.substring(30));
        assertEquals(READ, stream.shown());
    }
}
