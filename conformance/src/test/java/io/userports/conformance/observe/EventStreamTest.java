package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the JDK's server, which sends what is put into its queue; END ends the stream. */
final class EventStreamTest {
    private static final String END = "END";

    private final BlockingQueue<String> parts = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String url;
    private volatile int status = 200;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                accepted.add(exchange.getRequestHeaders().getFirst("Accept"));
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(status, 0);
                for (String part = parts.take(); !part.equals(END); part = parts.take()) {
                    exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    @AfterEach
    void end() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Watched watched() {
        return Watched.begin("{sse: {url: \"" + url + "\"}, values: [{topic: state, at: /p, quantity: power-net},"
                + " {topic: message, quantity: text}]}");
    }

    @Test
    void eventsAreMessagesAndTheirNamesTopics() {
        parts.add("retry: 100\nid: 1\nevent: ping\ndata: {}\n\n");
        parts.add("event: state\ndata: {\"p\":\ndata: 1}\n\n");
        parts.add(": a comment\r\n\r\nevent:state\r\ndata:{\"p\":");
        parts.add("2}\r\n\r\ndata: hello\n\nevent: state\n\n");
        parts.add("event: state\ndata: {\"p\": 3}\n\nevent: state\ndata: {\"p\": 4}\n");
        try (Watched watched = watched()) {
            watched.awaitAll("power-net 1", "power-net 2", "text hello", "power-net 3");
            assertEquals(List.of("text/event-stream"), List.copyOf(accepted));
        }
    }

    @Test
    void aStreamThatEndsShowsNothingUntilItIsThereAgain() {
        parts.add("event: state\ndata: {\"p\": 1}\n\n");
        try (Watched watched = watched()) {
            watched.awaitAll("power-net 1");
            parts.add(END);
            watched.awaitAll(
                    "power-net 1", "? " + url + " ended the stream (no answer that can be read)", "power-net -");
            parts.add("event: state\ndata: {\"p\": 2}\n\n");
            watched.awaitLast("power-net 2");
        }
    }

    @Test
    void anErrorIsTold() {
        status = 404;
        parts.add(END);
        parts.add(END);
        try (Watched watched = watched()) {
            watched.awaitAll("? " + url + " answered 404 (no answer that can be read)");
        }
    }

    @Test
    void whoIsNotThereIsTold() {
        server.stop(0);
        try (Watched watched = watched()) {
            watched.awaitAll("? " + url + " refused the connection (no answer that can be read)");
        }
    }
}
