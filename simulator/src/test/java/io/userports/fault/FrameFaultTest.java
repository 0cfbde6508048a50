package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Layout;
import io.userports.wire.UserPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expected FCS was computed by another program. */
final class FrameFaultTest {
    private static final String REST = "00000000000000000000000000000A34C3BB0F0B150005FA00000000000000000000000000";

    @ParameterizedTest
    @CsvSource({
        "bit, C4B2",
        "swapped, B2C5",
        "zero, 0000",
        "ones, FFFF",
        "data-only, 8990",
        "with-flag, 491F",
        "xmodem, 146C",
        "ccitt-false, 3974",
        "kermit, 22F9",
        "mcrf4xx, 3A4D",
        "arc, 14DB"
    })
    void theFcsIsWrongInAKnownWay(String of, String fcs) {
        assertEquals("7E802BFF03" + REST + fcs + "7E", Struck.s1("wrong-fcs:of=" + of));
    }

    @ParameterizedTest
    @CsvSource({"882B, 882BFF03, 3964", "802BFF13, 802BFF13, EF4E", "00, 002BFF03, D8B5"})
    void theHeaderIsAnotherOneUnderARightFcs(String to, String header, String fcs) {
        assertEquals("7E" + header + REST + fcs + "7E", Struck.s1("frame-header:to=" + to));
    }

    @Test
    void flagsAreMissing() {
        assertEquals("802BFF03" + REST + "C5B27E", Struck.s1("no-flag"));
        assertEquals("7E802BFF03" + REST + "C5B2", Struck.s1("no-flag:which=closing"));
        assertEquals("802BFF03" + REST + "C5B2", Struck.s1("no-flag:which=both"));
    }

    @Test
    void aFlagInTheDataIsEscaped() {
        assertEquals(
                "7E802BFF0300000000000000000000000000000A34C3BB0F0B1500007D5E0000000000000000000000000031A77E",
                Struck.s1("stuff"));
    }

    @Test
    void aTelegramBreaksOffWithAnAbort() {
        assertEquals(Known.S1.substring(0, 40) + "7D7E", Struck.s1("abort"));
        assertEquals(Known.S1.substring(0, 84) + "7D7E", Struck.s1("abort:octets=42"));
        assertEquals("7E7D7E", Struck.s1("abort:octets=1"));
    }

    @Test
    void anotherFrameGoesBefore() {
        assertEquals("7E8006FF0332CA7E" + Known.S1, Struck.s1("other-frame:length=6"));
        assertEquals("7E800AFF030000000020417E" + Known.S1, Struck.s1("other-frame:length=10"));
        assertEquals(2 * (2047 + 2 + 45), Struck.s1("other-frame").length());
        assertEquals("7E87FFFF03", Struck.s1("other-frame").substring(0, 10));
    }

    @Test
    void madeUpLayoutsCarryTheSampleUnderTheirOwnVersion() {
        assertEquals(0x2A, layout("layout:name=longer").info());
        assertEquals(2837, layout("layout:name=longer").u1());
        assertEquals(0x4A, layout("layout:name=batched").info());
        assertEquals(0x6A, layout("layout:name=reordered").info());
        assertEquals(1530, layout("layout:name=reordered").i1());
    }

    private static S1Frame layout(String fault) {
        byte[] octets = Struck.joined(Struck.emissions(UserPort.S1, Known.s1(), fault, 1));
        String name = fault.substring(fault.indexOf('=') + 1);
        S1Layout layout = S1Layout.LIST.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return S1Codec.decode(layout, octets).get(0);
    }

    @Test
    void otherOctetsStandInForTheTelegramThatHasTheirNumber() {
        String numbered15 = Known.S1.replace("00000000000A34", "33333333330A34");
        String numbered16 = numbered15.replace("BB0F", "BB10");
        assertEquals(numbered15, Struck.s1("stand-in:by=" + numbered15));
        assertEquals(Known.S1, Struck.s1("stand-in:by=" + numbered16));
        assertEquals("7E8006FF0332CA7E", Struck.s1("stand-in:by=7E8006FF0332CA7E"));
        assertEquals("", Struck.s1("lose:port=s1 + stand-in:by=7E7E"));
    }
}
