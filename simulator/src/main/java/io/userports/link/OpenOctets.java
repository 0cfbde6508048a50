package io.userports.link;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import io.userports.adapter.OpenPort;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The octets of an open port that is not waited for: one thread writes, one reads, any may close. */
final class OpenOctets implements AutoCloseable {
    private static final int BUFFER = 4096;
    /** A struct pollfd: int fd, short events, short revents. */
    private static final int POLLFD = 8;
    /** How long one wait for octets lasts, for which closing has to wait. */
    private static final int TURN_MILLIS = 50;

    private static final NativeLong ONE = new NativeLong(1);

    private final OpenPort port;
    private final Memory out = new Memory(BUFFER);
    private final Memory in = new Memory(BUFFER);
    private final Memory state = new Memory(POLLFD);
    /** Shared by those who use the descriptor, held alone by who closes it. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    OpenOctets(OpenPort port) {
        this.port = port;
    }

    /** {@return what the driver says of the port} */
    OpenPort port() {
        return port;
    }

    /** {@return how many octets the driver took, 0 when it has no room, -1 when it is gone} */
    int write(byte[] unit, int from, int to) {
        use.readLock().lock();
        try {
            if (closed) {
                return -1;
            }
            int length = Math.min(to - from, BUFFER);
            out.write(0, unit, from, length);
            return count(PosixIo.write(port.descriptor(), out, new NativeLong(length)));
        } finally {
            use.readLock().unlock();
        }
    }

    /** {@return how many octets came, 0 when none came in time or in a shorter one, -1 when it is gone} */
    int read(byte[] target, int from, int length, int millis) {
        use.readLock().lock();
        try {
            if (closed) {
                return -1;
            }
            state.setInt(0, port.descriptor());
            state.setShort(4, Posix.POLLIN);
            state.setShort(6, (short) 0);
            if (PosixIo.poll(state, ONE, Math.min(millis, TURN_MILLIS)) <= 0) {
                return 0;
            }
            int result = PosixIo.read(port.descriptor(), in, new NativeLong(Math.min(length, BUFFER)));
            // Ready to be read and nothing there is how a terminal ends.
            int count = result == 0 ? -1 : count(result);
            in.read(0, target, from, Math.max(0, count));
            return count;
        } finally {
            use.readLock().unlock();
        }
    }

    private static int count(int result) {
        if (result >= 0) {
            return result;
        }
        int error = Native.getLastError();
        return error == Posix.EAGAIN || error == Posix.EINTR ? 0 : -1;
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            port.close();
        } finally {
            use.writeLock().unlock();
        }
    }
}
