package io.userports.conformance.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.evidence.EvidenceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as processes: ended by a signal, or by a reader who has seen enough. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Execution(ExecutionMode.CONCURRENT)
class SignalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path symlink;

    @BeforeEach
    void prepare() {
        symlink = folder.resolve("p1");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aTestThatIsEndedLeavesNothingBehind(String signal, int code) throws Exception {
        Cases cases = new Cases(folder);
        Path pids = folder.resolve("pids");
        String script = cases.shell("echo \"$DIR\" > '" + folder + "/dir'; cd '" + folder
                + "'; trap '' TERM INT; sleep 1000 & echo $! >> pids\n"
                + "sh -c 'sleep 1000 & echo $! >> pids'; echo $$ >> pids; exec cat \"$1\" > /dev/null");
        String cems = cases.variable("DIR", "{dir}", script);
        try (Child child = Child.userports(
                folder, "test", "--rig", cases.rig("pty:" + symlink), "--cems", cems, "--scenario", "p1-three-phase")) {
            await().atMost(PATIENCE)
                    .until(() -> Files.exists(pids) && Files.readAllLines(pids).size() == 3);
            assertTrue(Files.exists(symlink));
            child.signal(signal);
            assertEquals(code, child.exit());
            assertEquals(3, Left.ended(pids));
            assertFalse(Files.exists(scratch()));
            assertFalse(Files.exists(symlink, LinkOption.NOFOLLOW_LINKS));
            assertEquals(
                    List.of(
                            "some thing 1 on P1 pty:" + symlink + ", 1 scenario, seed 42",
                            "claims p1; 1 quantity; freshness 5 s, interval 1 s, recovery within 5 telegrams"),
                    child.out());
            assertEquals(List.of(), child.err());
        }
    }

    /** Whenever it is killed, what stands under the name of the evidence is all of a run, this one's or the last one's. */
    @Test
    void aTestThatIsKilledLeavesTheEvidenceOfTheLastRunOrItsOwn() throws Exception {
        Cases cases = new Cases(folder);
        Path out = folder.resolve("out");
        String[] run = {
            "test", "--rig", cases.rig("tcp:0"), "--cems", cases.shell("exit"), "--scenario", "p1-three-phase"
        };
        List<String> arguments = new ArrayList<>(List.of(run));
        arguments.addAll(List.of("--out", out.toString()));
        Ran.of(arguments.toArray(String[]::new));
        Path part = folder.resolve("out.part-");
        for (int milliseconds : List.of(0, 5, 20, 60, 150)) {
            try (Child child = Child.userports(folder, arguments.toArray(String[]::new))) {
                Path begun = Path.of(part.toString() + child.process().pid());
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> Files.exists(begun));
                Thread.sleep(milliseconds);
                child.signal("KILL");
                child.exit();
                assertEquals(List.of(), EvidenceFolder.differences(out));
            }
        }
        Ran.of(arguments.toArray(String[]::new));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("out"),
                    files.map(f -> f.getFileName().toString())
                            .filter(name -> name.startsWith("out"))
                            .toList());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ofATestThatIsKilledNoProcessAndNoFolderIsLeftBehind() throws Exception {
        Cases cases = new Cases(folder);
        Path pids = folder.resolve("pids");
        String script = cases.shell("echo \"$DIR\" > '" + folder + "/dir'; cd '" + folder
                + "'; trap '' TERM INT HUP; sleep 1000 & echo $! >> pids\n"
                + BadCemsTest.SETSID + " sh -c 'echo $$ >> pids; sleep 1000' &\n"
                + "sh -c 'sleep 1000 & echo $! >> pids'; echo $$ >> pids; exec cat \"$1\" > /dev/null");
        String cems = cases.variable("DIR", "{dir}", script);
        try (Child child = Child.userports(
                folder, "test", "--rig", cases.rig("pty"), "--cems", cems, "--scenario", "p1-three-phase")) {
            await().atMost(PATIENCE)
                    .until(() -> Files.exists(pids) && Files.readAllLines(pids).size() == 4);
            child.signal("KILL");
            assertEquals(137, child.exit());
            assertEquals(4, Left.ended(pids));
            await().atMost(PATIENCE).until(() -> !Files.exists(scratch()));
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void anEmulatorThatIsEndedTakesItsPortAway(String signal, int code) throws Exception {
        try (Child child = Child.userports(folder, "emulate", "--p1", "pty:" + symlink)) {
            await().atMost(PATIENCE).until(() -> child.out().size() == 1);
            String terminal = Files.readSymbolicLink(symlink).toString();
            assertEquals(List.of("P1 " + terminal), child.out());
            child.signal(signal);
            assertEquals(code, child.exit());
            assertFalse(Files.exists(symlink, LinkOption.NOFOLLOW_LINKS));
            assertEquals("P1 " + terminal, child.out().get(0));
            // What became of it, if it had begun.
            assertEquals(
                    List.of(),
                    child.out().stream()
                            .skip(1)
                            .filter(line -> !line.matches("2026-01-15 [0-9:]+  P1 0 sent, [0-9]+ not taken"))
                            .toList());
            assertEquals(List.of(), child.err());
        }
    }

    @Test
    void anEmulatorWhoseReaderHasSeenEnoughEndsQuietly() throws Exception {
        try (Child child = headed("head -c 100", "emulate", "--p1", "-", "--time-scale", "max")) {
            assertEquals(0, child.exit());
            assertEquals("0", Files.readString(folder.resolve("code")).strip());
            assertEquals(100, Files.size(child.outFile()));
            assertEquals(List.of("P1 standard output"), child.err());
        }
    }

    @Test
    void aTestWhoseReaderHasSeenEnoughEndsWithItsVerdict() throws Exception {
        Cases cases = new Cases(folder);
        String cems = cases.shell("echo no licence >&2; exit 1");
        try (Child child = headed(
                "head -n 1", "test", "--rig", cases.rig("tcp:0"), "--cems", cems, "--tags", "@should or @must")) {
            assertEquals(0, child.exit());
            assertEquals("3", Files.readString(folder.resolve("code")).strip());
            assertEquals(1, child.out().size());
            assertEquals(List.of(), child.err());
        }
    }

    /** {@return the folder that the CEMS was given, as it has written it down} */
    private Path scratch() throws IOException {
        Path scratch = Path.of(Files.readString(folder.resolve("dir")).strip());
        assertTrue(scratch.isAbsolute(), scratch::toString);
        return scratch;
    }

    /** This program in a pipe to {@code reader}; its exit code in the file {@code code}. */
    private Child headed(String reader, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "{ \"$@\"; echo $? > code; } | " + reader, "userports"));
        command.addAll(Child.command(arguments));
        return Child.of(folder, command);
    }
}
