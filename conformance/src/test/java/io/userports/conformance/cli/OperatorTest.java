package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.check.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A person at a real terminal, who looks at a display: a file into which the reference writes. */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
final class OperatorTest {

    @TempDir
    Path folder;

    private String cems(int within) throws IOException {
        return Files.writeString(
                        folder.resolve("cems.yaml"),
                        """
                        vendor: some
                        product: display
                        version: "1"
                        start:
                          command:
                            - sh
                            - -c
                            - 'exec "$@" > "$0"'
                            - '%s'
                            - '{java}'
                            - '-XX:TieredStopAtLevel=1'
                            - '-cp'
                            - '{classpath}'
                            - io.userports.conformance.reference.ReferenceMain
                            - '--p1={p1}'
                        observe: [{ operator: { within: %d s } }]
                        claims: { ports: [p1], quantities: [power-import, { quantity: voltage-l1, interval: 20 s }], freshness: 5 s, recovery: 2 }
                        """
                                .formatted(display(), within))
                .toString();
    }

    private Path display() {
        return folder.resolve("display");
    }

    private String shown(String quantity) {
        Pattern shown = Pattern.compile("\"quantity\":\"" + quantity + "\",\"value\":\"([0-9.]+)\"");
        try {
            Matcher matcher = shown.matcher(Files.readString(display()));
            String last = "";
            while (matcher.find()) {
                last = matcher.group(1);
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands on the display is not to be seen on the terminal until it is typed. */
    private void answer(PseudoTerminal terminal, String quantity, String unit) {
        awaitScreen(terminal, "what does the display show for " + quantity + " (" + unit + ")? ");
        String value = shown(quantity);
        assertFalse(terminal.screen().contains(value), terminal::screen);
        terminal.type(value);
    }

    private static void awaitScreen(PseudoTerminal terminal, String text) {
        boolean seen = Waiting.until(System.nanoTime() + TimeUnit.SECONDS.toNanos(60), () -> Optional.of(true)
                        .filter(t -> terminal.screen().endsWith(text)))
                .isPresent();
        assertTrue(seen, terminal::screen);
    }

    @Test
    void whoAnswersJudgesAndWhoDoesNotLeavesItOpen() throws IOException, InterruptedException {
        List<String> command = Child.command(
                "test",
                "--rig",
                "virtual",
                "--cems",
                cems(4),
                "--jobs",
                "2",
                "--out",
                folder.resolve("out").toString(),
                "--scenario",
                "p1-single-phase",
                "--scenario",
                "p1-three-phase");
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(terminal.device())
                    .redirectOutput(terminal.device())
                    .redirectError(terminal.device());
            builder.environment().put("NO_COLOR", "1");
            Process process = builder.start();
            answer(terminal, "voltage-l1", "V");
            answer(terminal, "power-import", "kW");
            assertEquals(2, process.waitFor(), terminal::screen);
            List<String> lines = terminal.screen().lines().toList();
            assertEquals(
                    List.of("p1-single-phase PASS", "p1-three-phase INCONCLUSIVE"),
                    new Ran(2, lines, List.of()).verdicts());
            assertEquals(
                    List.of("nobody answered within 4 s: what does the display show for voltage-l1 (V)?"
                            + " (observe.operator.within in the cems.yaml says how long)"),
                    new Ran(2, lines, List.of()).facts("reason"));
            Ran verified = Ran.of("verify", folder.resolve("out").toString());
            assertEquals(0, verified.exit(), verified::toString);
        }
    }

    @Test
    void withoutATerminalNobodyCanBeAsked() throws IOException {
        String cems = cems(4);
        assertEquals(
                Ran.refused("userports: " + cems
                        + ": observe.operator asks a person, but standard input or output is no terminal; run it"
                        + " in one, with neither redirected"),
                Ran.of("test", "--cems", cems, "--out", folder.resolve("out").toString()));
    }
}
