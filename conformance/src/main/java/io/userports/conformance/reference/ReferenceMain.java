package io.userports.conformance.reference;

import com.fazecast.jSerialComm.SerialPort;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The reference CEMS as a program: {@code --p1=ADDRESS --s1=ADDRESS [--s1-bit-rate=N] [--defect=NAME] [--time-scale=N]},
 * one port at least; an address is a device, {@code HOST:PORT} or {@code rfc2217://HOST:PORT}.
 */
public final class ReferenceMain {
    /** How long a read may wait before it looks at the clock again. */
    private static final int TICK_MILLIS = 100;

    private static final String REMOTE = "rfc2217://";

    private static final int P1_RATE = 115_200;
    /** As in brochure 5.4.2; e-MUCS H 1.3 has 2 000 000. */
    private static final String S1_RATE = "1500000";

    /** Many batches of S1, a few telegrams of P1. */
    private static final int CHUNK = 16 * 1024;

    private ReferenceMain() {}

    /** Runs until it is ended, or until nothing more can come from any port. */
    public static void main(String[] arguments) {
        try {
            int status = run(arguments);
            if (status != 0) {
                System.exit(status);
            }
        } catch (InputException e) {
            System.err.println(e.getMessage());
            System.exit(64);
        }
    }

    private static int run(String[] arguments) {
        Defect defect = Defect.of(option(arguments, "--defect", Defect.NONE.slug()));
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        ReferenceCems cems = new ReferenceCems(defect, number(arguments, "--time-scale", "1"), line -> {
            out.print(line + "\n");
            out.flush();
        });
        AtomicInteger status = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (UserPort port : UserPort.values()) {
            String address = option(arguments, "--" + slug(port), "");
            if (!address.isEmpty()) {
                int rate = port == UserPort.P1 ? P1_RATE : number(arguments, "--s1-bit-rate", S1_RATE);
                threads.add(new Thread(() -> read(cems, port, address, rate, status), slug(port)));
            }
        }
        if (threads.isEmpty()) {
            throw InputException.of(
                    "--p1 and --s1 are missing; give one at least, a device like /dev/ttyUSB0, HOST:PORT or"
                            + " rfc2217://HOST:PORT");
        }
        threads.forEach(Thread::start);
        threads.forEach(ReferenceMain::join);
        return status.get();
    }

    /** The end of one port is told, and is not the end of the other; a crash is the end of all. */
    private static void read(ReferenceCems cems, UserPort port, String address, int rate, AtomicInteger status) {
        try {
            cems.start(port);
            if (address.startsWith("/") || !address.contains(":")) {
                readDevice(cems, port, address, rate);
            } else {
                try (Socket socket = connected(address)) {
                    read(cems, port, socket, address, rate);
                }
            }
            System.err.println(slug(port) + ": " + address + " has ended");
        } catch (IOException e) {
            System.err.println(slug(port) + ": " + address + ": " + e.getMessage());
            status.set(1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void readDevice(ReferenceCems cems, UserPort meter, String device, int rate) throws IOException {
        SerialPort port = SerialPort.getCommPort(device);
        port.setComPortParameters(rate, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, TICK_MILLIS, 0);
        if (!port.openPort()) {
            throw new IOException("cannot be opened, error " + port.getLastErrorCode());
        }
        port.writeBytes(cems.greeting(), cems.greeting().length);
        byte[] chunk = new byte[CHUNK];
        Asking asking = new Asking(asks -> {
            // A device that has no such lines is asked by opening it.
            boolean ignored = asks ? port.setRTS() && port.setDTR() : port.clearRTS() && port.clearDTR();
        });
        asking.follow(cems.asks(meter));
        for (int n = port.readBytes(chunk, chunk.length); n >= 0; n = port.readBytes(chunk, chunk.length)) {
            long nanos = System.nanoTime();
            cems.octets(meter, chunk, n, nanos);
            cems.tick(meter, nanos);
            asking.follow(cems.asks(meter));
        }
        throw new IOException("is gone");
    }

    /** {@return a connection to {@code HOST:PORT} or {@code rfc2217://HOST:PORT}} */
    static Socket connected(String address) throws IOException {
        String there = address.startsWith(REMOTE) ? address.substring(REMOTE.length()) : address;
        int colon = there.lastIndexOf(':');
        return new Socket(there.substring(0, colon), Integer.parseInt(there.substring(colon + 1)));
    }

    /** Reads a connected socket to its end. */
    static void read(ReferenceCems cems, UserPort port, Socket socket, String address, int rate) throws IOException {
        socket.setSoTimeout(TICK_MILLIS);
        InputStream in = socket.getInputStream();
        RequestLine line = RequestLine.NONE;
        if (address.startsWith(REMOTE)) {
            RemoteDevice device = RemoteDevice.of(socket, rate);
            in = device;
            line = device;
        }
        Asking asking = new Asking(line);
        asking.follow(cems.asks(port));
        socket.getOutputStream().write(cems.greeting());
        byte[] chunk = new byte[CHUNK];
        int n = 0;
        while (n >= 0) {
            try {
                n = in.read(chunk);
                cems.octets(port, chunk, Math.max(n, 0), System.nanoTime());
            } catch (SocketTimeoutException e) {
                n = 0;
            }
            cems.tick(port, System.nanoTime());
            asking.follow(cems.asks(port));
        }
    }

    /** Tells a line at first, and then what has changed: whoever opens a device asserts its lines. */
    private static final class Asking {
        private final RequestLine line;
        private Optional<Boolean> asks = Optional.empty();

        Asking(RequestLine line) {
            this.line = line;
        }

        void follow(boolean wanted) throws IOException {
            if (asks.isEmpty() || asks.get() != wanted) {
                line.assertIt(wanted);
                asks = Optional.of(wanted);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String slug(UserPort port) {
        return port.name().toLowerCase(Locale.ROOT);
    }

    private static int number(String[] arguments, String name, String otherwise) {
        String text = option(arguments, name, otherwise);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw InputException.of(name + "='" + text + "' is no whole number above 0");
        }
        return Integer.parseInt(text);
    }

    private static String option(String[] arguments, String name, String otherwise) {
        return Arrays.stream(arguments)
                .filter(a -> a.startsWith(name + "="))
                .map(a -> a.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
