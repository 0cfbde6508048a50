package io.userports.conformance.observe;

import io.userports.conformance.cems.Observe.Http;
import io.userports.conformance.cems.Placeholders;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A page that is asked for again and again. */
final class HttpPoll implements Repeating.Look {
    private static final int GOOD = 2;

    private final Http page;
    private final HttpClient client;
    private final HttpRequest request;
    private final Interpreter interpreter;

    private HttpPoll(Http page, Placeholders placeholders, Interpreter interpreter) {
        this.page = page;
        this.client = WebClient.of(page.trustAnyCertificate());
        this.request = WebClient.request(page.url(), page.headers(), placeholders);
        this.interpreter = interpreter;
    }

    static Observer begin(Http page, Placeholders placeholders, Interpreter interpreter) {
        int timeScale = placeholders.value("{time-scale}").map(Integer::valueOf).orElse(1);
        return Repeating.begin("http", page.pause(timeScale).toNanos(), new HttpPoll(page, placeholders, interpreter));
    }

    @Override
    public void once() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, info -> new Capped());
        try {
            take(answer.get(WebClient.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            unavailable(WebClient.reason(e));
        } finally {
            answer.cancel(true);
        }
    }

    private void take(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != GOOD) {
            unavailable("answered " + answer.statusCode());
        } else if (answer.body().isBlank()) {
            unavailable("answered nothing");
        } else {
            interpreter.take(Message.of(answer.body()), System.nanoTime());
        }
    }

    private void unavailable(String why) {
        interpreter.unavailable(page.url() + " " + why, System.nanoTime());
    }

    /** The text of an answer, unless it is too long. */
    private static final class Capped implements BodySubscriber<String> {
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private Subscription subscription;

        @Override
        public CompletionStage<String> getBody() {
            return text;
        }

        @Override
        public void onSubscribe(Subscription begun) {
            subscription = begun;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] some = new byte[buffer.remaining()];
                buffer.get(some);
                octets.write(some, 0, Math.min(some.length, WebClient.MOST_OCTETS + 1 - octets.size()));
            }
            if (octets.size() > WebClient.MOST_OCTETS) {
                subscription.cancel();
                text.completeExceptionally(new WebClient.TooLong());
            }
        }

        @Override
        public void onError(Throwable error) {
            text.completeExceptionally(error);
        }

        @Override
        public void onComplete() {
            text.complete(octets.toString(StandardCharsets.UTF_8));
        }
    }
}
