package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind the exclamation mark was computed by another program; nothing else changes. */
final class CrcFaultTest {
    @ParameterizedTest
    @CsvSource({
        "wrong-crc, DC70",
        "other-crc, E093",
        "other-crc:of=modbus, C76A",
        "other-crc:of=kermit, 47A1",
        "other-crc:of=mcrf4xx, 1F6C",
        "other-crc:of=xmodem, DA6F",
        "other-crc:of=ccitt-false, 6975",
        "other-crc:of=unreflected, 4C69",
        "crc-over:of=without-bang, 3F0E",
        "crc-over:of=without-slash, AD07",
        "crc-over:of=lf-lines, 779B",
        "crc-over:of=no-line-ends, 14F2",
        "crc-over:of=no-blank-line, D2F6",
        "crc-over:of=swapped, 7EDC",
        "lower-case-crc, dc7e",
        "short-crc, C7E",
        "short-crc:digits=1, E",
        "no-crc, ''"
    })
    void theDigitsAreOthers(String fault, String digits) {
        assertEquals(Known.P1_BODY + digits + "\r\n", Struck.p1(fault));
    }

    /** The check values that catalogues of such checks give for these nine characters. */
    @ParameterizedTest
    @CsvSource({
        "MODBUS, 4B37",
        "X25, 906E",
        "KERMIT, 2189",
        "MCRF4XX, 6F91",
        "XMODEM, 31C3",
        "CCITT_FALSE, 29B1",
        "ARC, BB3D",
        "UNREFLECTED, FEE8"
    })
    void aCheckOfAnotherStandardIsReallyThat(WrongCheck check, String value) {
        byte[] digits = "0123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(value, "%04X".formatted(check.of(digits, 1, 10)));
    }

    /** A CRC of two equal octets stays the same when they are swapped; a wrong one must be wrong all the same. */
    @Test
    void aWrongCrcIsNeverByChanceTheRightOne() {
        for (int crc : new int[] {0x4141, 0x0000, 0xFFF0, 0xFFFF}) {
            String right = "%04X".formatted(crc);
            assertNotEquals(right, new CrcFault.CrcOver(CrcFault.CrcOver.Octets.SWAPPED).digits(Known.p1(), crc));
            assertNotEquals(right, new CrcFault.WrongCrc().digits(Known.p1(), crc));
        }
    }
}
