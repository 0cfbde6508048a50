package io.userports.conformance.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
                rig("p1: {link: serial:/dev/ttyUSB0, reader: /dev/ttyUSB1}\n").madeAnew());
        assertEquals(List.of(true, true, false, false, false), anew);
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
    void everyBuiltInRigHasANoteOnItsWiring() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../rigs"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                String name = file.getFileName().toString().replace(".yaml", "");
                assertEquals(true, Files.exists(Path.of("../rigs", name + ".md")), name);
                assertEquals(false, Rig.of(name).description().isEmpty(), name);
            }
        }
    }
}
