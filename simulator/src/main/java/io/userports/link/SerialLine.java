package io.userports.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.userports.adapter.AdapterException;
import io.userports.adapter.LineCounters;
import io.userports.adapter.OpenPort;
import io.userports.adapter.PortLock;
import io.userports.adapter.SerialLibrary;
import io.userports.wire.LineRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A serial device that is open: eight data bits, no parity, one stop bit, no flow control, not RS-485, nobody else's.
 *
 * <p>jSerialComm opens it and sets it up. Octets go through a descriptor of our own where the system lets us have one: the
 * library waits for ever for a peer that does not read, and turns in a loop when told not to wait. One thread writes, one
 * reads, any may close.
 */
final class SerialLine implements AutoCloseable {
    private static final int DATA_BITS = 8;
    /** The shortest time that the library waits for octets by itself. */
    private static final int READ_MILLIS = 100;
    /** What a driver holds may take so much longer than its line time. */
    private static final long SLACK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** A driver from which nothing leaves for so long is stuck: without flow control nobody can make it wait. */
    static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** How often a queue that is waited for is looked at, at least. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** A chip may keep that many octets of which its driver says nothing. */
    private static final int CHIP_OCTETS = 256;

    private final String device;
    private final LineRate rate;
    private final SerialPort port;
    private final PortLock lock;
    private final Optional<OpenOctets> octets;
    private final boolean virtual;
    private volatile boolean closed;

    private SerialLine(String device, LineRate rate, SerialPort port, PortLock lock) {
        this.device = device;
        this.rate = rate;
        this.port = port;
        this.lock = lock;
        this.octets = OpenPort.of(device).map(OpenOctets::new);
        this.virtual = isVirtual(device);
    }

    /**
     * {@return the device, open}
     *
     * @throws LinkException when it is missing, in use, not permitted, no serial device or cannot keep the rate
     */
    static SerialLine open(String device, LineRate rate) {
        // The library says the same of a device that is missing and of one that it has open itself.
        if (device.startsWith("/") && !Files.exists(Path.of(device))) {
            throw SerialTrouble.at(device, "there is no such device; plug it in or correct its name");
        }
        PortLock lock;
        try {
            lock = PortLock.of(device);
        } catch (AdapterException e) {
            throw SerialTrouble.at(device, e.getMessage());
        }
        SerialLine line = null;
        boolean right = false;
        try {
            line = new SerialLine(device, rate, opened(device, rate), lock);
            line.setUp();
            right = true;
            return line;
        } finally {
            if (!right) {
                if (line != null) {
                    line.close();
                }
                lock.close();
            }
        }
    }

    private static SerialPort opened(String device, LineRate rate) {
        try {
            SerialLibrary.load();
            SerialPort port = SerialPort.getCommPort(device);
            port.setComPortParameters(rate.bitsPerSecond(), DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
            if (!port.openPort()) {
                throw SerialTrouble.at(device, SerialTrouble.reason(port.getLastErrorCode()));
            }
            return port;
        } catch (SerialPortInvalidPortException e) {
            throw SerialTrouble.at(device, "is not a serial device; correct its name", e);
        } catch (LinkageError e) {
            // The library's own text lists dozens of paths that it tried; the cause keeps it.
            throw SerialTrouble.at(
                    device,
                    "the native part of jSerialComm cannot be loaded; start java with -Djava.io.tmpdir=FOLDER, a folder"
                            + " from which programs may run",
                    e);
        }
    }

    private void setUp() {
        if (octets.isEmpty()) {
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        }
        SerialTrouble.rate(rate, system().map(OpenPort::bitsPerSecond).orElse(OptionalInt.empty()))
                .ifPresent(wrong -> {
                    throw SerialTrouble.at(device, wrong);
                });
        port.flushIOBuffers();
    }

    private Optional<OpenPort> system() {
        return octets.map(OpenOctets::port);
    }

    String device() {
        return device;
    }

    /** {@return whether the device has vanished} */
    boolean isGone() {
        return port.bytesAvailable() < 0;
    }

    /** {@return how many octets the driver took, 0 when it has no room, -1 when it is gone} */
    int write(byte[] unit, int from, int to) {
        if (octets.isPresent()) {
            return octets.get().write(unit, from, to);
        }
        int written = port.writeBytes(unit, to - from, from);
        return written > 0 ? written : -1;
    }

    /** {@return how many octets came, 0 when none came in time or in a shorter one, -1 when it is gone} */
    int read(byte[] target, int from, int length, int millis) {
        // The library rounds the time to what it waits by itself: less would be a loop that never sleeps.
        return octets.map(there -> there.read(target, from, length, millis))
                .orElseGet(() -> closed ? -1 : port.readBytes(target, length, from));
    }

    /** Waits until no more than {@code octets} wait in the driver; false when nothing leaves it for too long. */
    boolean awaitQueue(int octets) {
        return drains(port::bytesAwaitingWrite, octets, rate, () -> closed);
    }

    /** The same of any queue; one that moves, however slowly, is waited for. */
    static boolean drains(IntSupplier queue, int octets, LineRate rate, BooleanSupplier closed) {
        int queued = queue.getAsInt();
        int least = queued;
        long moved = System.nanoTime();
        while (queued > octets && !closed.getAsBoolean() && System.nanoTime() - moved < STUCK_NANOS) {
            long wait = Math.min(rate.timeOf(queued - octets).toNanos(), LOOK_NANOS);
            LockSupport.parkNanos(Math.max(wait, TimeUnit.MILLISECONDS.toNanos(1)));
            queued = queue.getAsInt();
            if (queued < least) {
                least = queued;
                moved = System.nanoTime();
            }
        }
        return queued <= octets || closed.getAsBoolean();
    }

    /** {@return whether it is one side of a pseudo-terminal, whose other side may stop taking octets} */
    boolean isVirtual() {
        return virtual;
    }

    /** Forgets what has not left yet. */
    void forgetOutput() {
        system().ifPresentOrElse(OpenPort::forgetOutput, port::flushIOBuffers);
    }

    /** {@return whether that input of ours is asserted} */
    boolean isAsserted(DataRequest.Line line) {
        return line == DataRequest.Line.CTS ? port.getCTS() : port.getDSR();
    }

    /** {@return whether it has control lines, as far as the system tells} */
    boolean hasLines() {
        return octets.isEmpty() || system().flatMap(OpenPort::lines).isPresent();
    }

    /** {@return what its driver has counted; empty where it counts nothing} */
    Optional<LineCounters> counters() {
        return system().flatMap(OpenPort::counters);
    }

    /** {@return whether the line was held low for so long; a pseudo-terminal takes a break and carries none} */
    boolean sendBreak(Duration length) {
        if (virtual || !drained() || !port.setBreak()) {
            return false;
        }
        LockSupport.parkNanos(length.toNanos());
        return restored(port.clearBreak());
    }

    /**
     * {@return whether the octets left with a parity bit that is always 0 where the receiver expects the stop bit}; the
     * octets before and behind keep theirs, because all have left when it changes.
     */
    boolean writeUnframed(byte[] octets) {
        if (virtual || !drained() || !port.setParity(SerialPort.SPACE_PARITY)) {
            return false;
        }
        int written = 0;
        int now = 0;
        long end = System.nanoTime() + rate.timeOf(octets.length).toNanos() + SLACK_NANOS;
        while (written < octets.length && now >= 0 && System.nanoTime() - end < 0) {
            now = write(octets, written, octets.length);
            written += Math.max(0, now);
            if (now == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
        boolean left = written == octets.length && drained();
        return restored(port.setParity(SerialPort.NO_PARITY)) && left;
    }

    /** Whatever left after this would be wrong too. */
    private boolean restored(boolean done) {
        if (!done && !closed && !isGone()) {
            throw SerialTrouble.at(
                    device,
                    "the line could not be set right again after a fault on it; unplug it and plug it in" + " again");
        }
        return done;
    }

    private boolean drained() {
        boolean empty = awaitQueue(0);
        if (empty && !virtual) {
            LockSupport.parkNanos(rate.timeOf(CHIP_OCTETS).toNanos());
        }
        return empty;
    }

    private static boolean isVirtual(String device) {
        try {
            return Path.of(device).toRealPath().startsWith("/dev/pts");
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** Lets what the driver has leave, which closing would forget, and closes it. */
    void finish() {
        drained();
        close();
    }

    @Override
    public void close() {
        closed = true;
        octets.ifPresent(OpenOctets::close);
        port.closePort();
        lock.close();
    }
}
