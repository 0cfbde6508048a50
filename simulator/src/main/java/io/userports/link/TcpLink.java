package io.userports.link;

import io.userports.wire.LineRate;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server of raw octets: everyone who connects reads the same units, each at their own pace.
 *
 * <p>Who connects is let in at the next boundary between units, so there is no thread that accepts and nothing to do
 * while idle. A reader that has not taken its last unit whole misses whole units until it has.
 */
final class TcpLink implements Link {
    private final ServerSocketChannel server;
    private final String address;
    private final LineRate rate;
    private final List<TcpReader> readers = new ArrayList<>();
    private final AtomicLong heard = new AtomicLong();

    private TcpLink(ServerSocketChannel server, String address, LineRate rate) {
        this.server = server;
        this.address = address;
        this.rate = rate;
    }

    static TcpLink open(String host, int port, LineRate rate) {
        ServerSocketChannel server = listen("tcp", host, port);
        return new TcpLink(server, host + ":" + server.socket().getLocalPort(), rate);
    }

    /** {@return a server at that address which never waits; a complaint names the link by {@code kind}} */
    static ServerSocketChannel listen(String kind, String host, int port) {
        InetSocketAddress wanted = new InetSocketAddress(host.replaceAll("^\\[|\\]$", ""), port);
        if (wanted.isUnresolved()) {
            throw LinkException.of(kind + ": there is no host '" + host + "'; give an address of this machine");
        }
        ServerSocketChannel server = null;
        try {
            server = ServerSocketChannel.open();
            server.configureBlocking(false);
            server.bind(wanted);
            return server;
        } catch (IOException | RuntimeException e) {
            closeQuietly(server);
            String why = e instanceof BindException && e.getMessage().contains("in use")
                    ? "the port is in use; end the program that holds it or choose another port"
                    : "cannot be listened on (" + e.getMessage() + "); choose an address of this machine and a port"
                            + " that you may use";
            throw LinkException.of(kind + " " + host + ":" + port + ": " + why, e);
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Optional<LineRate> pace() {
        return Optional.of(rate);
    }

    @Override
    public synchronized boolean ready() {
        accept();
        readers.removeIf(reader -> !reader.settle());
        return readers.stream().anyMatch(TcpReader::joined);
    }

    @Override
    public synchronized int write(byte[] unit, int from, int to) {
        readers.removeIf(reader -> reader.joined() && !reader.push(unit, to));
        int furthest = readers.stream()
                .filter(TcpReader::joined)
                .mapToInt(TcpReader::taken)
                .max()
                .orElse(-1);
        if (furthest < 0) {
            return -1;
        }
        // All are stuck and somebody new waits at the door: the boundary comes now, the stuck ones keep their rest.
        if (furthest <= from && accept()) {
            return to - from;
        }
        return Math.max(0, furthest - from);
    }

    @Override
    public long heard() {
        return heard.get();
    }

    @Override
    public Optional<Receiver> farEnd() {
        return Optional.of(TcpReceiver.open(address));
    }

    @Override
    public synchronized void close() {
        closeQuietly(server);
        readers.forEach(TcpReader::close);
        readers.clear();
    }

    private boolean accept() {
        boolean any = false;
        try {
            for (SocketChannel c = server.accept(); c != null; c = server.accept()) {
                any |= TcpReader.of(c, heard).map(readers::add).orElse(false);
            }
        } catch (ClosedChannelException e) {
            return any;
        } catch (IOException e) {
            throw LinkException.of(address + " accepts no more readers (" + e.getMessage() + "); start it again", e);
        }
        return any;
    }

    static void closeQuietly(Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing was pending in it: neither a listening socket nor one that is given up holds octets.
        }
    }
}
