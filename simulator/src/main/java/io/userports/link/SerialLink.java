package io.userports.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A serial device, eight data bits, no parity, one stop bit, no flow control; the line itself takes its time. */
final class SerialLink implements Link {
    private static final int DATA_BITS = 8;
    private static final int NO_SUCH_DEVICE = 2;
    private static final int LOCKED = 11;
    private static final int NOT_PERMITTED = 13;
    private static final int BUSY = 16;
    private static final int A_FOLDER = 21;
    private static final int NO_TERMINAL = 25;

    private final String device;
    private final SerialPort port;
    private final LineRate rate;
    private final boolean virtual;
    private volatile boolean closed;

    private SerialLink(String device, SerialPort port, LineRate rate) {
        this.device = device;
        this.port = port;
        this.rate = rate;
        this.virtual = isVirtual(device);
    }

    static SerialLink open(String device, LineRate rate) {
        // The library says the same of a device that is missing and of one that it has open itself.
        if (device.startsWith("/") && !Files.exists(Path.of(device))) {
            throw LinkException.of("serial:" + device + ": there is no such device; plug it in or correct its name");
        }
        try {
            SerialPort port = SerialPort.getCommPort(device);
            port.setComPortParameters(rate.bitsPerSecond(), DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_WRITE_BLOCKING, 0, 0);
            if (!port.openPort()) {
                throw LinkException.of("serial:" + device + ": " + reason(port.getLastErrorCode()));
            }
            return new SerialLink(device, port, rate);
        } catch (SerialPortInvalidPortException e) {
            throw LinkException.of("serial:" + device + ": is not a serial device; correct its name", e);
        } catch (LinkageError e) {
            // The library's own text lists dozens of paths that it tried; the cause keeps it.
            throw LinkException.of(
                    "serial:" + device + ": the native part of jSerialComm cannot be loaded; start java with"
                            + " -Djava.io.tmpdir=FOLDER, a folder from which programs may run",
                    e);
        }
    }

    private static String reason(int code) {
        switch (code) {
            case NO_SUCH_DEVICE:
                return "is open in this program already, or has just been unplugged";
            case LOCKED:
            case BUSY:
                return "is locked by another program; end that program";
            case NOT_PERMITTED:
                return "may not be opened by you; add yourself to the group that owns it (often dialout) and log in"
                        + " again, or write a udev rule";
            case A_FOLDER:
            case NO_TERMINAL:
                return "is not a serial device; correct its name";
            default:
                return "cannot be opened (error " + code + "); check that it is a serial device that works";
        }
    }

    @Override
    public String address() {
        return device;
    }

    @Override
    public Optional<LineRate> pace() {
        return Optional.empty();
    }

    @Override
    public boolean ready() {
        return !closed;
    }

    @Override
    public int write(byte[] unit, int from, int to) {
        int written = port.writeBytes(unit, to - from, from);
        if (written > 0) {
            return written;
        }
        if (closed) {
            return -1;
        }
        throw LinkException.of(
                "serial:" + device + " takes no more octets; it was unplugged, or its other end is gone");
    }

    /**
     * A parity bit that is always 0 stands where the receiver expects the stop bit. Each write waits until the driver has
     * sent all (the library calls {@code tcdrain}), so that neither strikes the octets before or behind.
     */
    @Override
    public boolean signal(Signal signal, byte[] octets) {
        if (virtual) {
            return false;
        }
        if (signal == Signal.BREAK) {
            if (!port.setBreak()) {
                return false;
            }
            LockSupport.parkNanos(rate.timeOf(octets.length).toNanos());
            return restored(port.clearBreak());
        }
        if (!port.setParity(SerialPort.SPACE_PARITY)) {
            return false;
        }
        boolean written = port.writeBytes(octets, octets.length) == octets.length;
        return restored(port.setParity(SerialPort.NO_PARITY)) && written;
    }

    /** Whatever left after this would be wrong too. */
    private boolean restored(boolean done) {
        if (!done && !closed) {
            throw LinkException.of("serial:" + device + ": the line could not be set right again after a fault on it;"
                    + " unplug it and plug it in again");
        }
        return done;
    }

    /** A pseudo-terminal takes a break and a parity for granted, and carries neither. */
    private static boolean isVirtual(String device) {
        try {
            return Path.of(device).toRealPath().startsWith("/dev/pts");
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        port.closePort();
    }
}
