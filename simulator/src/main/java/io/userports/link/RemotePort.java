package io.userports.link;

import io.userports.wire.LineRate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A serial port of another machine, reached over telnet (RFC 2217); a connection that breaks is made again.
 *
 * <p>A thread that takes what comes in, and looks ten times a second whether the other side still answers, keeps the
 * connection. Any thread may use the port.
 */
final class RemotePort implements AutoCloseable {
    static final String REMEDY = "in ser2net its accepter is telnet(rfc2217),tcp,PORT";

    private static final int CONNECT_MILLIS = 5000;
    /** How long the other side may take to agree on a serial port and its settings. */
    private static final long SET_UP_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** How often it is looked whether the other side is still there. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** Soon enough to be there a second after the other side is, seldom enough not to be a nuisance. */
    private static final int AGAIN_MILLIS = 250;
    /** A server that does not answer by then is asked again. */
    private static final int CONNECT_AGAIN_MILLIS = 700;

    private static final long STACK_OCTETS = 256 * 1024;

    private final String url;
    private final String host;
    private final int port;
    private final LineRate rate;
    private final DataRequest.Line line;
    private final RemoteSession.Inlet inlet;
    private final Selector selector;
    private final Thread thread;
    private final Interruptions interruptions;
    private Optional<RemoteSession> session = Optional.empty();
    /** Why the connection broke, until it is whole again. */
    private Optional<String> lost = Optional.empty();

    /** Whether the port has been set once: what ends the connection after that is an interruption. */
    private boolean wasSet;

    private boolean closed;
    /** Of the keeper alone. */
    private long nextLook = System.nanoTime();

    private RemotePort(
            String host, int port, LineRate rate, DataRequest.Line line, RemoteSession.Inlet inlet, Selector selector) {
        this.url = "rfc2217://" + host + ":" + port;
        this.host = host;
        this.port = port;
        this.rate = rate;
        this.line = line;
        this.inlet = inlet;
        this.selector = selector;
        this.interruptions = new Interruptions("serial:" + url + ":");
        this.thread = new Thread(null, this::run, "userports keeping " + url, STACK_OCTETS);
        thread.setDaemon(true);
    }

    /** {@return the port, set to {@code rate}, 8N1, no flow control; octets that come in go to {@code inlet}} */
    static RemotePort open(String host, int port, LineRate rate, DataRequest.Line line, RemoteSession.Inlet inlet) {
        RemotePort remote = null;
        boolean set = false;
        try {
            remote = new RemotePort(host, port, rate, line, inlet, Selector.open());
            remote.connect(CONNECT_MILLIS);
            remote.thread.start();
            remote.awaitSet();
            set = true;
            return remote;
        } catch (IOException e) {
            throw LinkException.of(
                    "serial:rfc2217://" + host + ":" + port + ": cannot be reached (" + reason(e)
                            + "); start its server or correct host and port",
                    e);
        } finally {
            if (remote != null && !set) {
                remote.close();
            }
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    String url() {
        return url;
    }

    private synchronized void awaitSet() {
        long end = System.nanoTime() + SET_UP_NANOS;
        try {
            // Before anybody looks, the connection may have ended again.
            while (!wasSet && !isSet()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                Optional<String> refusal = session.flatMap(RemoteSession::refusal);
                if (refusal.isPresent()) {
                    throw LinkException.of("serial:" + url + ": " + refusal.get());
                }
                if (session.isEmpty()) {
                    throw LinkException.of("serial:" + url + ": its server ends the connection at once; its device is"
                            + " missing or in use by another client");
                }
                if (left <= 0) {
                    throw LinkException.of(
                            "serial:" + url + ": does not answer as a serial port (RFC 2217); " + REMEDY);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LinkException.of("serial:" + url + ": the opening was interrupted", e);
        }
    }

    private void connect(int millis) throws IOException {
        InetSocketAddress there = new InetSocketAddress(host.replaceAll("^\\[|\\]$", ""), port);
        if (there.isUnresolved()) {
            throw new IOException("there is no host '" + host + "'");
        }
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(there, millis);
            synchronized (this) {
                session = Optional.of(RemoteSession.begun(TelnetChannel.of(channel, selector), rate, line, inlet));
            }
        } catch (IOException e) {
            boolean reached = channel.isConnected();
            TcpLink.closeQuietly(channel);
            if (!reached) {
                throw e;
            }
            // It was let in and sent away before it could say anything: as if it had been a moment later.
        }
    }

    private void run() {
        while (!isClosed()) {
            try {
                if (isConnected()) {
                    long wait = TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime());
                    selector.select(Math.max(1, wait));
                    receive();
                } else {
                    again();
                }
            } catch (IOException | RuntimeException e) {
                lost(reason(e));
            } catch (InterruptedException e) {
                // Nobody interrupts it but to end it.
                return;
            }
        }
    }

    /** After a while each time: one that lets in and sends away at once is not asked a thousand times a second. */
    private void again() throws InterruptedException {
        pause();
        if (isClosed()) {
            return;
        }
        try {
            connect(CONNECT_AGAIN_MILLIS);
        } catch (IOException e) {
            // Asked again after a while.
        }
    }

    private synchronized void pause() throws InterruptedException {
        if (!closed) {
            wait(AGAIN_MILLIS);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean isConnected() {
        return session.isPresent();
    }

    private synchronized void receive() {
        selector.selectedKeys().clear();
        used(
                s -> {
                    s.receive();
                    look(s);
                    return true;
                },
                false);
        if (lost.isPresent() && isSet()) {
            interruptions.end(lost.get() + ", and was made again");
            lost = Optional.empty();
        }
        notifyAll();
    }

    private boolean isSet() {
        return session.map(RemoteSession::isSet).orElse(false);
    }

    private void look(RemoteSession there) throws IOException {
        long now = System.nanoTime();
        if (now - nextLook >= 0) {
            nextLook = now + LOOK_NANOS;
            if (lost.isPresent() && there.refusal().isPresent()) {
                String why = there.refusal().get();
                interruptions.say(lost.get() + "; made again, it " + why);
                throw new IOException(why);
            }
            there.look();
        }
    }

    /** What is done with a connection. */
    interface Use<T> {
        T of(RemoteSession session) throws IOException;
    }

    /** {@return what comes of {@code use}; {@code otherwise} when there is no connection, or none any more} */
    synchronized <T> T used(Use<T> use, T otherwise) {
        if (session.isEmpty() || closed) {
            return otherwise;
        }
        try {
            return use.of(session.get());
        } catch (IOException e) {
            lost(reason(e));
            return otherwise;
        }
    }

    private synchronized void lost(String why) {
        wasSet |= isSet();
        session.ifPresent(RemoteSession::close);
        session = Optional.empty();
        if (lost.isEmpty() && !closed) {
            lost = Optional.of("the connection broke (" + why + ")");
            interruptions.begin(lost.get() + "; it is made again as soon as its server is there");
        }
        notifyAll();
    }

    /** {@return each time that the connection has broken} */
    Interruptions interruptions() {
        return interruptions;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            session.ifPresent(RemoteSession::close);
            session = Optional.empty();
            try {
                selector.close();
            } catch (IOException e) {
                // Nothing is watched any more.
            }
        }
    }
}
