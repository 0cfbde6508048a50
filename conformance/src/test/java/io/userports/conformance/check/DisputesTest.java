package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Quantity;
import io.userports.p1.P1Codec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisputesTest {
    /** {@return what the lines, of which {@code ~} ends each, say about {@code quantity}} */
    private static String said(Quantity quantity, String lines, String end) {
        byte[] octets =
                ("/FLU5\\1_A" + end + end + lines.replace("~", end) + "!").getBytes(StandardCharsets.ISO_8859_1);
        Map<Quantity, Said> says = Disputes.says(octets, P1Codec.decode(octets, 0, octets.length));
        return says.getOrDefault(quantity, Said.NOTHING).text(quantity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power-import | 1-0:1.7.0(00.371*kW)~                           | power-import 0.371 kW",
                "power-import | 1-0:2.7.0(00.371*kW)~                           | power-import not shown",
                "power-import | 1-0:1.7.0()~                                    | power-import not shown",
                "power-import | 1-0:1.7.0(00.1*kW)~1-0:1.7.0(00.2*kW)~          | power-import 0.1 kW or 0.2 kW, or not shown",
                "power-import | 1-0:1.7.0(00.1*kW)~1-0:1.7.0()~                 | power-import 0.1 kW, or not shown",
                "power-import | 1-0:1.7.0(00.100*kW)~1-0:1.7.0(00.100*kW)~      | power-import 0.1 kW",
                "power-import | 1-0:1.7.0(nothing*kW)~                          | power-import nothing, or not shown",
                "power-import | 1-0:1.7.0(00x371*kW)~   | power-import 00x371 or 371 kW, or not shown",
                "power-import | 1-0:1.7.0(00371*W)~     | power-import 371 kW or 0.371 kW, or not shown",
                "power-import | 1-0:1.7.0(00.371*kW~    | power-import 0.371 kW, or not shown",
                "power-import | 1-0:1.7.0~(00.371*kW)~  | power-import 0.371 kW, or not shown",
                "power-net    | 1-0:1.7.0(00.371*kW)~1-0:2.7.0(00.000*kW)~      | power-net 0.371 kW",
                "power-net    | 1-0:1.7.0(00.371*kW)~                           | power-net not shown",
                "power-net    | 1-0:1.7.0(00.371*kW)~1-0:2.7.0(00000*W)~        | power-net, illegible",
                "meter-time   | 0-0:1.0.0(260230120000W)~                       | meter-time, illegible",
                "edition      | 0-0:96.1.4(202020202020)~                       | edition, illegible",
                "text         | 0-0:96.13.0(4A4)~                               | text, illegible",
                "gas-volume   | 0-1:24.1.0(0x3)~0-1:24.2.3(260115115521W)(00007.500*m3)~ | gas-volume, illegible",
            })
    void whatIsInDoubtIsTakenForWhatItMayBe(String slug, String lines, String said) {
        assertEquals(said, said(Quantity.bySlug(slug).orElseThrow(), lines, "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gas-valve  | 0-1:24.1.0(003)~0-1:24.4.0(0)~                | gas-valve disconnected, or not shown",
                "gas-id     | 0-1:24.1.0(003)~0-1:96.1.1(4731)~             | gas-id G1, or not shown",
                "gas-id     | 0-1:24.1.0(003)~0-1:96.1.1()~                 | gas-id not shown",
                "gas-valve  | 0-1:24.1.0(007)~0-1:24.4.0(0)~                | gas-valve not shown",
                "gas-volume | 0-1:24.1.0(003)~0-1:24.4.0(0)~                | gas-volume not shown",
            })
    void valveAndIdOfAGasMeterThatWasNeverReadMayBeShown(String slug, String lines, String said) {
        String unread = lines + "0-1:24.2.3(632525252525W)(00000.000*m3)~";
        assertEquals(said, said(Quantity.bySlug(slug).orElseThrow(), unread, "\r\n"));
    }

    @Test
    void besideAGasMeterThatIsReadOneThatWasNeverReadSaysNothing() {
        String two = "0-1:24.1.0(003)~0-1:24.4.0(0)~0-1:24.2.3(632525252525W)(00000.000*m3)~"
                + "0-2:24.1.0(003)~0-2:24.4.0(1)~0-2:24.2.3(260115115521W)(00007.500*m3)~";
        assertEquals("gas-valve connected", said(Quantity.GAS_VALVE, two, "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"LF", "CR"})
    void underOtherLineEndsEverythingIsInDispute(String end) {
        assertEquals(
                "power-import 0.371 kW, or not shown",
                said(Quantity.POWER_IMPORT, "1-0:1.7.0(00.371*kW)~", end.equals("LF") ? "\n" : "\r"));
    }
}
