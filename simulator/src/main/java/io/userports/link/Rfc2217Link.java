package io.userports.link;

import io.userports.telnet.ComPort;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A serial port with its lines that is served over telnet (RFC 2217) to one client at a time.
 *
 * <p>The Request To Send of the client is the Clear To Send of the meter and its Data Terminal Ready the Data Set Ready,
 * as on a crossed cable. While one client holds the port, another is told so and sent away. A thread that sleeps until
 * something comes in answers, and looks now and then whether the client is still there; what leaves is written by the
 * writer of the port.
 */
final class Rfc2217Link implements Link {
    private static final byte[] IN_USE =
            "The port is in use by another client.\r\n".getBytes(StandardCharsets.US_ASCII);

    /** As a selector is told to wait. */
    private static final long FOR_EVER = 0;

    private static final long STACK_OCTETS = 256 * 1024;

    private final ServerSocketChannel server;
    private final Selector selector;
    private final String address;
    private final LineRate rate;
    private final DataRequest request;
    private final long longestSilence;
    private final TcpTable connections = TcpTable.here();
    private final Thread thread;
    private Optional<Rfc2217Client> client = Optional.empty();
    private Optional<LinkException> broken = Optional.empty();
    private long heardBefore;
    private boolean closed;

    private Rfc2217Link(
            ServerSocketChannel server,
            Selector selector,
            String address,
            LineRate rate,
            DataRequest request,
            long longestSilence) {
        this.server = server;
        this.selector = selector;
        this.address = address;
        this.rate = rate;
        this.request = request;
        this.longestSilence = longestSilence;
        this.thread = new Thread(null, this::run, "userports serving " + address(), STACK_OCTETS);
        thread.setDaemon(true);
    }

    static Rfc2217Link open(String host, int port, LineRate rate, DataRequest request) {
        return open(host, port, rate, request, Silence.LONGEST_NANOS);
    }

    /** The same; for so many nanoseconds a client may have vanished and holds the port. */
    static Rfc2217Link open(String host, int port, LineRate rate, DataRequest request, long longestSilence) {
        ServerSocketChannel server = TcpLink.listen("rfc2217", host, port);
        try {
            Selector selector = Selector.open();
            server.register(selector, SelectionKey.OP_ACCEPT);
            String address = host + ":" + server.socket().getLocalPort();
            Rfc2217Link link = new Rfc2217Link(server, selector, address, rate, request, longestSilence);
            link.thread.start();
            return link;
        } catch (IOException e) {
            TcpLink.closeQuietly(server);
            throw LinkException.of(
                    "rfc2217 " + host + ":" + port + ": cannot be served (" + e.getMessage() + "); start it again", e);
        }
    }

    @Override
    public String address() {
        return "rfc2217://" + address;
    }

    @Override
    public Optional<LineRate> pace() {
        return Optional.of(rate);
    }

    @Override
    public boolean startsOnRequest() {
        return request.startsAtOnce();
    }

    @Override
    public synchronized boolean ready() {
        broken.ifPresent(e -> {
            throw e;
        });
        return !closed && client.isPresent() && answered(client.get()::begin, false);
    }

    @Override
    public synchronized int write(byte[] unit, int from, int to) {
        return closed || client.isEmpty() ? -1 : answered(() -> client.get().write(unit, from, to), -1);
    }

    /** What a driver makes of it is sent as octets; a client that wants to know more is told. */
    @Override
    public synchronized boolean signal(Signal signal, byte[] octets) {
        int state = signal == Signal.BREAK ? ComPort.BREAK_DETECTED : ComPort.FRAMING_ERROR;
        if (!closed && client.isPresent()) {
            answered(() -> told(state), false);
        }
        return false;
    }

    private boolean told(int state) throws IOException {
        client.get().notifyLine(state);
        return true;
    }

    @Override
    public Optional<Receiver> farEnd() {
        int colon = address.lastIndexOf(':');
        return Optional.of(
                RemoteReceiver.open(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), rate));
    }

    @Override
    public synchronized long heard() {
        return heardBefore + client.map(Rfc2217Client::heard).orElse(0L);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            leave();
            TcpLink.closeQuietly(server);
            try {
                selector.close();
            } catch (IOException e) {
                // Nothing is watched any more.
            }
        }
    }

    private interface Use<T> {
        T use() throws IOException;
    }

    /** {@return what came of it; {@code gone} when the client is gone, who is forgotten then} */
    private <T> T answered(Use<T> use, T gone) {
        try {
            return use.use();
        } catch (IOException e) {
            leave();
            return gone;
        }
    }

    private synchronized void leave() {
        heardBefore = heard();
        client.ifPresent(Rfc2217Client::close);
        client = Optional.empty();
    }

    private void run() {
        try {
            while (goOn()) {
                Optional<Rfc2217Client> there = client();
                selector.select(there.isPresent() ? TimeUnit.NANOSECONDS.toMillis(Silence.LOOK_NANOS) : FOR_EVER);
                // Not within the monitor: the system may have many connections to tell of. Who comes is let in here
                // only.
                if (there.map(Rfc2217Client::hasVanished).orElse(false)) {
                    leave();
                }
            }
        } catch (IOException e) {
            synchronized (this) {
                broken = Optional.of(LinkException.of(
                        address() + " accepts no more clients (" + e.getMessage() + "); start it again", e));
            }
        }
    }

    private synchronized Optional<Rfc2217Client> client() {
        return client;
    }

    private synchronized boolean goOn() throws IOException {
        if (closed) {
            return false;
        }
        selector.selectedKeys().clear();
        if (client.isPresent()) {
            answered(this::received, false);
        }
        for (SocketChannel c = server.accept(); c != null; c = server.accept()) {
            accept(c);
        }
        return true;
    }

    private boolean received() throws IOException {
        client.get().receive();
        return true;
    }

    private void accept(SocketChannel channel) {
        // First whether the client before has left meanwhile: who comes back at once finds the port free.
        if (client.isPresent()) {
            answered(this::received, false);
        }
        try {
            if (client.isPresent()) {
                channel.configureBlocking(false);
                channel.write(ByteBuffer.wrap(IN_USE));
                channel.close();
            } else {
                client = Optional.of(Rfc2217Client.greeted(
                        TelnetChannel.of(channel, selector), silence(channel), rate, request.line()));
            }
        } catch (IOException e) {
            // Gone before they were greeted.
            TcpLink.closeQuietly(channel);
        }
    }

    private Silence silence(SocketChannel channel) throws IOException {
        InetSocketAddress here = (InetSocketAddress) channel.getLocalAddress();
        InetSocketAddress there = (InetSocketAddress) channel.getRemoteAddress();
        return new Silence(() -> connections.unanswered(here, there), longestSilence, System.nanoTime());
    }
}
