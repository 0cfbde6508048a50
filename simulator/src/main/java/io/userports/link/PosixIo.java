package io.userports.link;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** Those functions of the C library that every unit needs, mapped directly: a fraction of what {@link Posix} costs. */
final class PosixIo {
    static {
        Native.register(PosixIo.class, Platform.C_LIBRARY_NAME);
    }

    private PosixIo() {}

    static native int poll(Pointer fds, NativeLong count, int millis);

    static native NativeLong read(int fd, Pointer target, NativeLong count);

    static native NativeLong write(int fd, Pointer source, NativeLong count);
}
