package io.userports.link;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * A client of this machine over TCP, to whom nothing comes any more when its cable is pulled, so that it answers nothing: the
 * system throws away whatever would reach it. Linux only.
 */
final class PulledCable implements AutoCloseable {
    private static final int AF_INET = 2;
    private static final int SOCK_STREAM = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_FILTER = 26;
    /** The instruction of a packet filter that lets nothing through. */
    private static final short RETURN = 6;

    private interface C extends Library {
        int socket(int family, int type, int protocol);

        int connect(int fd, Pointer address, int length);

        int setsockopt(int fd, int level, int name, Pointer value, int length);

        int close(int fd);
    }

    private final C library = Native.load(Platform.C_LIBRARY_NAME, C.class);
    private final int fd = library.socket(AF_INET, SOCK_STREAM, 0);

    private PulledCable(int port) {
        try (Memory address = new Memory(16)) {
            address.clear();
            address.setShort(0, (short) AF_INET);
            address.write(2, new byte[] {(byte) (port >> 8), (byte) port, 127, 0, 0, 1}, 0, 6);
            sure(library.connect(fd, address, 16));
        }
    }

    /** {@return a client of that link of ours} */
    static PulledCable to(Link link) {
        String address = link.address();
        return new PulledCable(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }

    void pull() {
        try (Memory filter = new Memory(8);
                Memory program = new Memory(2L * Native.POINTER_SIZE)) {
            filter.clear();
            filter.setShort(0, RETURN);
            program.clear();
            program.setShort(0, (short) 1);
            program.setPointer(Native.POINTER_SIZE, filter);
            sure(library.setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, (int) program.size()));
        }
    }

    private static void sure(int result) {
        if (result != 0) {
            throw new AssertionError("error " + Native.getLastError());
        }
    }

    @Override
    public void close() {
        library.close(fd);
    }
}
