package io.userports.conformance.cli;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A terminal with echo and lines, as a person has one: what is on the screen, and a keyboard. */
final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int NAME = 64;
    private static final int CHUNK = 4096;
    private static final C LIBRARY = Native.load(Platform.C_LIBRARY_NAME, C.class);

    private interface C extends Library {
        int posix_openpt(int flags);

        int grantpt(int fd);

        int unlockpt(int fd);

        int ptsname_r(int fd, Pointer name, NativeLong size);

        NativeLong read(int fd, Pointer target, NativeLong count);

        NativeLong write(int fd, Pointer source, NativeLong count);

        int close(int fd);
    }

    private final int keyboard;
    private final File device;
    private final StringBuilder screen = new StringBuilder();

    private PseudoTerminal(int keyboard, File device) {
        this.keyboard = keyboard;
        this.device = device;
        Thread thread = new Thread(this::read, "screen");
        thread.setDaemon(true);
        thread.start();
    }

    static PseudoTerminal open() throws IOException {
        int fd = LIBRARY.posix_openpt(O_RDWR);
        try (Memory name = new Memory(NAME)) {
            if (fd < 0
                    || LIBRARY.grantpt(fd) != 0
                    || LIBRARY.unlockpt(fd) != 0
                    || LIBRARY.ptsname_r(fd, name, new NativeLong(NAME)) != 0) {
                throw new IOException("no pseudo-terminal");
            }
            return new PseudoTerminal(fd, new File(name.getString(0)));
        }
    }

    /** {@return the device, to be the standard input and output of a program} */
    File device() {
        return device;
    }

    /** {@return everything that was written to it, and typed} */
    synchronized String screen() {
        return screen.toString();
    }

    void type(String line) {
        byte[] octets = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try (Memory buffer = new Memory(octets.length)) {
            buffer.write(0, octets, 0, octets.length);
            LIBRARY.write(keyboard, buffer, new NativeLong(octets.length));
        }
    }

    /** Until the last program that had it open has ended. */
    private void read() {
        try (Memory buffer = new Memory(CHUNK)) {
            int count = LIBRARY.read(keyboard, buffer, new NativeLong(CHUNK)).intValue();
            while (count > 0) {
                add(new String(buffer.getByteArray(0, count), StandardCharsets.UTF_8));
                count = LIBRARY.read(keyboard, buffer, new NativeLong(CHUNK)).intValue();
            }
        }
    }

    private synchronized void add(String text) {
        screen.append(text);
    }

    @Override
    public void close() {
        LIBRARY.close(keyboard);
    }
}
