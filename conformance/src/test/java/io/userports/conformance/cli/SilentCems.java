package io.userports.conformance.cli;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A CEMS that never says anything: {@code HABIT PORT FILE}. It makes the file when the first octet has come.
 *
 * <p>Its habit is {@code reads}, {@code never-reads}, {@code dies-of-nul} or {@code dies-without-flags}.
 */
final class SilentCems {
    /** Four telegrams of S1, each of which ends with a flag. */
    private static final int LONGEST = 200;

    private static final int FLAG = 0x7E;
    private static final int SMALL = 4096;

    private SilentCems() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String habit = arguments[0];
        try (InputStream in = open(arguments[1])) {
            if (habit.equals("never-reads")) {
                Thread.sleep(1_000_000);
            }
            int sinceFlag = 0;
            int first = in.read();
            Files.createFile(Path.of(arguments[2]));
            for (int octet = first; octet >= 0; octet = in.read()) {
                sinceFlag = octet == FLAG ? 0 : sinceFlag + 1;
                if (habit.equals("dies-of-nul") && octet == 0
                        || habit.equals("dies-without-flags") && sinceFlag > LONGEST) {
                    System.err.println("what is that?");
                    System.exit(9);
                }
            }
        }
    }

    private static InputStream open(String port) throws IOException {
        int colon = port.lastIndexOf(':');
        if (colon < 0) {
            return new BufferedInputStream(new FileInputStream(port));
        }
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress(port.substring(0, colon), Integer.parseInt(port.substring(colon + 1))));
        return new BufferedInputStream(socket.getInputStream());
    }
}
