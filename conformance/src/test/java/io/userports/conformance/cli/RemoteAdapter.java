package io.userports.conformance.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A serial device that ser2net serves to the network by RFC 2217; ser2net can be ended and started again. */
final class RemoteAdapter implements AutoCloseable {
    private static final Path SER2NET = Path.of("/usr/sbin/ser2net");

    private final int port;
    private final Path file;
    private Process server;

    private RemoteAdapter(int port, Path file) {
        this.port = port;
        this.file = file;
    }

    /** {@return whether there is a ser2net here} */
    static boolean isThere() {
        return Files.isExecutable(SER2NET);
    }

    static RemoteAdapter of(Path folder, Path device) throws IOException, InterruptedException {
        int port = freePort();
        RemoteAdapter adapter = new RemoteAdapter(
                port,
                Files.writeString(
                        folder.resolve("ser2net.yaml"),
                        """
                        %%YAML 1.1
                        ---
                        connection: &adapter
                          accepter: telnet(rfc2217),tcp,127.0.0.1,%d
                          connector: serialdev,%s,115200n81,local
                        """
                                .formatted(port, device)));
        adapter.start();
        return adapter;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "rfc2217://127.0.0.1:" + port;
    }

    void start() throws IOException, InterruptedException {
        server = new ProcessBuilder(
                        Unprivileged.command(List.of(SER2NET.toString(), "-n", "-u", "-c", file.toString())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isListening()) {
            if (System.nanoTime() - end > 0 || !server.isAlive()) {
                throw new IOException("ser2net does not listen");
            }
            Thread.sleep(10);
        }
    }

    /** Listens there, as the system tells: a connection would be a client, and keep others out. */
    private boolean isListening() throws IOException {
        String entry = ":%04X 00000000:0000 0A ".formatted(port);
        return Files.readString(Path.of("/proc/net/tcp")).contains(entry);
    }

    /** Ends the server, and with it the connection. */
    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }
}
