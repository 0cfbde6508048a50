package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole scenarios over serial ports that are reached by TCP: ser2net between meter and CEMS, and a server of our own. */
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("try") // ser2net only needs to be there
class Ser2netTest {
    private static final Path SER2NET = Path.of("/usr/sbin/ser2net");

    @TempDir
    Path folder;

    @Test
    void itMayStandBetweenMeterAndCems() throws Exception {
        assumeTrue(Files.isExecutable(SER2NET), SER2NET + " is not installed");
        Path device = folder.resolve("meter");
        int port = freePort();
        Path configuration = Files.writeString(
                folder.resolve("ser2net.yaml"),
                """
                %%YAML 1.1
                ---
                connection: &meter
                  accepter: tcp,127.0.0.1,%d
                  connector: serialdev,%s,115200n81,local
                """
                        .formatted(port, device));
        Path rig = Files.writeString(
                folder.resolve("rig.yaml"),
                "p1: {link: 'pty:" + device + "', reader: '127.0.0.1:" + port + "', data-request: open}\n");
        try (Child ser2net =
                Child.of(folder, List.of(SER2NET.toString(), "-n", "-u", "-c", configuration.toString()))) {
            assertPassed(rig, "p1-three-phase", "data-request-asked");
        }
    }

    @Test
    void aCemsMayAskForTelegramsByItsRequestToSend() throws Exception {
        Path rig = Files.writeString(folder.resolve("rig.yaml"), "p1: {link: 'rfc2217:0', data-request: cts}\n");
        assertPassed(rig, "p1-three-phase", "data-request-asked");
    }

    private void assertPassed(Path rig, String... scenarios) {
        Ran ran = new Cases(folder).test(rig.toString(), "reference", scenarios);
        assertEquals(
                new Ran(
                        0,
                        List.of(scenarios).stream()
                                .sorted()
                                .map(id -> id + " PASS")
                                .toList(),
                        List.of()),
                new Ran(ran.exit(), ran.verdicts(), ran.err()),
                () -> String.join("\n", ran.out()));
    }

    private static int freePort() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }
}
