package io.userports.conformance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The page of a product, on a free port of the loopback, that answers always the same. */
final class BadPage implements AutoCloseable {
    private static final int OK = 200;
    private static final int LENGTH_UNKNOWN = 0;

    private final int port;
    private final AutoCloseable server;

    private BadPage(int port, AutoCloseable server) {
        this.port = port;
        this.server = server;
    }

    /** What is done with whoever asks. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** {@return one that answers with {@code status} and {@code text}} */
    static BadPage answering(int status, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return answering(exchange -> {
            exchange.sendResponseHeaders(status, octets.length);
            exchange.getResponseBody().write(octets);
        });
    }

    /** {@return one that answers with so many blanks} */
    static BadPage answering(long octets) throws IOException {
        return answering(exchange -> {
            exchange.sendResponseHeaders(OK, LENGTH_UNKNOWN);
            OutputStream body = exchange.getResponseBody();
            byte[] some = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (long left = octets; left > 0; left -= some.length) {
                body.write(some);
            }
        });
    }

    private static BadPage answering(Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
        return new BadPage(server.getAddress().getPort(), () -> {
            server.stop(0);
            threads.shutdownNow();
        });
    }

    /** {@return one that lets everybody in and answers nobody} */
    static BadPage mute() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new BadPage(socket.getLocalPort(), socket);
    }

    /** {@return one that is not there} */
    static BadPage absent() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new BadPage(free.getLocalPort(), () -> {});
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
