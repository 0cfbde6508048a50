package io.userports.link;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;

/** The device side of a pseudo-terminal, opened raw in this process for reading only. */
final class PtyReceiver implements Receiver {
    private static final int BUFFER = 64 * 1024;
    /** Larger than a struct termios anywhere; its inside is left to the C library. */
    private static final int TERMIOS = 256;
    /** A struct pollfd: int fd, short events, short revents. */
    private static final int POLLFD = 8;
    /** How long one wait in the system lasts: closing has to wait for it. */
    private static final int TURN_MILLIS = 100;

    private static final NativeLong ONE = new NativeLong(1);

    private final Posix posix;
    private final String path;
    private final int device;
    private final Memory buffer = new Memory(BUFFER);
    private final Memory state = new Memory(POLLFD);
    private volatile boolean closed;
    private boolean released;

    private PtyReceiver(Posix posix, String path, int device) {
        this.posix = posix;
        this.path = path;
        this.device = device;
        state.setInt(0, device);
        state.setShort(4, Posix.POLLIN);
    }

    static PtyReceiver open(String path) {
        Posix posix = Native.load(Platform.C_LIBRARY_NAME, Posix.class);
        int device = posix.open(path, Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK);
        if (device < 0) {
            throw LinkException.of("pty: " + path + " cannot be opened for reading ("
                    + posix.strerror(Native.getLastError()).getString(0) + "); start again");
        }
        PtyReceiver receiver = new PtyReceiver(posix, path, device);
        try (Memory termios = new Memory(TERMIOS)) {
            boolean known = posix.tcgetattr(device, termios) == 0;
            posix.cfmakeraw(termios);
            if (!known || posix.tcsetattr(device, Posix.TCSANOW, termios) != 0) {
                receiver.close();
                throw LinkException.of("pty: " + path + " cannot be made raw; use tcp:PORT");
            }
        }
        return receiver;
    }

    @Override
    public String address() {
        return path;
    }

    @Override
    public int read(byte[] target, int from, int length, int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        while (!closed) {
            int left = (int) Math.max(0, (end - System.nanoTime()) / 1_000_000);
            int count = turn(target, from, length, Math.min(left, TURN_MILLIS));
            if (count != 0 || left == 0) {
                return count;
            }
        }
        return -1;
    }

    private synchronized int turn(byte[] target, int from, int length, int millis) {
        if (released) {
            return -1;
        }
        state.setShort(6, (short) 0);
        if (PosixIo.poll(state, ONE, millis) <= 0) {
            return 0;
        }
        int count = PosixIo.read(device, buffer, new NativeLong(Math.min(length, BUFFER)));
        if (count > 0) {
            buffer.read(0, target, from, count);
            return count;
        }
        int error = count < 0 ? Native.getLastError() : 0;
        return error == Posix.EAGAIN || error == Posix.EINTR ? 0 : -1;
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            if (!released) {
                released = true;
                posix.close(device);
            }
        }
    }
}
