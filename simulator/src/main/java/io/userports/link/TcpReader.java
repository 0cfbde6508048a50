package io.userports.link;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One who reads from a {@link TcpLink}: whole units only, whatever their appetite. */
final class TcpReader {
    /** About what a pseudo-terminal holds; the system's own megabytes would be an hour of stale telegrams. */
    private static final int SEND_BUFFER = 16 * 1024;

    /** At each boundary so much of what a reader sends is heard: a flood waits at its own end and makes nothing late. */
    private static final int MOST_READS = 16;

    private static final int READ_AT_ONCE = 4096;

    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final String address;
    private final ByteBuffer heard = ByteBuffer.allocate(READ_AT_ONCE);
    private byte[] unit = NOTHING;
    private int taken;
    private boolean joined;
    private long missed;
    private final AtomicLong heardOctets;

    private TcpReader(SocketChannel channel, String address, AtomicLong heardOctets) {
        this.channel = channel;
        this.address = address;
        this.heardOctets = heardOctets;
    }

    /** {@return the reader at the other end, who joins at the next boundary; empty when it has left already} */
    static Optional<TcpReader> of(SocketChannel channel, AtomicLong heardOctets) {
        String address = channel.socket().getInetAddress().getHostAddress() + ":"
                + channel.socket().getPort();
        TcpReader reader = new TcpReader(channel, address, heardOctets);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            return Optional.of(reader);
        } catch (IOException e) {
            reader.close();
            return Optional.empty();
        }
    }

    /** Comes to a boundary: hands over what is owed and joins the next unit if nothing is; false when gone. */
    boolean settle() {
        try {
            // The ports do not listen. A reader may close its own sending side and still read, so its end says nothing.
            int n = channel.read(heard.clear());
            for (int more = MOST_READS; n > 0; n = more-- > 0 ? channel.read(heard.clear()) : 0) {
                heardOctets.addAndGet(n);
            }
            joined = true;
            if (!push(unit, unit.length)) {
                return false;
            }
            joined = taken == unit.length;
            if (joined) {
                unit = NOTHING;
                taken = 0;
            }
            return true;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    /** Hands over the unit up to {@code to}, as far as the socket takes it; false when the reader is gone. */
    boolean push(byte[] unit, int to) {
        this.unit = unit;
        try {
            if (taken < to) {
                taken += channel.write(ByteBuffer.wrap(unit, taken, to - taken));
            }
            return true;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    /** {@return whether the current unit is meant for this reader} */
    boolean joined() {
        return joined;
    }

    /** {@return how many octets of the current unit are handed over} */
    int taken() {
        return taken;
    }

    /** A unit was not for this reader. */
    void miss() {
        missed++;
    }

    /** {@return how it did so far} */
    Link.Reader reader() {
        return new Link.Reader(address, missed);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
