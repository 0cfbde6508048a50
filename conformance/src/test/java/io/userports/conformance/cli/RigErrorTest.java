package io.userports.conformance.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A bench that cannot work is told with its remedy, judged RIG-ERROR, never held against the CEMS; exit 3. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RigErrorTest {
    @TempDir
    Path folder;

    private Cases cases;

    @BeforeEach
    void prepare() {
        cases = new Cases(folder);
    }

    @Test
    void aSerialDeviceThatIsMissing() throws IOException {
        assertNoScenario(
                "P1 adapter: there is no device /dev/no-such-port; plug it in or correct its name: userports ports lists"
                        + " what is there, and 70-userports.rules gives names",
                cases.rig("serial:/dev/no-such-port"));
    }

    @Test
    void aSerialDeviceThatIsNotPermitted() throws IOException {
        try (Link terminal = LinkSpec.parse("pty").open(LineRate.P1)) {
            Path device = Path.of(terminal.address());
            Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("---------"));
            assumeFalse(Files.isReadable(device), "this user may open everything");
            assertNoScenario(
                    "P1 link: serial:" + device + ": may not be opened by you; add yourself to the group that owns it"
                            + " (often dialout) and log in again, or write a udev rule",
                    cases.rig("serial:" + device));
        }
    }

    @Test
    void aSerialDeviceThatAnotherProgramHolds() throws IOException {
        try (Link terminal = LinkSpec.parse("pty").open(LineRate.P1);
                Child holder = Child.userports(folder, "emulate", "--p1", "serial:" + terminal.address())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(holder::out, lines -> lines.equals(List.of("P1 " + terminal.address())));
            assertNoScenario(
                    "P1 link: serial:" + terminal.address() + ": is in use by another run of userports, process "
                            + holder.process().pid() + ": …; end it, or give each run devices of its own",
                    cases.rig("serial:" + terminal.address()));
        }
    }

    @Test
    void aPortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertRigError(
                    "tcp 127.0.0.1:" + taken.getLocalPort() + ": the port is in use; end the program that holds it or"
                            + " choose another port",
                    cases.rig("tcp:" + taken.getLocalPort()),
                    cases.shell("exit"));
        }
    }

    @Test
    void aCemsThatMayNotBeRun() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no program");
        assertRigError(
                "the CEMS cannot be started: '" + text + "' may not be run, or is not on PATH; see start.command in its"
                        + " cems.yaml",
                cases.rig("tcp:0"),
                cases.cems("'" + text + "', '{p1}'", "power-import"));
    }

    @Test
    void aCemsThatRunsInADirectoryThatDoesNotExist() throws IOException {
        Path file = Path.of(cases.shell("exit"));
        Files.writeString(file, Files.readString(file).replace("start: {", "start: { directory: /no/such,"));
        assertRigError(
                "the CEMS cannot be started: there is no directory '/no/such'; see start.directory in its cems.yaml",
                cases.rig("tcp:0"),
                file.toString());
    }

    /** No file may grow over 32 kB, and the messages of Cucumber are longer. */
    @Test
    void aDiskThatIsFull() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 64; exec \"$@\"", "sh"));
        command.addAll(Child.command("test", "--rig", cases.rig("tcp:0"), "--cems", cases.shell("exit")));
        command.addAll(List.of(
                "--scenario", "p1-three-phase", "--out", folder.resolve("out").toString()));
        try (Child child = Child.of(folder, command)) {
            assertEquals(3, child.exit());
            Path part = folder.resolve("out.part-" + child.process().pid());
            assertEquals(
                    List.of(
                            "evidence lost: " + part + "/messages.ndjson cannot be written: File too large",
                            "evidence lost: the folder of evidence cannot be written: something is missing; the rest is in "
                                    + part),
                    child.out().stream()
                            .filter(line -> line.startsWith("evidence lost"))
                            .sorted()
                            .toList());
            assertTrue(Files.exists(part.resolve("results.ndjson")));
            assertFalse(Files.exists(folder.resolve("out")));
        }
    }

    @Test
    void aSerialDeviceThatAnotherProgramHasOpen() throws IOException {
        try (Link terminal = LinkSpec.parse("pty").open(LineRate.P1);
                Child reader = Child.of(folder, List.of("cat", terminal.address()))) {
            await().atMost(Duration.ofSeconds(60)).until(terminal::ready);
            assertNoScenario(
                    "P1 holder: " + terminal.address() + " is open in process "
                            + reader.process().pid() + ": …; end that program",
                    cases.rig("serial:" + terminal.address()));
        }
    }

    @Test
    void aPairThatIsLoopedBackHasNoReader() throws IOException {
        try (Link terminal = LinkSpec.parse("pty").open(LineRate.P1)) {
            String looped = "{ link: 'serial:" + terminal.address() + "', loopback: self }";
            Path rig = Files.writeString(folder.resolve("rig.yaml"), "p1: " + looped + "\npatience: 2 s\n");
            assertNoScenario(
                    "P1 reader: none: its pair is looped back, so no CEMS reads it; measure it by userports loopback; to"
                            + " test a CEMS, wire it to one and name the reader",
                    rig.toString());
        }
    }

    /** A bench that no scenario could do without is looked at before, and told once. */
    private void assertNoScenario(String finding, String rig) throws IOException {
        Ran ran = cases.test(rig, cases.shell("exit"), "p1-three-phase", "p1-single-phase");
        List<String> told = ran.err().stream()
                .map(line -> line.replaceAll("(process [0-9]+: ).*?;", "$1…;"))
                .toList();
        assertEquals(List.of("userports: RIG-ERROR before any scenario: " + finding), told);
        assertEquals(List.of(), ran.out());
        assertEquals(3, ran.exit());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private void assertRigError(String reason, String rig, String cems) {
        Ran ran = cases.test(rig, cems, "p1-three-phase", "p1-single-phase");
        assertEquals(List.of("p1-single-phase RIG-ERROR", "p1-three-phase RIG-ERROR"), ran.verdicts());
        assertEquals(List.of(reason), ran.facts("reason"));
        assertEquals(List.of("1 more, for the same reason"), ran.facts("also"));
        assertEquals(List.of(), ran.err());
        assertEquals(3, ran.exit());
    }
}
