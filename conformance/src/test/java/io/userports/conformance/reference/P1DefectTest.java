package io.userports.conformance.reference;

import static io.userports.conformance.reference.P1Stream.crc;
import static io.userports.conformance.reference.P1Stream.power;
import static io.userports.conformance.reference.P1Stream.sealed;
import static io.userports.conformance.reference.P1Stream.telegram;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each mistake with malformed P1 against the correct reference on the same octets. */
final class P1DefectTest {
    private static final String GOOD = power("01.193");
    private static final String REJECTED = power("77.777").replace("!", "!0");

    private static void assertSpoilt(Defect defect, String bad) {
        P1Stream right = new P1Stream(Defect.NONE).send(GOOD).send(bad).send(power("02.193"));
        P1Stream wrong = new P1Stream(defect).send(GOOD).send(bad).send(power("02.193"));
        assertEquals(Map.of("power-import", "2.193 kW"), right.shown());
        assertNotEquals(right.shown(), wrong.shown());
    }

    /** Of the one that is about to be read, nothing follows. */
    private static void assertLost(Defect defect, String acceptable) {
        assertEquals(
                Map.of("power-import", "2.193 kW"),
                new P1Stream(Defect.NONE).send(GOOD).send(acceptable).shown());
        assertEquals(
                Map.of("power-import", "1.193 kW"),
                new P1Stream(defect).send(GOOD).send(acceptable).shown());
    }

    private static void assertDies(Defect defect, String bad) {
        P1Stream stream = new P1Stream(defect).send(GOOD);
        assertThrows(RuntimeException.class, () -> stream.send(bad));
        new P1Stream(Defect.NONE).send(GOOD).send(bad);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DEAD", "SWAPS_IMPORT_EXPORT", "NEEDS_S1", "ZERO_FOR_ABSENT"})
    void whoGetsNothingBadReadsPowerRight(Defect defect) {
        P1Stream stream = new P1Stream(defect)
                .send(telegram("0-0:96.1.4(50217)", "1-0:1.7.0(01.193*kW)"))
                .send(telegram("0-0:96.1.4(50217)", "1-0:1.7.0(02.193*kW)"));
        assertEquals("2.193 kW", stream.shown().get("power-import"));
    }

    @Test
    void someDie() {
        assertDies(Defect.DIES_OF_BAD_VALUE, power("0x.193"));
        assertDies(Defect.DIES_OF_BAD_TEXT, telegram("0-0:96.13.0(315)"));
        assertDies(Defect.DIES_OF_NON_ASCII, telegram("0-1:24.2.3(260115115521W)(00007.500*m\u00b3)"));
    }

    @Test
    void someNeverComeBack() {
        assertSpoilt(Defect.HANGS_AFTER_NOISE, "noise");
        assertSpoilt(Defect.SLOW_TO_RECOVER, REJECTED);
    }

    @Test
    void someBelieveWhatTheyShouldNot() {
        assertSpoilt(Defect.LEAKS_REJECTED, REJECTED);
        String text = "/FLU5\\253769484_A\r\n\r\n1-0:1.7.0(77.777*kW)\r\n!";
        assertEquals(
                Map.of("power-import", "77.777 kW"),
                new P1Stream(Defect.CRC_OPTIONAL).send(GOOD).send(text + "\r\n").shown());
    }

    @Test
    void someShowWhatIsNotThere() {
        assertEquals(
                Map.of("power-import", "0 kW"),
                new P1Stream(Defect.PHANTOM_ZERO)
                        .send(GOOD)
                        .send(power("0x.193"))
                        .shown());
        assertEquals(
                Map.of("power-import", "1.193 kW"),
                new P1Stream(Defect.KEEPS_LAST_VALUE)
                        .send(GOOD)
                        .send(power("0x.193"))
                        .shown());
    }

    @Test
    void someRefuseWhatIsAcceptable() {
        String text = "/FLU5\\253769484_A\r\n\r\n1-0:1.7.0(02.193*kW)\r\n!";
        String letters = text.replace("1-0", "0-0:96.99.1(A)\r\n1-0");
        assertEquals("7A2E", crc(letters));
        assertLost(Defect.STRICT_UPPER_CRC, letters + crc(letters).toLowerCase(Locale.ROOT) + "\r\n");
        assertLost(Defect.STRICT_FOOTER, text + crc(text) + "\0\r\n");
        assertLost(Defect.WANTS_FLU5, sealed(text.replace("FLU5\\", "FLU5 ")));
        assertLost(Defect.LINE_BUFFER_1024, telegram("0-0:96.13.9(" + "5A".repeat(600) + ")", "1-0:1.7.0(02.193*kW)"));
        assertLost(Defect.FIXED_WIDTH, telegram("1-0:1.7.0(2.193*kW)"));
        assertLost(Defect.STOPS_AT_BANG, telegram("0-0:96.13.9(now!)", "1-0:1.7.0(02.193*kW)"));
    }

    @Test
    void oneWantsTimeToGoOn() {
        String noon = telegram("0-0:1.0.0(260115120000W)", "1-0:1.7.0(02.193*kW)");
        String again = telegram("0-0:1.0.0(260115120000W)", "1-0:1.7.0(03.193*kW)");
        String later = telegram("0-0:1.0.0(260115120001W)", "1-0:1.7.0(04.193*kW)");
        P1Stream stream = new P1Stream(Defect.ONLY_NEWER).send(noon).send(again);
        assertEquals("2.193 kW", stream.shown().get("power-import"));
        assertEquals("4.193 kW", stream.send(later).shown().get("power-import"));
    }

    @Test
    void oneHasNoPatience() {
        P1Stream stream = new P1Stream(Defect.ENDS_AT_PAUSE).send(GOOD);
        String next = power("02.193");
        stream.send(next.substring(0, 30)).pauseAndSend(next.substring(30));
        assertEquals(Map.of("power-import", "1.193 kW"), stream.shown());
        assertEquals(Map.of("power-import", "2.193 kW"), stream.send(next).shown());
    }
}
