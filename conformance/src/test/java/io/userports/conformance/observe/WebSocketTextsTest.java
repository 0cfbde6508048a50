package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebSocketTextsTest {
    private WebSocketServer server;

    @BeforeEach
    void begin() throws IOException {
        server = new WebSocketServer();
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    private Watched watched(String more) {
        return Watched.begin("{websocket: {url: \"" + server.url() + "\"" + more
                + "}, values: [{at: /params/p, quantity: power-net, unit: W}]}");
    }

    @Test
    void textsAreReadInWhateverPiecesTheyCome() throws IOException, InterruptedException {
        try (Watched watched = watched("")) {
            Socket client = server.client();
            WebSocketServer.send(client, "{\"params\": {\"p\": 371}}");
            byte[] text = "{\"params\": {\"p\": 372}}".getBytes(StandardCharsets.UTF_8);
            WebSocketServer.send(
                    client,
                    WebSocketServer.TEXT,
                    false,
                    ByteBuffer.allocate(8).put(text, 0, 8).array());
            WebSocketServer.send(
                    client,
                    WebSocketServer.CONTINUED,
                    true,
                    new String(text, StandardCharsets.UTF_8).substring(8).getBytes(StandardCharsets.UTF_8));
            WebSocketServer.send(client, WebSocketServer.BINARY, true, text);
            WebSocketServer.send(client, "{\"params\": {\"p\": 373}}");
            watched.awaitAll(
                    "power-net 0.371",
                    "power-net 0.372",
                    "? a binary message (only texts are read)",
                    "power-net 0.373");
        }
    }

    @Test
    void whatIsDeclaredIsSaidFirst() throws InterruptedException {
        try (Watched watched = watched(", first: \"subscribe {env:PATH}\", headers: {X-Token: \"{env:PATH}\"}")) {
            server.client();
            assertEquals(
                    List.of(
                            "GET /rpc HTTP/1.1",
                            "X-Token: " + System.getenv("PATH"),
                            "subscribe " + System.getenv("PATH")),
                    List.of(server.received(), server.received(), server.received()));
            assertEquals(List.of(), watched.seen());
        }
    }

    @Test
    void oneThatIsClosedShowsNothingUntilItIsOpenAgain() throws IOException, InterruptedException {
        try (Watched watched = watched("")) {
            Socket client = server.client();
            WebSocketServer.send(client, "{\"params\": {\"p\": 371}}");
            watched.awaitAll("power-net 0.371");
            WebSocketServer.send(client, WebSocketServer.CLOSE, true, new byte[] {3, (byte) 233, 'b', 'y', 'e'});
            watched.awaitAll(
                    "power-net 0.371",
                    "? " + server.url() + " closed the WebSocket: 1001 bye (no answer that can be read)",
                    "power-net -");
            client.close();
            WebSocketServer.send(server.client(), "{\"params\": {\"p\": 372}}");
            watched.awaitLast("power-net 0.372");
        }
    }

    @Test
    void oneThatIsCutOffShowsNothing() throws IOException, InterruptedException {
        try (Watched watched = watched("")) {
            Socket client = server.client();
            WebSocketServer.send(client, "{\"params\": {\"p\": 371}}");
            watched.awaitAll("power-net 0.371");
            client.close();
            watched.awaitThat(() -> watched.seen().size() == 3);
            assertEquals("power-net -", watched.seen().get(2));
        }
    }

    @Test
    void aTextOfAHundredMegabytesIsNotRead() throws IOException, InterruptedException {
        try (Watched watched = watched("")) {
            Socket client = server.client();
            WebSocketServer.send(client, "{\"params\": {\"p\": 371}}");
            watched.awaitAll("power-net 0.371");
            try {
                byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                WebSocketServer.send(client, WebSocketServer.TEXT, false, megabyte);
                for (int i = 0; i < 99; i++) {
                    WebSocketServer.send(client, WebSocketServer.CONTINUED, false, megabyte);
                }
            } catch (IOException e) {
                // It was cut off, as it should be.
            }
            watched.awaitAll(
                    "power-net 0.371",
                    "? " + server.url() + " said more than 1048576 characters in one message"
                            + " (no answer that can be read)",
                    "power-net -");
        }
    }

    @Test
    void whoIsNotThereIsTold() throws IOException {
        server.close();
        try (Watched watched = watched("")) {
            watched.awaitAll("? " + server.url() + " refused the connection (no answer that can be read)");
        }
    }
}
