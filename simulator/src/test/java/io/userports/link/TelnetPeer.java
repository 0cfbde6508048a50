package io.userports.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HexFormat;

/** One side of a telnet connection, octet by octet. */
final class TelnetPeer implements AutoCloseable {
    /** What a server of ours says first: WILL BINARY, DO BINARY, WILL SUPPRESS-GO-AHEAD, DO COM-PORT-OPTION. */
    static final String GREETING = "FFFB00FFFD00FFFB03FFFD2C";

    static final String RTS_ON = "FFFA2C050BFFF0";
    static final String RTS_ON_ANSWER = "FFFA2C690BFFF0";
    static final String RTS_OFF = "FFFA2C050CFFF0";
    static final String RTS_OFF_ANSWER = "FFFA2C690CFFF0";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Socket socket;

    private TelnetPeer(Socket socket) {
        this.socket = socket;
    }

    /** {@return the client of that link of ours, greeted} */
    static TelnetPeer to(Link link) throws IOException {
        TelnetPeer peer = connected(link);
        peer.expect(GREETING);
        return peer;
    }

    static TelnetPeer connected(Link link) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(
                "127.0.0.1", Integer.parseInt(link.address().split(":")[2])));
        return new TelnetPeer(socket);
    }

    static TelnetPeer of(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        return new TelnetPeer(socket);
    }

    TelnetPeer say(String hex) throws IOException {
        socket.getOutputStream().write(HEX.parseHex(hex));
        return this;
    }

    TelnetPeer expect(String hex) throws IOException {
        String heard = HEX.formatHex(socket.getInputStream().readNBytes(hex.length() / 2));
        if (!heard.equals(hex)) {
            throw new AssertionError("expected " + hex + ", heard " + heard);
        }
        return this;
    }

    /** Reads so many octets, none of which is FF. */
    byte[] read(int octets) throws IOException {
        return socket.getInputStream().readNBytes(octets);
    }

    byte[] readAll() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
