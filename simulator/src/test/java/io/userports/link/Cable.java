package io.userports.link;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A serial device of a test, which can be unplugged and plugged in again: a symbolic link to one side of a
 * pseudo-terminal, of which the test holds the other.
 */
public final class Cable implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final NativeLong ONE = new NativeLong(1);

    private final Posix posix = Native.load(Platform.C_LIBRARY_NAME, Posix.class);
    private final Path name;
    private int master = -1;

    private Cable(Path name) {
        this.name = name;
    }

    /** {@return a cable that is plugged in} */
    public static Cable plugged(Path name) {
        Cable cable = new Cable(name);
        cable.plug();
        return cable;
    }

    /** {@return the device as programs open it, there while it is plugged in} */
    public String device() {
        return name.toString();
    }

    /** Plugs it in: another device than before, of the same name. */
    public void plug() {
        int fd = posix.posix_openpt(Posix.O_RDWR | Posix.O_NOCTTY);
        try (Memory path = new Memory(256)) {
            if (fd < 0
                    || posix.grantpt(fd) != 0
                    || posix.unlockpt(fd) != 0
                    || posix.ptsname_r(fd, path, new NativeLong(256)) != 0) {
                throw new AssertionError("no pseudo-terminal, error " + Native.getLastError());
            }
            Files.createSymbolicLink(name, Path.of(path.getString(0)));
            master = fd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unplugs it: the device hangs up and its name is gone. */
    public void unplug() {
        if (master < 0) {
            return;
        }
        try {
            Files.delete(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            posix.close(master);
            master = -1;
        }
    }

    /** {@return the next octets that arrive at this end} */
    public byte[] read(int length) {
        byte[] octets = new byte[length];
        int read = 0;
        while (read < length) {
            int now = read(octets, read, PATIENCE_MILLIS);
            if (now <= 0) {
                throw new AssertionError("only " + read + " octets came, not " + length);
            }
            read += now;
        }
        return octets;
    }

    /** Reads what has come at this end; 0 when nothing came in time. */
    public int read(byte[] target, int from, int millis) {
        try (Memory poll = new Memory(8);
                Memory octets = new Memory(4096)) {
            poll.setInt(0, master);
            poll.setShort(4, Posix.POLLIN);
            poll.setShort(6, (short) 0);
            if (PosixIo.poll(poll, ONE, millis) <= 0 || (poll.getShort(6) & Posix.POLLIN) == 0) {
                return 0;
            }
            int wanted = Math.min(target.length - from, 4096);
            int read = Math.max(0, PosixIo.read(master, octets, new NativeLong(wanted)));
            octets.read(0, target, from, read);
            return read;
        }
    }

    /** Sends from this end. */
    public void write(byte[] octets) {
        try (Memory memory = new Memory(octets.length)) {
            memory.write(0, octets, 0, octets.length);
            if (PosixIo.write(master, memory, new NativeLong(octets.length)) != octets.length) {
                throw new AssertionError("not sent, error " + Native.getLastError());
            }
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
