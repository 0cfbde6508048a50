package io.userports.link;

import io.userports.telnet.Telnet;
import io.userports.telnet.TelnetReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import jdk.net.ExtendedSocketOptions;

/**
 * One connection over which octets and telnet commands go, neither of which ever waits.
 *
 * <p>Not for several threads at once, except that one may wait at the selector; its owner's monitor sees to that.
 */
final class TelnetChannel {
    /** About what a pseudo-terminal holds; the system's own megabytes would be an hour of stale telegrams. */
    private static final int SEND_BUFFER = 16 * 1024;
    /** Who asks for so many answers and does not read them wants none. */
    private static final int MOST_OWED = 64 * 1024;

    private static final int MOST_READS = 16;

    /** Whoever has vanished without a word is known to have after that and as many questions, a quarter of a minute. */
    private static final int KEEP_IDLE_SECONDS = 9;

    private static final int KEEP_ASK_SECONDS = 2;
    private static final int KEEP_ASKED = 3;

    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final SelectionKey key;
    private final TelnetReader reader = new TelnetReader();
    private final ByteBuffer buffer = ByteBuffer.allocate(4096);
    /** What must be sent before anything else: answers, and the rest of an octet that is sent twice. */
    private byte[] owed = NOTHING;

    private TelnetChannel(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** {@return that connection, which {@code selector} watches from now on} */
    static TelnetChannel of(SocketChannel channel, Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        keepAlive(channel);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        return new TelnetChannel(channel, channel.register(selector, SelectionKey.OP_READ));
    }

    /** Lets the system ask the other side's whether it is still there; by itself it would begin after two hours. */
    private static void keepAlive(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_IDLE_SECONDS);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ASK_SECONDS);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_ASKED);
        }
    }

    /** Takes apart what has come in; of a flood some, so that others get their turn. */
    void receive(TelnetReader.Sink sink) throws IOException {
        int count = 1;
        for (int i = 0; i < MOST_READS && count > 0; i++) {
            count = channel.read(buffer.clear());
            if (count < 0) {
                throw new EOFException("the other side has ended the connection");
            }
            reader.read(buffer.array(), count, sink);
        }
    }

    /** Sends a command as soon as the other side takes it. */
    void send(byte[] command) throws IOException {
        if (owed.length + command.length > MOST_OWED) {
            throw new IOException("the other side does not read its answers");
        }
        byte[] all = Arrays.copyOf(owed, owed.length + command.length);
        System.arraycopy(command, 0, all, owed.length, command.length);
        owed = all;
        settle();
    }

    /** {@return whether nothing is owed any more, so that content may follow} */
    boolean settle() throws IOException {
        if (owed.length > 0) {
            owed = Arrays.copyOfRange(owed, channel.write(ByteBuffer.wrap(owed)), owed.length);
        }
        int wanted = owed.length == 0 ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
            key.selector().wakeup();
        }
        return owed.length == 0;
    }

    /** {@return how many of the octets the other side takes now} */
    int write(byte[] unit, int from, int to) throws IOException {
        if (!settle()) {
            return 0;
        }
        byte[] content = Telnet.content(unit, from, to);
        int sent = channel.write(ByteBuffer.wrap(content));
        int taken = Telnet.octetsIn(unit, from, sent);
        int whole = Telnet.content(unit, from, from + taken).length;
        if (whole > sent) {
            owed = Arrays.copyOfRange(content, sent, whole);
            settle();
        }
        return taken;
    }

    void close() {
        try {
            channel.close();
            // Its selector lets go of it only when it looks.
            key.selector().wakeup();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
