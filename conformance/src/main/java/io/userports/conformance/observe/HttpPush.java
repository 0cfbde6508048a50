package io.userports.conformance.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.userports.conformance.cems.Observe;
import io.userports.conformance.verdict.RigBroken;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of ours, to which a CEMS posts what it shows. */
final class HttpPush implements Observer {
    private static final int THREADS = 4;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int NO_BODY = -1;

    private final Observe.HttpPush declared;
    private final Interpreter interpreter;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "userports observe http-push");
        thread.setDaemon(true);
        return thread;
    });

    private HttpPush(Observe.HttpPush declared, Interpreter interpreter, HttpServer server) {
        this.declared = declared;
        this.interpreter = interpreter;
        this.server = server;
    }

    /**
     * {@return the server, begun}
     *
     * @throws RigBroken when it cannot listen there
     */
    static HttpPush begin(Observe.HttpPush declared, Interpreter interpreter) {
        try {
            InetSocketAddress address = new InetSocketAddress(declared.host(), declared.port());
            HttpPush push = new HttpPush(declared, interpreter, HttpServer.create(address, 0));
            push.server.createContext("/", push::take);
            push.server.setExecutor(push.threads);
            push.server.start();
            return push;
        } catch (IOException e) {
            throw RigBroken.of(
                    "cannot listen on " + declared.listen() + ": " + e.getMessage()
                            + "; see http-push.listen, port 0 is any that is free",
                    e);
        }
    }

    /** {@return where the CEMS posts to} */
    String url() {
        return "http://" + declared.host() + ":" + server.getAddress().getPort() + declared.path();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(answer(exchange), NO_BODY);
        }
    }

    private int answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(declared.path())) {
            unreadable(exchange, "that is not " + declared.path());
            return NOT_FOUND;
        }
        if (!Set.of("POST", "PUT").contains(exchange.getRequestMethod())) {
            unreadable(exchange, "neither POST nor PUT");
            return WRONG_METHOD;
        }
        byte[] octets = exchange.getRequestBody().readNBytes(WebClient.MOST_OCTETS + 1);
        if (octets.length > WebClient.MOST_OCTETS) {
            unreadable(exchange, "more than " + WebClient.MOST_OCTETS + " octets");
            return TOO_LARGE;
        }
        interpreter.take(Message.of(new String(octets, StandardCharsets.UTF_8)));
        return OK;
    }

    private void unreadable(HttpExchange exchange, String why) {
        interpreter.unreadable(exchange.getRequestMethod() + " " + exchange.getRequestURI(), why, System.nanoTime());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
