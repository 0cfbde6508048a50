package io.userports.adapter;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Optional;

/** The few functions of the C library that ask a Linux driver of serial ports, and what to ask. */
interface Terminals extends Library {
    /** The numbers of the questions are others on MIPS, POWER and SPARC. */
    boolean KNOWN = Platform.isLinux() && (Platform.isIntel() || Platform.isARM() || Platform.ARCH.startsWith("riscv"));

    NativeLong TIOCMGET = new NativeLong(0x5415);
    NativeLong TIOCGICOUNT = new NativeLong(0x545D);
    NativeLong TCGETS2 = new NativeLong(0x802C542AL);
    int TIOCM_DTR = 0x002;
    int TIOCM_RTS = 0x004;
    int TIOCM_CTS = 0x020;
    int TIOCM_DSR = 0x100;
    int F_DUPFD_CLOEXEC = 1030;
    int TCOFLUSH = 1;

    // Variadic in C, and passed differently for it on some processors.
    int ioctl(int fd, NativeLong request, Object... argument);

    int fcntl(int fd, int command, Object... argument);

    int tcflush(int fd, int queue);

    int close(int fd);

    /** {@return them; empty where they are not known, or JNA cannot load its native part} */
    static Optional<Terminals> here() {
        try {
            return KNOWN ? Optional.of(Native.load(Platform.C_LIBRARY_NAME, Terminals.class)) : Optional.empty();
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** {@return whether it was answered, into {@code answer}} */
    default boolean answers(int fd, NativeLong question, Pointer answer) {
        return ioctl(fd, question, answer) == 0;
    }
}
