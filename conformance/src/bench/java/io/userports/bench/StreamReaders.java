package io.userports.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/** Readers of many ports, all in one thread, that count octets and the ends of telegrams. */
final class StreamReaders implements AutoCloseable {
    private static final long JOIN_MILLIS = 5000;

    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::read, "readers");
    private volatile long telegrams;
    private volatile long octets;

    private StreamReaders() throws IOException {}

    /** {@return readers connected to all of {@code addresses}, which read until they are closed} */
    static StreamReaders of(List<String> addresses) throws IOException {
        StreamReaders readers = new StreamReaders();
        for (String address : addresses) {
            int colon = address.lastIndexOf(':');
            int port = Integer.parseInt(address.substring(colon + 1));
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(address.substring(0, colon), port));
            channel.configureBlocking(false);
            channel.register(readers.selector, SelectionKey.OP_READ);
        }
        readers.thread.setDaemon(true);
        readers.thread.start();
        return readers;
    }

    /** {@return how many octets have arrived at all of them} */
    long octets() {
        return octets;
    }

    /** {@return how many telegrams of P1 have arrived whole at all of them} */
    long telegrams() {
        return telegrams;
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void read() {
        ByteBuffer octets = ByteBuffer.allocate(16 * 1024);
        try {
            while (!thread.isInterrupted()) {
                selector.select(key -> take(key, octets));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(SelectionKey key, ByteBuffer octets) {
        try {
            if (((SocketChannel) key.channel()).read(octets.clear()) < 0) {
                key.cancel();
            }
        } catch (IOException e) {
            key.cancel();
        }
        long ends = 0;
        for (int i = 0; i < octets.position(); i++) {
            ends += octets.get(i) == '!' ? 1 : 0;
        }
        telegrams += ends;
        this.octets += octets.position();
    }
}
