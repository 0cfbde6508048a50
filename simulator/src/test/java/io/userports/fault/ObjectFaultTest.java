package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CRC of each expected telegram was computed by another program. */
final class ObjectFaultTest {
    private static final String GAS = "0-1:24.1.0(003)\r\n0-1:24.2.3(260115115502W)(00872.234*m3)\r\n";

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", value = {
        "add-object:object=1-0:199.7.0(00.123*kW) | ~! | ~1-0:199.7.0(00.123*kW)~! | 21CB",
        "add-object:object=1-0:199.7.0(00.123*kW),place=first | _A~~ | _A~~1-0:199.7.0(00.123*kW)~ | 51CA",
        "add-object:object=0-0:96.99.1(),place=before,beside=1-0:1.7.0 | 1-0:1.7.0( | 0-0:96.99.1()~1-0:1.7.0( | 64EC",
        "add-object:object=0-0:96.99.1(),place=after,beside=1-0:1.7.0 | 01.193*kW)~ | 01.193*kW)~0-0:96.99.1()~ | DC01",
        "remove-object:object=1-0:1.7.0 | 1-0:1.7.0(01.193*kW)~ | '' | B944",
        "repeat-object:object=0-1:24.1.0 | 0-1:24.1.0(003)~ | 0-1:24.1.0(003)~0-1:24.1.0(003)~ | E506",
        "repeat-object:object=1-0:1.7.0,with=(00.999*kW) | (01.193*kW)~ | (01.193*kW)~1-0:1.7.0(00.999*kW)~ | 1CFC",
        "rename-object:object=1-0:1.7.0,to=1-0:16.7.0 | 1-0:1.7.0( | 1-0:16.7.0( | CE30",
        "replace-object:object=0-0:96.13.0,by=anything at all | 0-0:96.13.0() | anything at all | EC50",
        "grow:to=270 | ~! | ~0-0:96.99.0(AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA)~! | 49AF",
    })
    // spotless:on
    void whatIsSaidOtherwiseStandsUnderARightCrc(String fault, String from, String to, String crc) {
        assertEquals(Known.p1(crc, body -> body.replace(lines(from), lines(to))), Struck.p1(fault));
    }

    @Test
    void anObjectMovesToAnotherPlace() {
        assertEquals(
                Known.p1("EBCD", body -> body.replace("0-0:96.13.0()\r\n", "")
                        .replace("\r\n\r\n", "\r\n\r\n0-0:96.13.0()\r\n")),
                Struck.p1("move-object:object=0-0:96.13.0,place=first"));
        assertEquals(
                Known.p1("CFEC", body -> body.replace("0-0:96.1.4(50217)\r\n", "")
                        .replace("0-0:96.13.0()\r\n", "0-0:96.13.0()\r\n0-0:96.1.4(50217)\r\n")),
                Struck.p1("move-object:object=0-0:96.1.4,place=after,beside=0-0:96.13.0"));
    }

    @Test
    void subMetersComeFirst() {
        assertEquals(
                Known.p1("820B", body -> body.replace(GAS, "").replace("\r\n\r\n", "\r\n\r\n" + GAS)),
                Struck.p1("sub-meters-first"));
    }

    @Test
    void objectsAreTurnedUpsideDown() {
        List<String> lines = new ArrayList<>(Arrays.asList(Known.P1_BODY.split("\r\n")));
        Collections.reverse(lines.subList(2, lines.size() - 1));
        assertEquals(String.join("\r\n", lines) + "C74E\r\n", Struck.p1("reverse-objects"));
    }

    @Test
    void shuffledObjectsAreTheSameOnesInAnotherOrderEachTime() {
        List<String> telegrams = Struck.emissions(UserPort.P1, Known.p1(), "shuffle-objects", 2).stream()
                .map(emission -> Known.text(emission.octets()))
                .toList();
        assertNotEquals(telegrams.get(0), telegrams.get(1));
        for (String telegram : telegrams) {
            assertNotEquals(Known.P1, telegram);
            assertEquals(objects(Known.P1), objects(telegram));
        }
    }

    private static List<String> objects(String telegram) {
        return telegram.lines().filter(line -> line.contains("(")).sorted().toList();
    }

    private static String lines(String text) {
        return text.replace("~", "\r\n");
    }
}
