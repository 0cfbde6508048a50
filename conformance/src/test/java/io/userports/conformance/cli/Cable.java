package io.userports.conformance.cli;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial cable: what is written to a pseudo-terminal at the end of the bench is read by a CEMS at the other, and lost while
 * nobody reads there.
 *
 * <p>The adapter of the bench has a name that stays, and may go and come back.
 */
public final class Cable implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final short POLLIN = 1;
    private static final int CHUNK = 4096;
    private static final C LIBRARY = Native.load(Platform.C_LIBRARY_NAME, C.class);

    private interface C extends Library {
        int posix_openpt(int flags);

        int grantpt(int fd);

        int unlockpt(int fd);

        int ptsname_r(int fd, Pointer name, NativeLong size);

        int poll(Pointer fds, NativeLong count, int millis);

        NativeLong read(int fd, Pointer target, NativeLong count);

        int close(int fd);
    }

    private final Path bench;
    private final LinkSpec readers;
    private final Thread thread = new Thread(this::carry, "cable");
    private int master;
    private Link far;
    private volatile long delivered;
    private volatile boolean cut;

    private Cable(Path folder, LinkSpec readers) throws IOException {
        this.readers = readers;
        bench = folder.resolve("bench-end");
        plugBench();
        plugReader();
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return a cable to whoever reads at {@code readers}; the device of the bench has its name in {@code folder}} */
    public static Cable in(Path folder, String readers) throws IOException {
        return new Cable(folder, LinkSpec.parse(readers));
    }

    /** {@return the device that the bench opens} */
    public Path bench() {
        return bench;
    }

    /** {@return the device that the CEMS opens} */
    public synchronized String reader() {
        return far.address();
    }

    /** {@return how many octets the CEMS was given so far} */
    long delivered() {
        return delivered;
    }

    /** Takes the adapter of the bench away: its device vanishes with its name. */
    public synchronized void unplugBench() throws IOException {
        Files.delete(bench);
        LIBRARY.close(master);
        master = -1;
    }

    /** Brings the adapter of the bench, or another one in its place. */
    public synchronized void plugBench() throws IOException {
        master = LIBRARY.posix_openpt(O_RDWR | O_NOCTTY);
        try (Memory name = new Memory(CHUNK)) {
            if (master < 0
                    || LIBRARY.grantpt(master) != 0
                    || LIBRARY.unlockpt(master) != 0
                    || LIBRARY.ptsname_r(master, name, new NativeLong(CHUNK)) != 0) {
                throw new IOException("no pseudo-terminal");
            }
            Files.createSymbolicLink(bench, Path.of(name.getString(0)));
        }
    }

    /** Takes the adapter of the CEMS away, for good. */
    synchronized void unplugReader() {
        far.close();
    }

    private synchronized void plugReader() {
        far = readers.open(LineRate.P1);
    }

    private void carry() {
        try (Memory pollfd = new Memory(8);
                Memory buffer = new Memory(CHUNK)) {
            while (!cut) {
                if (!carried(pollfd, buffer)) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }
    }

    /** Never waits while it keeps others from plugging. */
    private synchronized boolean carried(Memory pollfd, Memory buffer) {
        pollfd.setInt(0, master);
        pollfd.setInt(4, POLLIN);
        if (master < 0 || LIBRARY.poll(pollfd, new NativeLong(1), 0) <= 0 || (pollfd.getShort(6) & POLLIN) == 0) {
            return false;
        }
        int count = LIBRARY.read(master, buffer, new NativeLong(CHUNK)).intValue();
        if (count <= 0) {
            return false;
        }
        if (far.ready()) {
            delivered += Math.max(0, far.write(buffer.getByteArray(0, count), 0, count));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        cut = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (master >= 0) {
                unplugBench();
            }
            far.close();
        }
    }
}
