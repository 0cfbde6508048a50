package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CRC of each expected telegram was computed by another program. */
final class TextFaultTest {
    @ParameterizedTest
    @CsvSource({"lf, '\n', 779B", "cr, '\r', E378", "none, '', 14F2"})
    void linesEndOtherwiseUnderTheOldCrcOrARightOne(String by, String end, String crc) {
        assertEquals(Known.P1.replace("\r\n", end), Struck.p1("line-ends:by=" + by));
        assertEquals((Known.P1_BODY + crc + "\r\n").replace("\r\n", end), Struck.p1("line-ends:crc=right,by=" + by));
    }

    @Test
    void theEmptyLineIsMissing() {
        assertEquals(Known.P1.replace("\r\n\r\n", "\r\n"), Struck.p1("no-blank-line"));
        assertEquals(Known.p1("D2F6", body -> body.replace("\r\n\r\n", "\r\n")), Struck.p1("no-blank-line:crc=right"));
    }

    @Test
    void theHeaderIsAnotherOne() {
        assertEquals(
                Known.p1("E70C", body -> body.replace("/FLU5\\253769001_A", "/Ene5\\T210-D ESMR5.0")),
                Struck.p1("header:to=/Ene5\\T210-D ESMR5.0"));
    }

    @Test
    void anExclamationMarkStandsInACode() {
        assertEquals(Known.P1.replace("1-0:2.8.1", "1-0:!.8.1"), Struck.p1("bang-inside:object=1-0:2.8.1"));
        assertEquals(
                Known.p1("CE5D", body -> body.replace("1-0:2.8.1", "1-0:!.8.1")),
                Struck.p1("bang-inside:object=1-0:2.8.1,crc=right"));
    }

    @Test
    void aDigitIsAnotherOneUnderTheOldCrc() {
        assertEquals(Known.P1.replace("(01.193*kW)", "(11.193*kW)"), Struck.p1("wrong-digit:object=1-0:1.7.0"));
    }

    @Test
    void aTelegramEndsInAnObjectOrBeforeItsLastLine() {
        assertEquals(Known.P1.substring(0, Known.P1.indexOf("(01.193") + 1), Struck.p1("truncate-in:object=1-0:1.7.0"));
        assertEquals(Known.P1.substring(0, Known.P1.indexOf("!")), Struck.p1("no-footer"));
    }

    @Test
    void octetsStandBehindTheCrc() {
        assertEquals(Known.P1_BODY + "DC7E\0\r\n", Struck.p1("after-crc"));
        assertEquals(Known.P1_BODY + "DC7EAB\r\n", Struck.p1("after-crc:octets=4142"));
    }
}
