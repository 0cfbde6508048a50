package io.userports.adapter;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A serial port that this process has open, and what its driver says of it.
 *
 * <p>It holds a descriptor of its own for the same opening, so that it stays valid until it is closed, whatever becomes of
 * the other. Nothing is known of a port outside Linux.
 */
public final class OpenPort implements AutoCloseable {
    private static final Path OWN = Path.of("/proc/self/fd");
    /** A struct termios2: four words, the discipline, 19 characters, the two rates. */
    private static final int TERMIOS2 = 44;

    private static final int OUTPUT_RATE = 40;
    /** A struct serial_icounter_struct: eleven counters and room for more. */
    private static final int COUNTERS = 20 * Integer.BYTES;

    private final Terminals terminals;
    private final int fd;
    private boolean closed;

    private OpenPort(Terminals terminals, int fd) {
        this.terminals = terminals;
        this.fd = fd;
    }

    /** {@return the port behind {@code device}, which this process has open; empty where the system tells nothing} */
    public static Optional<OpenPort> of(String device) {
        Optional<Terminals> terminals = Terminals.here();
        if (terminals.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path real = Path.of(device).toRealPath();
            try (DirectoryStream<Path> open = Files.newDirectoryStream(OWN)) {
                for (Path each : open) {
                    Optional<OpenPort> found = at(each, real, terminals.get());
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        } catch (IOException e) {
            // It has just been unplugged, or there is no such folder.
        }
        return Optional.empty();
    }

    private static Optional<OpenPort> at(Path each, Path device, Terminals terminals) {
        if (!leadsTo(each, device)) {
            return Optional.empty();
        }
        int fd = terminals.fcntl(
                Integer.parseInt(each.getFileName().toString()), Terminals.F_DUPFD_CLOEXEC, new NativeLong(0));
        if (fd < 0) {
            return Optional.empty();
        }
        // It may have been closed, and its number given to another, in between.
        if (!leadsTo(OWN.resolve(Integer.toString(fd)), device)) {
            terminals.close(fd);
            return Optional.empty();
        }
        return Optional.of(new OpenPort(terminals, fd));
    }

    private static boolean leadsTo(Path descriptor, Path device) {
        try {
            return Files.readSymbolicLink(descriptor).equals(device);
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return the descriptor, valid until {@link #close}; for reading and writing only} */
    public int descriptor() {
        return fd;
    }

    /** {@return at how many bits a second it sends, which is the nearest that its chip can do, if the driver tells} */
    public synchronized OptionalInt bitsPerSecond() {
        try (Memory termios = new Memory(TERMIOS2)) {
            return asked(Terminals.TCGETS2, termios)
                    ? OptionalInt.of(termios.getInt(OUTPUT_RATE))
                    : OptionalInt.empty();
        }
    }

    /** {@return what the driver has counted; empty where it counts nothing} */
    public synchronized Optional<LineCounters> counters() {
        try (Memory counted = new Memory(COUNTERS)) {
            if (!asked(Terminals.TIOCGICOUNT, counted)) {
                return Optional.empty();
            }
            int[] all = counted.getIntArray(0, COUNTERS / Integer.BYTES);
            return Optional.of(new LineCounters(
                    Integer.toUnsignedLong(all[4]),
                    Integer.toUnsignedLong(all[5]),
                    Integer.toUnsignedLong(all[6]),
                    Integer.toUnsignedLong(all[7]),
                    Integer.toUnsignedLong(all[8]),
                    Integer.toUnsignedLong(all[9]),
                    Integer.toUnsignedLong(all[10])));
        }
    }

    /** {@return how its control lines stand; empty where there are none} */
    public synchronized Optional<ModemLines> lines() {
        try (Memory answer = new Memory(Integer.BYTES)) {
            if (!asked(Terminals.TIOCMGET, answer)) {
                return Optional.empty();
            }
            int bits = answer.getInt(0);
            return Optional.of(new ModemLines(
                    (bits & Terminals.TIOCM_RTS) != 0,
                    (bits & Terminals.TIOCM_DTR) != 0,
                    (bits & Terminals.TIOCM_CTS) != 0,
                    (bits & Terminals.TIOCM_DSR) != 0));
        }
    }

    /** Forgets what was written and has not left yet. */
    public synchronized void forgetOutput() {
        if (!closed) {
            terminals.tcflush(fd, Terminals.TCOFLUSH);
        }
    }

    private boolean asked(NativeLong question, Memory answer) {
        return !closed && terminals.answers(fd, question, answer);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            terminals.close(fd);
        }
    }
}
