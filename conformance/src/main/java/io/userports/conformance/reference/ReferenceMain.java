package io.userports.conformance.reference;

import com.fazecast.jSerialComm.SerialPort;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** The reference CEMS as a program: {@code --p1=DEVICE|HOST:PORT [--defect=NAME] [--time-scale=N]}. */
public final class ReferenceMain {
    /** What it declares in its {@code cems.yaml}. */
    static final Duration FRESHNESS = Duration.ofSeconds(5);

    /** How long a read may wait before it looks at the clock again. */
    private static final int TICK_MILLIS = 100;

    private static final int RATE = 115_200;

    private ReferenceMain() {}

    /** Runs until it is ended. */
    public static void main(String[] arguments) throws IOException {
        try {
            String port = option(arguments, "--p1", "");
            Defect defect = Defect.of(option(arguments, "--defect", Defect.NONE.slug()));
            long freshness = FRESHNESS.toNanos() / Integer.parseInt(option(arguments, "--time-scale", "1"));
            PrintStream out = new PrintStream(
                    new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
            ReferenceCems cems = new ReferenceCems(defect, freshness, line -> {
                out.print(line + "\n");
                out.flush();
            });
            if (port.isEmpty()) {
                throw InputException.of("--p1 is missing; give a device like /dev/ttyUSB0 or HOST:PORT");
            }
            cems.start();
            if (port.startsWith("/") || !port.contains(":")) {
                readDevice(cems, port);
            } else {
                readSocket(cems, port);
            }
        } catch (InputException e) {
            System.err.println(e.getMessage());
            System.exit(64);
        }
    }

    private static void readDevice(ReferenceCems cems, String device) throws IOException {
        SerialPort port = SerialPort.getCommPort(device);
        port.setComPortParameters(RATE, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, TICK_MILLIS, 0);
        if (!port.openPort()) {
            throw new IOException(device + " cannot be opened, error " + port.getLastErrorCode());
        }
        port.writeBytes(cems.greeting(), cems.greeting().length);
        byte[] chunk = new byte[4096];
        for (int n = port.readBytes(chunk, chunk.length); n >= 0; n = port.readBytes(chunk, chunk.length)) {
            cems.octets(chunk, n, System.nanoTime());
            cems.tick(System.nanoTime());
        }
        throw new IOException(device + " is gone");
    }

    private static void readSocket(ReferenceCems cems, String address) throws IOException {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)))) {
            read(cems, socket);
        }
    }

    /** Reads a connected socket to its end. */
    static void read(ReferenceCems cems, Socket socket) throws IOException {
        socket.setSoTimeout(TICK_MILLIS);
        InputStream in = socket.getInputStream();
        socket.getOutputStream().write(cems.greeting());
        byte[] chunk = new byte[4096];
        int n = 0;
        while (n >= 0) {
            try {
                n = in.read(chunk);
                cems.octets(chunk, Math.max(n, 0), System.nanoTime());
            } catch (SocketTimeoutException e) {
                n = 0;
            }
            cems.tick(System.nanoTime());
        }
    }

    private static String option(String[] arguments, String name, String otherwise) {
        return Arrays.stream(arguments)
                .filter(a -> a.startsWith(name + "="))
                .map(a -> a.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
