package io.userports.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar, as a user runs it. */
final class JarIT {
    private static final Path JAR = Path.of("target/userports.jar").toAbsolutePath();

    @TempDir
    private Path directory;

    private record Ended(int code, List<String> lines) {
        String last() {
            return lines.get(lines.size() - 1);
        }
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still running: " + command);
        return new Ended(process.exitValue(), Files.readAllLines(out));
    }

    @Test
    void theReferencePassesAsAProcessOnAPseudoTerminal() throws IOException, InterruptedException {
        Ended ended = run(
                "test",
                "--scenario",
                "p1-three-phase",
                "--scenario",
                "consent-restored",
                "--scenario",
                "delta-grid-present");
        assertEquals(0, ended.code(), () -> String.join("\n", ended.lines()));
        assertTrue(
                ended.last().matches("3 scenarios in [0-9.]+ s: 3 PASS +seed 42 +evidence in userports-out/ +exit 0"),
                ended::last);
        for (String evidence : List.of("results.ndjson", "junit.xml", "messages.ndjson")) {
            assertTrue(Files.size(directory.resolve("userports-out").resolve(evidence)) > 0, evidence);
        }
    }

    @Test
    void aWrongOneFailsAndTheCommandThatRerunsItIsPrinted() throws IOException, InterruptedException {
        Ended ended = run("test", "--cems", "defect:water-as-gas", "--scenario", "water-only", "--seed", "7");
        assertEquals(1, ended.code(), () -> String.join("\n", ended.lines()));
        assertTrue(
                ended.lines()
                        .contains(
                                "      rerun      userports test --cems defect:water-as-gas --scenario water-only --seed 7"),
                () -> String.join("\n", ended.lines()));
    }

    @Test
    void whatItEmulatesItDecodesAsValid() throws IOException, InterruptedException {
        Ended emulated = run(
                "emulate",
                "--profile",
                "second-generation",
                "--p1",
                "file:hour.p1",
                "--time-scale",
                "max",
                "--duration",
                "1h");
        assertEquals(0, emulated.code(), () -> String.join("\n", emulated.lines()));
        assertEquals(3600 * 1706, Files.size(directory.resolve("hour.p1")));
        Ended decoded = run("decode", "p1", "hour.p1");
        assertEquals(0, decoded.code());
        assertEquals("3600 telegrams: 3600 valid, 0 not; 0 octets outside", decoded.last());
    }

    @Test
    void theRequirementsAreInTheJar() throws IOException, InterruptedException {
        Ended ended = run("requirements");
        assertEquals(0, ended.code());
        assertTrue(ended.lines().stream().anyMatch(l -> l.startsWith("BR-4.5.1 ")));
    }
}
