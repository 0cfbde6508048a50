package io.userports.link;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** Another program that has a serial device open and locked. */
final class Theft implements AutoCloseable {
    private static final int LOCK_EX_NB = 2 | 4;

    private interface C extends Library {
        int open(String path, int flags, Object... mode);

        int flock(int fd, int operation);

        int close(int fd);
    }

    private final C library = Native.load(Platform.C_LIBRARY_NAME, C.class);
    private final int fd;

    private Theft(String device) {
        this.fd = library.open(device, Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK);
        if (fd < 0 || library.flock(fd, LOCK_EX_NB) != 0) {
            throw new AssertionError(device + " cannot be stolen, error " + Native.getLastError());
        }
    }

    static Theft of(String device) {
        return new Theft(device);
    }

    @Override
    public void close() {
        library.close(fd);
    }
}
