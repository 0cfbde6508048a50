package io.userports.conformance.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.bench.CemsStarter.Sockets;
import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Ready;
import io.userports.conformance.cems.Start;
import io.userports.yaml.Amount;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class DeclaredCemsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void itIsToldWhereEverythingIs() {
        String told = "{p1} {p1-host} {p1-port} {s1} {s1-host}{s1-port} {s1-bit-rate} {tz} {host} {port} {dir}";
        Path folder;
        try (Cems cems = start("echo \"$0\"; touch \"$FOLDER/mine\"", told, null, null)) {
            await().atMost(PATIENCE).until(() -> cems.ended().isPresent() && words(cems).length == 10);
            String[] words = words(cems);
            assertEquals(
                    List.of(
                            "127.0.0.1:4000",
                            "127.0.0.1",
                            "4000",
                            "/dev/by-path/usb-0:1",
                            "",
                            "1500000",
                            "UTC",
                            "127.0.0.1"),
                    List.of(words).subList(0, 8));
            assertTrue(Integer.parseInt(words[8]) > 0);
            folder = Path.of(words[9]);
            assertTrue(Files.exists(folder.resolve("mine")));
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void itIsReadyWhenItSaysSo() {
        Ready ready = new Ready("^here I am$", null, null);
        try (Cems cems = start("exec sleep 1000", "{p1}", ready, null)) {
            assertEquals(
                    Optional.of("no line like '^here I am$' on its standard output or standard error"), cems.unready());
        }
        try (Cems cems = start("echo here I am >&2; exec sleep 1000", "{p1}", ready, null)) {
            await().atMost(PATIENCE).until(() -> cems.unready().isEmpty());
        }
    }

    @Test
    void theNextOneIsNotStartedBeforeTheLastHasCooled() {
        CemsStarter starter = starter("exec sleep 1000", "{p1}", null, Amount.parse("300 ms"));
        Sockets sockets = new Sockets("/dev/p1", "", 1_500_000);
        Cems first = starter.start(sockets);
        long running = System.nanoTime();
        first.close();
        starter.start(sockets).close();
        assertTrue(System.nanoTime() - running >= Duration.ofMillis(300).toNanos());
    }

    private static Cems start(String script, String argument, Ready ready, Amount coolDown) {
        return starter(script, argument, ready, coolDown)
                .start(new Sockets("127.0.0.1:4000", "/dev/by-path/usb-0:1", 1_500_000));
    }

    private static CemsStarter starter(String script, String argument, Ready ready, Amount coolDown) {
        Start start = new Start(
                List.of("sh", "-c", script, argument),
                null,
                Map.of("FOLDER", "{dir}"),
                ready,
                null,
                coolDown,
                null,
                null);
        CemsSpec spec = new CemsSpec(
                "v", "p", "1", start, null, CemsSpec.of(CemsSpec.REFERENCE).claims());
        return new DeclaredStarter(spec, ZoneId.of("UTC"), 1);
    }

    private static String[] words(Cems cems) {
        return new String(cems.standardOutput().octets(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
    }
}
