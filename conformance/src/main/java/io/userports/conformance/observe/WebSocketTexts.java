package io.userports.conformance.observe;

import io.userports.conformance.cems.Observe;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Secrets;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The texts of a WebSocket (RFC 6455); one that was closed is opened again. */
final class WebSocketTexts implements Repeating.Look {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Observe.WebSocket declared;
    private final URI address;
    private final Map<String, String> headers;
    private final String first;
    private final Interpreter interpreter;

    private WebSocketTexts(Observe.WebSocket declared, Placeholders placeholders, Interpreter interpreter) {
        this.declared = declared;
        this.address = WebClient.address(declared.url(), placeholders);
        this.headers = WebClient.filled(declared.headers(), placeholders);
        this.first = Secrets.fill(placeholders.fill(declared.first()));
        this.interpreter = interpreter;
    }

    static Observer begin(Observe.WebSocket declared, Placeholders placeholders, Interpreter interpreter) {
        return Repeating.begin("websocket", AGAIN_NANOS, new WebSocketTexts(declared, placeholders, interpreter));
    }

    @Override
    public void once() throws InterruptedException {
        WebSocket.Builder builder = WebClient.of(declared.trustAnyCertificate())
                .newWebSocketBuilder()
                .connectTimeout(WebClient.PATIENCE);
        headers.forEach(builder::header);
        Texts texts = new Texts();
        CompletableFuture<WebSocket> opening = builder.buildAsync(address, texts);
        try {
            WebSocket socket = opening.get(WebClient.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!first.isEmpty()) {
                socket.sendText(first, true).get(WebClient.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            unavailable(texts.closed.get());
        } catch (ExecutionException | TimeoutException e) {
            unavailable(WebClient.reason(e));
        } finally {
            opening.whenComplete((socket, error) -> {
                if (socket != null) {
                    socket.abort();
                }
            });
        }
    }

    private void unavailable(String why) {
        interpreter.unavailable(declared.url() + " " + why, System.nanoTime());
    }

    /** Puts the parts of texts together. */
    private final class Texts implements WebSocket.Listener {
        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (text.length() > WebClient.MOST_OCTETS) {
                closed.complete("said more than " + WebClient.MOST_OCTETS + " characters in one message");
                socket.abort();
                return null;
            }
            if (last) {
                interpreter.take(Message.of(text.toString()), System.nanoTime());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            interpreter.unreadable("a binary message", "only texts are read", System.nanoTime());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete("closed the WebSocket: " + (code + " " + reason).strip());
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete("broke the WebSocket: " + error.getMessage());
        }
    }
}
