package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpTableTest {
    private static final String LOOPBACK = word("7F000001");
    private static final String OTHER = word("C0000207");
    private static final String MAPPED = word("00000000") + word("00000000") + word("0000FFFF") + LOOPBACK;
    private static final String SIX = word("20010DB8") + word("00000000") + word("00000000") + word("00000007");

    @TempDir
    Path folder;

    @BeforeEach
    void table() throws IOException {
        write(
                "tcp",
                List.of(
                        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                        row(0, "00000000:0FA0", "00000000:0000", "0A", "00000000", 0),
                        row(1, LOOPBACK + ":0FA0", LOOPBACK + ":C000", "01", "0000000A", 0),
                        row(2, LOOPBACK + ":0FA0", OTHER + ":C000", "01", "00000003", 0),
                        row(3, LOOPBACK + ":C000", LOOPBACK + ":0FA0", "01", "00000009", 0),
                        row(4, LOOPBACK + ":0FA0", LOOPBACK + ":C001", "04", "00000005", 0)));
        write(
                "tcp6",
                List.of(
                        "  sl  local_address                         remote_address",
                        row(0, MAPPED + ":0FA0", MAPPED + ":C002", "01", "00000000", 11),
                        row(1, SIX + ":0FA0", SIX + ":C000", "01", "00000002", 2)));
    }

    @Test
    void eachConnectionHasWhatWasSentAgainAndAskedInVain() {
        assertEquals(10, unanswered("127.0.0.1", "127.0.0.1", 0xc000));
        assertEquals(3, unanswered("127.0.0.1", "192.0.2.7", 0xc000));
        assertEquals(11, unanswered("127.0.0.1", "127.0.0.1", 0xc002));
        assertEquals(4, unanswered("2001:db8::7", "2001:db8::7", 0xc000));
    }

    @Test
    void ofAConnectionThatHasEndedOrIsNotThereNothingIsKnown() {
        assertEquals(0, unanswered("127.0.0.1", "127.0.0.1", 0xc001));
        assertEquals(0, unanswered("127.0.0.1", "127.0.0.2", 0xc000));
        assertEquals(0, unanswered("127.0.0.1", "127.0.0.1", 0xc003));
    }

    @Test
    void whereTheSystemTellsNothingOrSomethingElseNothingIsKnown() throws IOException {
        write("tcp6", List.of(row(0, "x:0FA0", "y:C000", "01", "0000000A", 0), "short", ""));
        Files.delete(folder.resolve("tcp"));
        assertEquals(0, unanswered("127.0.0.1", "127.0.0.1", 0xc000));
    }

    private int unanswered(String here, String there, int port) {
        return TcpTable.in(folder).unanswered(new InetSocketAddress(here, 4000), new InetSocketAddress(there, port));
    }

    private void write(String name, List<String> rows) throws IOException {
        Files.write(folder.resolve(name), rows);
    }

    private static String row(int number, String here, String there, String state, String again, int asked) {
        return "   %d: %s %s %s 00000005:00000000 01:00000019 %s     0        %d 1071 1 00000000c3183cef"
                .formatted(number, here, there, state, again, asked);
    }

    /** {@return that word as this machine would write it} */
    private static String word(String hex) {
        int word = Integer.parseUnsignedInt(hex, 16);
        return "%08X".formatted(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? word : Integer.reverseBytes(word));
    }
}
