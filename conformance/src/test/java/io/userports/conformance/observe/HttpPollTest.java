package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Against the JDK's server; its last answer is given again and again. */
@Execution(ExecutionMode.CONCURRENT)
final class HttpPollTest {
    private static final String GOOD = "{\"p\": 371}";

    /** What the server does with one request. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private String url;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                (answers.size() > 1 ? answers.remove() : answers.element()).to(exchange);
            }
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/data";
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static Answer answer(int status, String text) {
        return exchange -> {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
            exchange.getResponseBody().write(octets);
        };
    }

    private Watched watched(String more) {
        return Watched.begin("{http: {url: \"" + url + "\", every: 100 ms" + more
                + "}, values: [{at: /p, quantity: power-net, unit: W}]}");
    }

    private void isToldAndTakenBack(Answer bad, String why) {
        answers.add(answer(200, GOOD));
        answers.add(bad);
        answers.add(answer(200, GOOD));
        try (Watched watched = watched("")) {
            watched.awaitAll(
                    "power-net 0.371", "? " + why + " (no answer that can be read)", "power-net -", "power-net 0.371");
        }
    }

    @Test
    void aPageIsAskedForAgainAndAgain() {
        answers.add(answer(200, GOOD));
        answers.add(answer(200, "{\"p\": 372.5}"));
        answers.add(answer(200, "{\"p\": null}"));
        try (Watched watched = watched("")) {
            watched.awaitAll("power-net 0.371", "power-net 0.3725", "power-net -");
        }
    }

    @Test
    void whatIsSentAlongIsAsDeclaredWithItsSecretsFilledIn() {
        Queue<String> headers = new ConcurrentLinkedQueue<>();
        answers.add(exchange -> {
            headers.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(200, GOOD).to(exchange);
        });
        try (Watched watched = watched(", headers: {Authorization: \"Bearer {env:PATH}\"}")) {
            watched.awaitAll("power-net 0.371");
            assertEquals("GET /data Bearer " + System.getenv("PATH"), headers.element());
        }
    }

    @Test
    void anErrorIsNoValue() {
        isToldAndTakenBack(answer(500, GOOD), url + " answered 500");
    }

    @Test
    void nobodyFollowsWhereAPagePoints() {
        isToldAndTakenBack(
                exchange -> {
                    exchange.getResponseHeaders().add("Location", url);
                    exchange.sendResponseHeaders(302, -1);
                },
                url + " answered 302");
    }

    @Test
    void anHtmlPageIsNoValue() {
        isToldAndTakenBack(answer(200, "<html>Log in</html>"), url + " answered no JSON: <html>Log in</html>");
    }

    @Test
    void anEmptyAnswerIsNoValue() {
        isToldAndTakenBack(answer(200, ""), url + " answered nothing");
    }

    @Test
    void aHundredMegabytesAreNotRead() {
        isToldAndTakenBack(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    byte[] megabyte = new byte[1 << 20];
                    for (int i = 0; i < 100; i++) {
                        out.write(megabyte);
                    }
                },
                url + " said more than 1048576 octets");
    }

    @Test
    void whoDoesNotAnswerShowsNothing() {
        isToldAndTakenBack(
                exchange -> {
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                url + " has not answered within 2 s");
    }

    @Test
    void whoDripsDoesNotAnswerEither() {
        isToldAndTakenBack(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                url + " has not answered within 2 s");
    }

    @Test
    void whoRefusesIsOnlyNotedUntilItAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        url = "http://127.0.0.1:" + free + "/data";
        try (Watched watched = watched("")) {
            watched.awaitAll("? " + url + " refused the connection (no answer that can be read)");
            HttpServer late = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), free), 0);
            late.createContext("/", exchange -> {
                try (exchange) {
                    answer(200, GOOD).to(exchange);
                }
            });
            late.start();
            watched.awaitLast("power-net 0.371");
            late.stop(0);
            watched.awaitThat(() -> watched.seen().contains("power-net -"));
        }
    }

    @Test
    void aNameThatStandsForNoAddressIsTold() {
        url = "http://no-such-host.invalid/";
        try (Watched watched = watched("")) {
            watched.awaitAll("? " + url + " has a name that stands for no address (no answer that can be read)");
        }
    }
}
