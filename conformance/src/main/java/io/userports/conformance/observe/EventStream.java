package io.userports.conformance.observe;

import io.userports.conformance.cems.Observe.Sse;
import io.userports.conformance.cems.Placeholders;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Server-sent events (WHATWG HTML §9.2); a stream that has ended is asked for again. */
final class EventStream implements Repeating.Look {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int OK = 200;

    private final Sse page;
    private final HttpClient client;
    private final HttpRequest request;
    private final Interpreter interpreter;

    private EventStream(Sse page, Placeholders placeholders, Interpreter interpreter) {
        this.page = page;
        this.client = WebClient.of(page.trustAnyCertificate());
        HttpRequest asked = WebClient.request(page.url(), page.headers(), placeholders);
        this.request = HttpRequest.newBuilder(asked, (name, value) -> !name.equalsIgnoreCase("accept"))
                .header("Accept", "text/event-stream")
                .build();
        this.interpreter = interpreter;
    }

    static Observer begin(Sse page, Placeholders placeholders, Interpreter interpreter) {
        return Repeating.begin("sse", AGAIN_NANOS, new EventStream(page, placeholders, interpreter));
    }

    @Override
    public void once() throws InterruptedException {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        CompletableFuture<HttpResponse<Void>> stream = client.sendAsync(request, taking(status));
        stream.whenComplete((response, error) -> {
            if (error != null) {
                status.completeExceptionally(error);
            }
        });
        try {
            int answered = status.get(WebClient.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answered == OK) {
                stream.get();
            }
            unavailable(answered == OK ? "ended the stream" : "answered " + answered);
        } catch (ExecutionException | TimeoutException e) {
            unavailable(WebClient.reason(e));
        } finally {
            stream.cancel(true);
        }
    }

    private BodyHandler<Void> taking(CompletableFuture<Integer> status) {
        return info -> {
            status.complete(info.statusCode());
            Events events = new Events();
            LineCutter lines = new LineCutter(WebClient.MOST_OCTETS, events::line);
            return info.statusCode() == OK
                    ? BodyHandlers.ofByteArrayConsumer(
                                    some -> some.ifPresent(octets -> lines.add(octets, octets.length)))
                            .apply(info)
                    : BodySubscribers.discarding();
        };
    }

    private void unavailable(String why) {
        interpreter.unavailable(page.url() + " " + why, System.nanoTime());
    }

    /** Lines become events: an empty one ends each. */
    private final class Events {
        private final StringBuilder data = new StringBuilder();
        private String name = "";

        private void line(String line) {
            if (line.isEmpty()) {
                end();
                return;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            if (field.equals("event")) {
                name = value;
            } else if (field.equals("data") && data.length() < WebClient.MOST_OCTETS) {
                data.append(data.isEmpty() ? "" : "\n").append(value);
            }
        }

        private void end() {
            if (!data.isEmpty()) {
                interpreter.take(new Message(name.isEmpty() ? "message" : name, data.toString()), System.nanoTime());
            }
            data.setLength(0);
            name = "";
        }
    }
}
