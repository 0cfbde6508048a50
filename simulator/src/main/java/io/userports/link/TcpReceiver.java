package io.userports.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A socket of this process at the other end of a TCP link. */
final class TcpReceiver implements Receiver {
    /** About what a pseudo-terminal holds; the system's own megabytes would never be full. */
    private static final int RECEIVE_BUFFER = 16 * 1024;

    private static final int CONNECT_MILLIS = 2000;

    private final String address;
    private final SocketChannel channel;
    private final Selector selector;

    private TcpReceiver(String address, SocketChannel channel, Selector selector) {
        this.address = address;
        this.channel = channel;
        this.selector = selector;
    }

    static TcpReceiver open(String address) {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon).replaceAll("^\\[|\\]$", "");
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            // Before connecting: it decides what the other side may send at once.
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            int port = Integer.parseInt(address.substring(colon + 1));
            channel.socket().connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new TcpReceiver(address, channel, selector);
        } catch (IOException e) {
            TcpLink.closeQuietly(channel);
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
            ByteBuffer octets = ByteBuffer.wrap(target, from, length);
            int count = channel.read(octets);
            if (count == 0) {
                selector.select(Math.max(1, millis));
                selector.selectedKeys().clear();
                count = channel.read(octets);
            }
            return count;
        } catch (IOException | ClosedSelectorException e) {
            return -1;
        }
    }

    @Override
    public int send(byte[] octets) {
        try {
            return channel.write(ByteBuffer.wrap(octets));
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        TcpLink.closeQuietly(channel);
        try {
            // Which ends a read that waits.
            selector.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
