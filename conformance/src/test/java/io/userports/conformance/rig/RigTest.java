package io.userports.conformance.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.userports.link.LinkSpec;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RigTest {
    @TempDir
    private Path directory;

    private Rig rig(String yaml) throws IOException {
        return Rig.of(Files.writeString(directory.resolve("rig.yaml"), yaml).toString());
    }

    @Test
    void theCemsOpensTheLinkItselfUnlessTheRigNamesTheOtherEndOfACable() throws IOException {
        assertEquals("/dev/pts/3", rig("p1: pty\n").p1().reader("/dev/pts/3", 0));
        Rig cable = rig("p1: {link: serial:/dev/ttyUSB0, reader: /dev/ttyUSB1}\n");
        assertEquals("/dev/ttyUSB1", cable.p1().reader("/dev/ttyUSB0", 0));
    }

    @Test
    void aSerialRigMustNameTheOtherEnd() {
        InputException complaint = assertThrows(InputException.class, () -> rig("p1: serial:/dev/ttyUSB0\n"));
        assertEquals(
                directory.resolve("rig.yaml")
                        + ":1: p1: the key 'reader' is missing; write the device that the CEMS opens, the other end of the"
                        + " cable",
                complaint.getMessage());
    }

    @Test
    void onlyLinksThatAreMadeAnewForEachScenarioLetThemRunSideBySide() throws IOException {
        List<Boolean> anew = List.of(
                rig("p1: pty\n").madeAnew(),
                rig("p1: tcp:0\n").madeAnew(),
                rig("p1: pty:/tmp/p1\n").madeAnew(),
                rig("p1: tcp:4000\n").madeAnew(),
                rig("p1: rfc2217:0\n").madeAnew(),
                rig("p1: rfc2217:4000\n").madeAnew(),
                rig("p1: {link: serial:/dev/ttyUSB0, reader: /dev/ttyUSB1}\n").madeAnew());
        assertEquals(List.of(true, true, false, false, true, false, false), anew);
    }

    @Test
    void aPortHasADataRequestWhereTheRigNamesOneThatTheLinkHas() throws IOException {
        assertEquals(
                List.of("open", "none", "cts", "dsr (next-second)"),
                Stream.of(
                                Rig.of("virtual"),
                                rig("p1: pty\n"),
                                rig("p1: {link: rfc2217:0, data-request: cts}\n"),
                                rig("p1: {link: 'serial:rfc2217://bench:4001', reader: /dev/ttyUSB1,"
                                        + " data-request: {line: dsr, start: next-second}}\n"))
                        .map(rig -> rig.p1().request().toString())
                        .toList());
        assertEquals(
                directory.resolve("rig.yaml")
                        + ":1: p1.data-request: 'open' is no line of rfc2217:0; allowed: none, cts, dsr",
                assertThrows(InputException.class, () -> rig("p1: {link: rfc2217:0, data-request: open}\n"))
                        .getMessage());
    }

    @Test
    void aRemoteAdapterIsKnownByItsAddress() {
        assertEquals(
                directory.resolve("rig.yaml")
                        + ":1: p1.adapter: 'serial:rfc2217://bench:4001' says already which adapter it is; leave it out",
                assertThrows(
                                InputException.class,
                                () -> rig("p1: {link: 'serial:rfc2217://bench:4001', reader: /dev/ttyUSB1,"
                                        + " adapter: {usb: '0403:6001'}}\n"))
                        .getMessage());
    }

    @Test
    void eachOfSeveralCemsFindsALinkOfItsOwnOrItsPlaceOnOneWire() throws IOException {
        assertEquals(List.of("pty", "pty", "pty"), links("p1: pty\n"));
        assertEquals(List.of("tcp:4000", "tcp:4010", "tcp:4020"), links("p1: tcp:4000\n"));
        assertEquals(List.of("pty:/tmp/p1", "pty:/tmp/p1-2", "pty:/tmp/p1-3"), links("p1: pty:/tmp/p1\n"));
        String wired = "p1: {link: serial:/dev/ttyUSB0, reader: [/dev/ttyUSB1, /dev/ttyUSB2, /dev/ttyUSB3]}\n";
        assertEquals(List.of("serial:/dev/ttyUSB0", "serial:/dev/ttyUSB0", "serial:/dev/ttyUSB0"), links(wired));
        assertEquals(
                List.of("/dev/ttyUSB1", "/dev/ttyUSB2", "/dev/ttyUSB3"),
                rig(wired).forEach(3).stream()
                        .map(each -> each.p1().reader("/dev/ttyUSB0", 0))
                        .toList());
    }

    @Test
    void oneLineByWhichTelegramsAreAskedForIsNotForSeveralCems() throws IOException {
        Rig wired = rig("p1: {link: serial:/dev/ttyUSB0, reader: [/dev/ttyUSB1, /dev/ttyUSB2], data-request: cts}\n");
        assertEquals(1, wired.forEach(1).size());
        assertEquals(
                "--rig: P1 has one data request line (cts) on serial:/dev/ttyUSB0 for 2 CEMS, so that each gets what"
                        + " another has asked for; test them one by one, or leave data-request out",
                assertThrows(InputException.class, () -> wired.forEach(2)).getMessage());
    }

    private List<String> links(String yaml) throws IOException {
        return rig(yaml).forEach(3).stream()
                .map(each -> each.p1().link().toString())
                .toList();
    }

    @Test
    void aRigMayHaveNoS1() throws IOException {
        Rig alone = rig("p1: pty\n");
        assertEquals(Optional.empty(), alone.port(UserPort.S1));
        assertEquals(Optional.empty(), alone.s1());
        assertEquals("P1 pty", alone.description());
        assertEquals(1_500_000, alone.s1BitRate());
    }

    @Test
    void eachPortHasItsOwnLinkAndReader() throws IOException {
        Rig both = rig("p1: pty\ns1: {link: serial:/dev/ttyUSB2, reader: /dev/ttyUSB3, bit-rate: 2000000}\n");
        assertEquals("P1 pty, S1 serial:/dev/ttyUSB2", both.description());
        assertEquals("/dev/ttyUSB3", both.s1().orElseThrow().reader("/dev/ttyUSB2", 0));
        assertEquals("/dev/pts/3", both.p1().reader("/dev/pts/3", 0));
        assertEquals(2_000_000, both.s1BitRate());
        assertEquals(false, both.madeAnew());
        assertEquals(true, rig("p1: pty\ns1: pty\n").madeAnew());
    }

    @Test
    void twoPortsOnOneLinkAreRefused() {
        InputException complaint = assertThrows(InputException.class, () -> rig("p1: tcp:4000\ns1: tcp:4000\n"));
        assertEquals(
                directory.resolve("rig.yaml") + ":2: s1: 'tcp:4000' is where P1 leaves; give each port its own link",
                complaint.getMessage().replace("tcp:127.0.0.1:4000", "tcp:4000"));
    }

    @Test
    void whatPeopleCallItsPortsIsKnownByPort() throws IOException {
        assertEquals(
                List.of("P1 rack-2", "P1 left", "S1 rack-3"),
                rig("p1: {link: pty, tags: [rack-2, left]}\ns1: {link: pty, tags: [rack-3]}\n")
                        .tags());
    }

    @Test
    void everyBuiltInRigIsReadAsItsFileSays() {
        Map<String, String> read = new TreeMap<>();
        for (String name : BuiltInRigs.names()) {
            Rig rig = Rig.of(name);
            read.put(name, port(rig.p1()) + rig.s1().map(s1 -> "; " + port(s1)).orElse(""));
        }
        Map<String, String> expected = new TreeMap<>();
        expected.put("virtual", "pty 115200 open; pty 1500000");
        expected.put("tcp", "tcp:0 115200; tcp:0 1500000");
        expected.put("rs422-loopback", "pty 115200; serial:/dev/userports-s1 1500000 loopback");
        expected.put(
                "usb-p1-s1",
                "serial:/dev/userports-p1 115200 USB 0403:6001 -> /dev/cems-p1 cts; serial:/dev/userports-s1 1500000 USB"
                        + " 0403:6001 -> /dev/cems-s1");
        expected.put(
                "raspberry-pi",
                "serial:/dev/ttyAMA0 115200 -> /dev/cems-p1; serial:/dev/ttyAMA2 1500000 -> /dev/cems-s1");
        expected.put(
                "two-cems",
                "serial:/dev/userports-p1 115200 -> /dev/cems-a-p1, /dev/cems-b-p1; serial:/dev/userports-s1 1500000 ->"
                        + " /dev/cems-a-s1, /dev/cems-b-s1");
        assumeTrue(LinkSpec.Pty.supported());
        assertEquals(expected, read);
    }

    private static String port(RigPort port) {
        return port.link() + " " + port.rate().bitsPerSecond()
                + (port.link() instanceof LinkSpec.Serial serial
                                && !serial.adapter().isAny()
                        ? " " + serial.adapter()
                        : "")
                + (port.readers().isEmpty() ? "" : " -> " + String.join(", ", port.readers()))
                + (port.request().isWired() ? " " + port.request() : "")
                + (port.loopback().isPresent() ? " loopback" : "");
    }

    @Test
    void everyBuiltInRigHasANoteOnItsWiring() {
        for (String name : BuiltInRigs.names()) {
            assertEquals(true, Files.exists(Path.of("../rigs", name + ".md")), name);
            assertEquals(false, Rig.of(name).description().isEmpty(), name);
        }
    }
}
