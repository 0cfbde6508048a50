package io.userports.conformance.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.End;
import io.userports.conformance.cems.End.Signal;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Start;
import io.userports.conformance.verdict.RigBroken;
import io.userports.yaml.Amount;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class CemsProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    @Test
    void whatItWritesIsKeptAsItCame() {
        try (CemsProcess cems = start("printf 'a\\377\\033[31m\\r\\n\\000b'; printf 'c' >&2", End.DEFAULT)) {
            awaitEnd(cems);
            assertEquals(List.of("a\uFFFD\033[31m", "\0b"), lines);
            assertArrayEquals(
                    new byte[] {'a', (byte) 0xff, 033, '[', '3', '1', 'm', '\r', '\n', 0, 'b'},
                    cems.standardOutput().octets());
            assertEquals(List.of("c"), errors);
            assertArrayEquals(new byte[] {'c'}, cems.standardError().octets());
        }
    }

    @Test
    void theLastFiftyLinesOfStandardErrorAreItsLastWords() {
        try (CemsProcess cems = start("echo out; seq 1 70 >&2; exit 3", End.DEFAULT)) {
            awaitEnd(cems);
            assertEquals(Optional.of("ended with exit code 3"), cems.ended());
            assertEquals(
                    IntStream.rangeClosed(21, 70).mapToObj(Integer::toString).toList(), cems.lastWords());
        }
    }

    @Test
    void whoEndsWithoutAnyHasSaidItsLastWordsOnStandardOutput() {
        try (CemsProcess cems = start("echo licence; printf expired; exit 3", End.DEFAULT)) {
            awaitEnd(cems);
            assertEquals(List.of("licence", "expired"), cems.lastWords());
        }
    }

    @Test
    void theDeclaredSignalEndsIt() {
        CemsProcess cems = start(
                "trap 'echo hung up; exit' HUP; echo on; while :; do sleep 0.05; done",
                new End(Signal.HUP, Amount.parse("30 s")));
        await().atMost(PATIENCE).until(() -> lines.contains("on"));
        cems.close();
        assertEquals(List.of("on", "hung up"), lines);
    }

    @Test
    void whoIgnoresTheSignalIsKilledWhenItsTimeIsOver() {
        CemsProcess cems = start(
                "trap '' TERM; echo on; while :; do sleep 0.05; done", new End(Signal.TERM, Amount.parse("300 ms")));
        await().atMost(PATIENCE).until(() -> lines.contains("on"));
        long begun = System.nanoTime();
        cems.close();
        assertTrue(System.nanoTime() - begun >= Duration.ofMillis(300).toNanos());
        await().atMost(PATIENCE).until(() -> !cems.isAlive());
    }

    @Test
    void itIsToldItsTimeZone() {
        try (CemsProcess cems = start("echo $TZ", End.DEFAULT)) {
            awaitEnd(cems);
            assertEquals(List.of("Pacific/Auckland"), lines);
        }
    }

    @Test
    void thereIsAGuardBeforeThereIsAProcess() {
        GuardProcess.process().ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> GuardProcess.process().isEmpty());
        Start start = new Start(List.of("/no/such/program", "{p1}"), null, null, null, null, null, null, null);
        assertThrows(
                RigBroken.class,
                () -> CemsProcess.start(start, new Placeholders(Map.of("{p1}", "port")), lines::add, errors::add));
        assertTrue(GuardProcess.process().isPresent());
    }

    @Test
    void aGuardThatTakesOverIsToldOfWhatRunsAlready() throws IOException {
        Process harness = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltedHarness.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        long pid = Long.parseLong(harness.inputReader().readLine());
        try {
            await().atMost(PATIENCE)
                    .until(() ->
                            ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        } finally {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private CemsProcess start(String script, End end) {
        Start start = new Start(List.of("sh", "-c", script, "{p1}"), null, null, null, end, null, null, List.of("UTC"));
        Placeholders placeholders = new Placeholders(Map.of("{p1}", "port", "{tz}", "Pacific/Auckland"));
        return CemsProcess.start(start, placeholders, lines::add, errors::add);
    }

    private static void awaitEnd(CemsProcess cems) {
        await().atMost(PATIENCE).until(() -> cems.ended().isPresent());
        await().atMost(PATIENCE).until(cems::isRead);
    }
}
