package io.userports.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A socket of this process at the other end of a TCP link. */
final class TcpReceiver implements Receiver {
    /** About what a pseudo-terminal holds; the system's own megabytes would never be full. */
    private static final int RECEIVE_BUFFER = 16 * 1024;

    private static final int CONNECT_MILLIS = 2000;

    private final String address;
    private final Socket socket;
    private final InputStream in;

    private TcpReceiver(String address, Socket socket, InputStream in) {
        this.address = address;
        this.socket = socket;
        this.in = in;
    }

    static TcpReceiver open(String address) {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon).replaceAll("^\\[|\\]$", "");
        Socket socket = new Socket();
        try {
            // Before connecting: it decides what the other side may send at once.
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1))), CONNECT_MILLIS);
            return new TcpReceiver(address, socket, socket.getInputStream());
        } catch (IOException e) {
            try {
                socket.close();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw LinkException.of("tcp " + address + ": cannot be read from here (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public int read(byte[] target, int from, int length, int millis) {
        try {
            socket.setSoTimeout(Math.max(1, millis));
            return in.read(target, from, length);
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public int send(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
            return octets.length;
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
