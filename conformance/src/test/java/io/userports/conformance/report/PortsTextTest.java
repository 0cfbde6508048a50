package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.adapter.Adapter;
import io.userports.adapter.AdapterId;
import io.userports.adapter.Holder;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PortsTextTest {
    private static final List<Adapter> TWO = List.of(
            new Adapter("/dev/ttyAMA0", List.of(), "uart-pl011", AdapterId.ANY, "", OptionalInt.empty()),
            new Adapter(
                    "/dev/ttyUSB0",
                    List.of("/dev/serial/by-id/usb-FTDI_A1-if00-port0", "/dev/serial/by-path/usb-0:1.2:1.0-port0"),
                    "ftdi_sio",
                    new AdapterId("0403:6001", "A1", "1-1.2:1.0"),
                    "FT232R USB UART",
                    OptionalInt.of(16)));
    private static final Function<String, List<Holder>> HOLDERS =
            device -> device.equals("/dev/ttyUSB0") ? List.of(new Holder(812, "cat \u001b[2J")) : List.of();

    @Test
    void eachPortIsALineWithAllThatIsKnownOfIt() {
        assertEquals(
                """
                device         adapter           usb         serial   path        driver       latency   name that stays                            held by
                /dev/ttyAMA0   -                 -           -        -           uart-pl011   -         -                                          -
                /dev/ttyUSB0   FT232R USB UART   0403:6001   A1       1-1.2:1.0   ftdi_sio     16 ms     /dev/serial/by-id/usb-FTDI_A1-if00-port0   process 812: cat <U+001B>[2J

                adapter: {usb: …, serial: …, path: …} of a rig means one of them, wherever it is plugged in
                """,
                String.join("\n", PortsText.lines(TWO, HOLDERS)) + "\n");
    }

    @Test
    void aLongCommandIsCutForPeopleAndWholeForPrograms() {
        Function<String, List<Holder>> java = device -> List.of(new Holder(7, "java -cp " + "x".repeat(500)));
        String row = PortsText.lines(TWO.subList(0, 1), java).get(1);
        assertEquals(true, row.endsWith("   process 7: java -cp " + "x".repeat(111) + "…"), row);
        assertEquals(true, PortsText.json(TWO.subList(0, 1), java).contains("x".repeat(500)));
    }

    @Test
    void whereNothingIsPluggedInItSaysWhatToDo() {
        assertEquals(
                List.of(
                        "no serial port is plugged in or built in; plug an adapter in, or take a rig that needs none: virtual"
                                + " (pseudo-terminals) or tcp"),
                PortsText.lines(List.of(), HOLDERS));
        assertEquals("[ ]", PortsText.json(List.of(), HOLDERS));
    }

    @Test
    void programsReadItAsJson() {
        assertEquals(
                """
                [ {
                  "device" : "/dev/ttyUSB0",
                  "product" : "FT232R USB UART",
                  "usb" : "0403:6001",
                  "serial" : "A1",
                  "path" : "1-1.2:1.0",
                  "driver" : "ftdi_sio",
                  "latencyMs" : 16,
                  "names" : [ "/dev/serial/by-id/usb-FTDI_A1-if00-port0", "/dev/serial/by-path/usb-0:1.2:1.0-port0" ],
                  "heldBy" : [ {
                    "pid" : 812,
                    "command" : "cat \\u001B[2J"
                  } ]
                } ]""",
                PortsText.json(TWO.subList(1, 2), HOLDERS));
    }
}
