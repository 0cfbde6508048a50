package io.userports.conformance.process;

import io.userports.conformance.cems.Expression;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Ready;
import io.userports.conformance.verdict.RigBroken;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether one CEMS has shown that it is ready, by the sign that was declared; asked for again and again until it has. */
public final class Readiness implements AutoCloseable {
    private static final int ANSWER_MILLIS = 1000;
    private static final long PAUSE_MILLIS = 20;

    private final Optional<Expression> line;
    private volatile Optional<String> lacking;
    private volatile Optional<RigBroken> broken = Optional.empty();
    private volatile boolean closed;

    private Readiness(Optional<Expression> line, Optional<String> lacking) {
        this.line = line;
        this.lacking = lacking;
    }

    /** {@return the readiness of a CEMS that is about to be started with {@code placeholders}} */
    public static Readiness of(Ready ready, Placeholders placeholders) {
        if (!ready.line().isEmpty()) {
            return new Readiness(
                    Optional.of(Expression.of("start.ready.line", ready.line())),
                    Optional.of(
                            "no line like " + Quoted.of(ready.line()) + " on its standard output or standard error"));
        }
        if (!ready.http().isEmpty()) {
            String url = placeholders.fill(ready.http());
            return probing(() -> answer(url));
        }
        if (!ready.tcp().isEmpty()) {
            String address = placeholders.fill(ready.tcp());
            return probing(() -> connection(address));
        }
        return new Readiness(Optional.empty(), Optional.empty());
    }

    /**
     * {@return what is still missing, in words; empty once it is ready}
     *
     * @throws RigBroken when that cannot be told, because of the pattern
     */
    public Optional<String> lacking() {
        broken.ifPresent(e -> {
            throw e;
        });
        return lacking;
    }

    /** Shows it a line that the CEMS has written; never throws, so that whoever reads reads on. */
    public void line(String text) {
        if (lacking.isEmpty() || line.isEmpty() || broken.isPresent()) {
            return;
        }
        try {
            if (line.get().find(text).isPresent()) {
                lacking = Optional.empty();
            }
        } catch (RigBroken e) {
            broken = Optional.of(e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private static Readiness probing(Supplier<Optional<String>> probe) {
        Readiness readiness = new Readiness(Optional.empty(), Optional.of("nothing was asked yet"));
        Thread thread = new Thread(() -> readiness.probe(probe), "userports cems readiness");
        thread.setDaemon(true);
        thread.start();
        return readiness;
    }

    private void probe(Supplier<Optional<String>> probe) {
        try {
            while (!closed && lacking.isPresent()) {
                lacking = probe.get();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> answer(String url) {
        String what = "no answer of 200 to 299 from " + Quoted.of(url);
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty("Connection", "close");
            try {
                int status = connection.getResponseCode();
                return status / 100 == 2 ? Optional.empty() : Optional.of(what + ", but " + status);
            } finally {
                connection.disconnect();
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(what + " (" + e.getMessage() + ")");
        }
    }

    private static Optional<String> connection(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            int port = Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(address.substring(0, colon), port), ANSWER_MILLIS);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("no connection to " + Quoted.of(address) + " (" + e.getMessage() + ")");
        }
    }
}
