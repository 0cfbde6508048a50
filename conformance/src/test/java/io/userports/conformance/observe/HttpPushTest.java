package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observe;
import io.userports.conformance.verdict.RigBroken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Against the JDK's client. */
final class HttpPushTest {
    private static final String VALUES = "values: [{at: /p, quantity: power-net, unit: W}]";

    private static int send(String method, String url, String text) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .method(method, BodyPublishers.ofString(text))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void whatIsPostedIsRead() throws IOException, InterruptedException {
        try (Watched watched = Watched.begin("{http-push: {path: /telegrams}, " + VALUES + "}")) {
            assertTrue(watched.push().matches("http://127\\.0\\.0\\.1:[0-9]+/telegrams"), watched.push());
            assertEquals(200, send("POST", watched.push(), "{\"p\": 371}"));
            assertEquals(200, send("PUT", watched.push(), "{\"q\": 1}"));
            assertEquals(200, send("POST", watched.push() + "?id=7", "{\"p\": 372}"));
            assertEquals(
                    List.of("power-net 0.371", "? {\"q\": 1} (it has no power-net (at /p))", "power-net 0.372"),
                    watched.seen());
        }
    }

    @Test
    void whatCannotBeReadIsToldAndChangesNothing() throws IOException, InterruptedException {
        try (Watched watched = Watched.begin("{http-push: {}, " + VALUES + "}")) {
            assertEquals(200, send("POST", watched.push(), "{\"p\": 371}"));
            assertEquals(405, send("GET", watched.push(), ""));
            assertEquals(404, send("POST", watched.push() + "elsewhere", "{\"p\": 1}"));
            assertEquals(413, send("POST", watched.push(), " ".repeat(1024 * 1024 + 1)));
            assertEquals(
                    List.of(
                            "power-net 0.371",
                            "? GET / (neither POST nor PUT)",
                            "? POST /elsewhere (that is not /)",
                            "? POST / (more than 1048576 octets)"),
                    watched.seen());
        }
    }

    @Test
    void ofTwoThatArePostedAtOnceTheLaterStampIsThatOfTheLater() throws Exception {
        Observations observations = new Observations();
        Interpreter interpreter = Seen.interpreter("{http-push: {}, " + VALUES + "}", observations);
        HttpPush push = HttpPush.begin(new Observe.HttpPush(null, null), interpreter);
        long released;
        CompletableFuture<Integer> answer;
        synchronized (interpreter) {
            answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return send("POST", push.url(), "{\"p\": 371}");
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            });
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> interpreterIsAwaited());
            released = System.nanoTime();
        }
        assertEquals(200, answer.get());
        push.close();
        assertTrue(observations.since(0).get(0).nanos() >= released);
    }

    private static boolean interpreterIsAwaited() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("userports observe http-push")
                        && thread.getState() == Thread.State.BLOCKED);
    }

    @Test
    void whereNobodyCanListenTheRigIsBroken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String listen = "127.0.0.1:" + taken.getLocalPort();
            assertEquals(
                    "cannot listen on " + listen
                            + ": Address already in use; see http-push.listen, port 0 is any that is free",
                    assertThrows(
                                    RigBroken.class,
                                    () -> Watched.begin("{http-push: {listen: \"" + listen + "\"}, " + VALUES + "}"))
                            .getMessage());
        }
    }
}
