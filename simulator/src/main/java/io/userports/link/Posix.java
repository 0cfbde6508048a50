package io.userports.link;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** The few functions of the C library that make a pseudo-terminal. */
interface Posix extends Library {
    int O_RDWR = 2;
    int O_NOCTTY = Platform.isMac() ? 0x20000 : 0x100;
    int O_NONBLOCK = Platform.isMac() ? 0x4 : 0x800;
    int F_SETFL = 4;
    int TCSANOW = 0;
    int TCIFLUSH = Platform.isMac() ? 1 : 0;
    int EINTR = 4;
    int EAGAIN = Platform.isMac() ? 35 : 11;
    short POLLIN = 0x1;
    short POLLHUP = 0x10;

    int posix_openpt(int flags);

    int grantpt(int fd);

    int unlockpt(int fd);

    int ptsname_r(int fd, Pointer name, NativeLong size);

    // Variadic in C, and passed differently for it on some processors.
    int open(String path, int flags, Object... mode);

    int fcntl(int fd, int command, Object... argument);

    int pipe(Pointer fds);

    int close(int fd);

    int tcgetattr(int fd, Pointer termios);

    void cfmakeraw(Pointer termios);

    int tcsetattr(int fd, int when, Pointer termios);

    int tcflush(int fd, int queue);

    Pointer strerror(int number);
}
