package io.userports.conformance.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Ready;
import io.userports.conformance.verdict.RigBroken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ReadinessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HERE = "127.0.0.1";

    @Test
    void withoutASignEveryCemsIsReady() {
        try (Readiness readiness = Readiness.of(Ready.AT_ONCE, new Placeholders(Map.of()))) {
            assertEquals(Optional.empty(), readiness.lacking());
        }
    }

    @Test
    void aLineThatHoldsThePatternIsASign() {
        Ready ready = new Ready("listening on [0-9]+", null, null);
        try (Readiness readiness = Readiness.of(ready, new Placeholders(Map.of()))) {
            readiness.line("listening on port 80");
            assertEquals(
                    Optional.of("no line like 'listening on [0-9]+' on its standard output or standard error"),
                    readiness.lacking());
            readiness.line("12:00 listening on 80, at last");
            assertEquals(Optional.empty(), readiness.lacking());
            readiness.line("something else");
            assertEquals(Optional.empty(), readiness.lacking());
        }
    }

    @Test
    void aPatternThatTakesTooMuchBreaksTheRigAndHoldsNobodyUp() {
        String pattern = ".*.*.*.*.*.*.*=";
        try (Readiness readiness = Readiness.of(new Ready(pattern, null, null), new Placeholders(Map.of()))) {
            readiness.line("a".repeat(10_000));
            readiness.line("a=");
            assertEquals(
                    "start.ready.line: '" + pattern
                            + "' takes longer than 1 s to look for in a text of 10000 characters,"
                            + " so what the CEMS shows is not seen; write one without repetitions within repetitions",
                    assertThrows(RigBroken.class, readiness::lacking).getMessage());
        }
    }

    @Test
    void aGoodAnswerIsASignAndAnotherIsNone() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext("/api", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        try (Readiness readiness = Readiness.of(new Ready(null, "http://{host}:{port}/api", null), here(port))) {
            String asked = "no answer of 200 to 299 from 'http://127.0.0.1:" + port + "/api', but ";
            awaitLacking(readiness, Optional.of(asked + "503"));
            status.set(302);
            awaitLacking(readiness, Optional.of(asked + "302"));
            status.set(204);
            awaitLacking(readiness, Optional.empty());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPortThatIsOpenIsASign() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            port = socket.getLocalPort();
        }
        try (Readiness readiness = Readiness.of(new Ready(null, null, "{host}:{port}"), here(port))) {
            awaitLacking(readiness, Optional.of("no connection to '127.0.0.1:" + port + "' (Connection refused)"));
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HERE))) {
                awaitLacking(readiness, Optional.empty());
                assertTrue(socket.isBound());
            }
        }
    }

    private static Placeholders here(int port) {
        return new Placeholders(Map.of("{host}", HERE, "{port}", Integer.toString(port)));
    }

    private static void awaitLacking(Readiness readiness, Optional<String> lacking) {
        await().atMost(PATIENCE).until(readiness::lacking, lacking::equals);
    }
}
