package io.userports.link;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * The master side of a pseudo-terminal in raw mode, and what it tells about the other side.
 *
 * <p>Not for several threads at once, except {@link #awaitHangUp} beside one of the others.
 */
final class PseudoTerminal implements AutoCloseable {
    /** So much input is taken at once that whoever sends a little is heard whole, and a flood makes nothing late. */
    private static final int MOST_READS = 16;

    private static final int BUFFER = 4096;
    /** Larger than a struct termios anywhere; its inside is left to the C library. */
    private static final int TERMIOS = 256;
    /** A struct pollfd: int fd, short events, short revents. */
    private static final int POLLFD = 8;

    private static final NativeLong ONE = new NativeLong(1);
    private static final NativeLong TWO = new NativeLong(2);
    private static final NativeLong ALL = new NativeLong(BUFFER);

    private final Posix posix;
    private final int master;
    private final String path;
    private final int wakeRead;
    private final int wakeWrite;
    private final Memory buffer = new Memory(BUFFER);
    private final Memory state;
    private long ignored;
    private final Memory watch = new Memory(2 * POLLFD);

    private PseudoTerminal(Posix posix, int master, String path, int wakeRead, int wakeWrite) {
        this.posix = posix;
        this.master = master;
        this.path = path;
        this.wakeRead = wakeRead;
        this.wakeWrite = wakeWrite;
        this.state = pollfd(master);
    }

    static PseudoTerminal open() {
        Posix posix;
        try {
            posix = Native.load(Platform.C_LIBRARY_NAME, Posix.class);
        } catch (LinkageError e) {
            throw LinkException.of(
                    "pty: the native part of JNA cannot be loaded (" + e.getMessage()
                            + "); start java with -Djna.tmpdir=FOLDER, a folder from which programs may run",
                    e);
        }
        int master = posix.posix_openpt(Posix.O_RDWR | Posix.O_NOCTTY);
        if (master < 0) {
            throw failed(posix, "the system gives no pseudo-terminal", "close some, or use tcp:PORT");
        }
        Memory name = new Memory(BUFFER);
        Memory pipe = new Memory(2L * Integer.BYTES);
        if (posix.grantpt(master) != 0
                || posix.unlockpt(master) != 0
                || posix.ptsname_r(master, name, new NativeLong(BUFFER)) != 0
                || posix.fcntl(master, Posix.F_SETFL, Posix.O_RDWR | Posix.O_NONBLOCK) != 0
                || posix.pipe(pipe) != 0) {
            LinkException failure = failed(posix, "the pseudo-terminal cannot be set up", "use tcp:PORT");
            posix.close(master);
            throw failure;
        }
        PseudoTerminal pty =
                new PseudoTerminal(posix, master, name.getString(0), pipe.getInt(0), pipe.getInt(Integer.BYTES));
        try {
            pty.refresh();
            // What is loaded on first use is loaded now and not when the first unit is due.
            pty.hungUp();
            return pty;
        } catch (LinkException e) {
            pty.close();
            throw e;
        }
    }

    /** {@return the device that readers open} */
    String path() {
        return path;
    }

    /** {@return whether nobody has the device open}; reads and forgets what came in. */
    boolean hungUp() {
        int events = events(state);
        if ((events & Posix.POLLIN) != 0) {
            ignoreInput();
        }
        return (events & Posix.POLLHUP) != 0;
    }

    /** {@return a struct that asks for input; the system tells of a hang-up unasked} */
    private static Memory pollfd(int fd) {
        Memory pollfd = new Memory(POLLFD);
        pollfd.setInt(0, fd);
        pollfd.setShort(4, Posix.POLLIN);
        pollfd.setShort(6, (short) 0);
        return pollfd;
    }

    private static int events(Memory pollfd) {
        return PosixIo.poll(pollfd, ONE, 0) > 0 ? pollfd.getShort(6) : 0;
    }

    /** Returns when nobody has the device open any more, or after {@link #wake}. */
    void awaitHangUp() {
        watch.setInt(0, master);
        watch.setInt(4, 0);
        watch.setInt(POLLFD, wakeRead);
        watch.setInt(POLLFD + 4L, 0);
        watch.setShort(POLLFD + 4L, Posix.POLLIN);
        while (PosixIo.poll(watch, TWO, -1) < 0 && Native.getLastError() == Posix.EINTR) {}
    }

    /** Makes {@link #awaitHangUp} return, now and from now on. */
    void wake() {
        PosixIo.write(wakeWrite, buffer, ONE);
    }

    /** {@return how many octets were taken, 0 when the reader does not read} */
    int write(byte[] octets, int from, int to) {
        int length = Math.min(to - from, BUFFER);
        buffer.write(0, octets, from, length);
        int written = PosixIo.write(master, buffer, new NativeLong(length));
        if (written >= 0) {
            return written;
        }
        int error = Native.getLastError();
        if (error == Posix.EAGAIN || error == Posix.EINTR) {
            return 0;
        }
        throw failed(posix, path + " takes no more octets", "start again");
    }

    /**
     * Reads and forgets what the other side sent: a port that does not listen must not fill up either. Of one who never
     * stops sending it takes some at a time.
     */
    void ignoreInput() {
        int n = PosixIo.read(master, buffer, ALL);
        for (int more = MOST_READS; n > 0; n = more-- > 0 ? PosixIo.read(master, buffer, ALL) : 0) {
            ignored += n;
        }
    }

    /** {@return how many octets the other side sent} */
    long ignored() {
        return ignored;
    }

    /** {@return whether octets wait for the reader} */
    boolean unread() {
        int slave = posix.open(path, Posix.O_RDWR | Posix.O_NOCTTY);
        if (slave < 0) {
            return false;
        }
        // Counting them (FIONREAD) would miss those that the system has not moved to the reader's side yet.
        try (Memory waiting = pollfd(slave)) {
            return (events(waiting) & Posix.POLLIN) != 0;
        } finally {
            posix.close(slave);
        }
    }

    /** Forgets what was written and not read, and makes the terminal raw again, whatever its last reader made of it. */
    void refresh() {
        int slave = posix.open(path, Posix.O_RDWR | Posix.O_NOCTTY);
        if (slave < 0) {
            throw failed(posix, path + " cannot be opened", "start again");
        }
        try (Memory termios = new Memory(TERMIOS)) {
            boolean raw = posix.tcgetattr(slave, termios) == 0;
            posix.cfmakeraw(termios);
            if (!raw
                    || posix.tcsetattr(slave, Posix.TCSANOW, termios) != 0
                    || posix.tcflush(slave, Posix.TCIFLUSH) != 0) {
                throw failed(posix, path + " cannot be made raw", "use tcp:PORT");
            }
        } finally {
            posix.close(slave);
        }
    }

    @Override
    public void close() {
        posix.close(master);
        posix.close(wakeRead);
        posix.close(wakeWrite);
    }

    private static LinkException failed(Posix posix, String what, String remedy) {
        Pointer text = posix.strerror(Native.getLastError());
        return LinkException.of("pty: " + what + " (" + text.getString(0) + "); " + remedy);
    }
}
