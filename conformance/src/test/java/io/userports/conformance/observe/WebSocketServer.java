package io.userports.conformance.observe;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** As much of a WebSocket server (RFC 6455) as a CEMS needs: one client at a time, frames as they are put in. */
final class WebSocketServer implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FIN = 0x80;

    static final int CONTINUED = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Socket> clients = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    WebSocketServer() throws IOException {
        Thread thread = new Thread(this::serve, "websocket server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "ws://127.0.0.1:" + listening.getLocalPort() + "/rpc";
    }

    /** {@return the next client, once it has shaken hands} */
    Socket client() throws InterruptedException {
        return clients.take();
    }

    /** {@return the next that a client has said: its request, a header of it, then texts} */
    String received() throws InterruptedException {
        return received.take();
    }

    static void send(Socket client, int opcode, boolean last, byte[] payload) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(opcode | (last ? FIN : 0));
        if (payload.length < 126) {
            out.write(payload.length);
        } else {
            out.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) payload.length >>> shift));
            }
        }
        out.write(payload);
        out.flush();
    }

    static void send(Socket client, String text) throws IOException {
        send(client, TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                DataInputStream in = new DataInputStream(client.getInputStream());
                shakeHands(in, client.getOutputStream());
                clients.add(client);
                read(in);
            } catch (IOException | GeneralSecurityException e) {
                // The client or the server has gone.
            }
        }
    }

    private void shakeHands(DataInputStream in, OutputStream out) throws IOException, GeneralSecurityException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("GET ") || line.startsWith("X-Token:")) {
                received.add(line);
            }
            key = line.startsWith("Sec-WebSocket-Key:") ? line.substring(18).strip() : key;
        }
        byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (char c = (char) in.readUnsignedByte(); c != '\n'; c = (char) in.readUnsignedByte()) {
            line.append(c);
        }
        return line.toString().strip();
    }

    /** Frames of up to 64 KiB, masked as those of all clients. */
    private void read(DataInputStream in) throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            int length = in.readUnsignedByte() & 0x7F;
            byte[] payload = new byte[length < 126 ? length : in.readUnsignedShort()];
            byte[] mask = in.readNBytes(4);
            in.readFully(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (opcode == TEXT) {
                received.add(new String(payload, StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
