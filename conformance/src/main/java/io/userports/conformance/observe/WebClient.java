package io.userports.conformance.observe;

import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Secrets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** How the pages of a CEMS are reached: directly, without following where they point, for no longer than {@link #PATIENCE}. */
final class WebClient {
    /** A page on the same network that has not answered by then does not answer. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A longer answer shows no value that a person would look for. */
    static final int MOST_OCTETS = 1024 * 1024;

    private WebClient() {}

    /** One for the whole run: a client has a thread of its own that cannot be ended. */
    private static final class Strict {
        private static final HttpClient CLIENT = builder().build();
    }

    private static final class Trusting {
        private static final HttpClient CLIENT =
                builder().sslContext(trusting()).build();
    }

    static HttpClient of(boolean trustAnyCertificate) {
        return trustAnyCertificate ? Trusting.CLIENT : Strict.CLIENT;
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE);
    }

    /** {@return what asks for {@code url} with {@code headers}, both as they are declared} */
    static HttpRequest request(String url, Map<String, String> headers, Placeholders placeholders) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address(url, placeholders));
        filled(headers, placeholders).forEach(builder::header);
        return builder.build();
    }

    /** {@return what {@code url} becomes; refuses what is no address then} */
    static URI address(String url, Placeholders placeholders) {
        URI address = URI.create(Secrets.fill(placeholders.fill(url)));
        if (address.getHost() == null) {
            throw new IllegalArgumentException("no host");
        }
        return address;
    }

    static Map<String, String> filled(Map<String, String> headers, Placeholders placeholders) {
        Map<String, String> filled = new HashMap<>();
        headers.forEach((name, value) -> filled.put(name, Secrets.fill(placeholders.fill(value))));
        return filled;
    }

    /** Of an answer that is longer than {@link #MOST_OCTETS}. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** {@return in words why there is no answer} */
    static String reason(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "has not answered within " + PATIENCE.toSeconds() + " s";
        }
        if (cause instanceof TooLong) {
            return "said more than " + MOST_OCTETS + " octets";
        }
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException
                    ? "has a name that stands for no address"
                    : "refused the connection";
        }
        if (cause instanceof SSLException) {
            return "showed a certificate that is not trusted (trust-any-certificate: true accepts any), or broke the"
                    + " handshake: " + cause.getMessage();
        }
        return "broke the connection: " + cause.getMessage();
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, TrustAny.factory().getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
