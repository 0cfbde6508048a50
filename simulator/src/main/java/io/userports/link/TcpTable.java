package io.userports.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The TCP connections of this machine, a row each, as Linux tells of them; elsewhere nothing is known of any. */
final class TcpTable {
    /** Of a row: the two addresses, the state, and what was asked in vain. */
    private static final int HERE = 1;

    private static final int THERE = 2;
    private static final int STATE = 3;
    private static final int SENT_AGAIN = 6;
    private static final int ASKED_FOR_ROOM = 8;

    private static final String ESTABLISHED = "01";
    private static final int WORD_DIGITS = 2 * Integer.BYTES;

    private final List<Path> files;

    private TcpTable(List<Path> files) {
        this.files = files;
    }

    static TcpTable here() {
        return in(Path.of("/proc/self/net"));
    }

    /** {@return the table in {@code folder}: that of either family of addresses} */
    static TcpTable in(Path folder) {
        return new TcpTable(List.of(folder.resolve("tcp6"), folder.resolve("tcp")));
    }

    /**
     * {@return how many times in a row the other side of a connection has been sent octets again, or been asked whether it
     * has room for more, and has not answered}; 0 also when nothing is known of the connection.
     *
     * <p>Who is there and does not read answers every question: there is no room.
     */
    int unanswered(InetSocketAddress here, InetSocketAddress there) {
        return files.stream()
                .flatMapToInt(file -> unanswered(file, here, there).stream())
                .findFirst()
                .orElse(0);
    }

    private static OptionalInt unanswered(Path file, InetSocketAddress here, InetSocketAddress there) {
        try (Stream<String> rows = Files.lines(file, StandardCharsets.US_ASCII)) {
            return rows.map(row -> row.trim().split(" +"))
                    .filter(row -> row.length > ASKED_FOR_ROOM && row[STATE].equals(ESTABLISHED))
                    .filter(row -> isAt(row[HERE], here) && isAt(row[THERE], there))
                    .mapToInt(row -> Integer.parseInt(row[SENT_AGAIN], 16) + Integer.parseInt(row[ASKED_FOR_ROOM]))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            // There is no such file, or it is one of a system that tells something else.
            return OptionalInt.empty();
        }
    }

    /** {@return whether {@code text} is that address: words of the machine's own octet order, in hexadecimal, and a port} */
    private static boolean isAt(String text, InetSocketAddress address) {
        int colon = text.indexOf(':');
        return Integer.parseInt(text.substring(colon + 1), 16) == address.getPort()
                && inet(text.substring(0, colon)).equals(address.getAddress());
    }

    private static InetAddress inet(String words) {
        ByteBuffer octets = ByteBuffer.allocate(words.length() / 2).order(ByteOrder.nativeOrder());
        for (int i = 0; i < words.length(); i += WORD_DIGITS) {
            octets.putInt(Integer.parseUnsignedInt(words.substring(i, i + WORD_DIGITS), 16));
        }
        try {
            return InetAddress.getByAddress(octets.array());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + words + "' is no address", e);
        }
    }
}
