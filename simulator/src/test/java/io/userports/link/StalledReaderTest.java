package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.link.Ledger.Entry;
import io.userports.link.Ledger.Fate;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A reader that is connected and does not read for a while, on every link that can tell. */
class StalledReaderTest {
    private static final int LENGTH = 4000;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onAPseudoTerminalItGetsTheWholeUnitsThatTheLedgerKnows() throws IOException {
        try (Link link = LinkSpec.parse("pty").open(LineRate.P1);
                InputStream in = new FileInputStream(link.address())) {
            stall(link, in);
        }
    }

    @Test
    void overTcpItGetsTheWholeUnitsThatTheLedgerKnows() throws IOException {
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.P1);
                Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(
                    "127.0.0.1", Integer.parseInt(link.address().split(":")[1])));
            stall(link, socket.getInputStream());
        }
    }

    @Test
    void inMemoryItGetsTheWholeUnitsThatTheLedgerKnows() throws IOException {
        try (MemoryLink link = MemoryLink.of(10_000, LineRate.P1)) {
            stall(link, link.input());
        }
    }

    private static void stall(Link link, InputStream in) throws IOException {
        Ledger ledger = Ledger.of();
        try (Player player = Player.of(TimeScale.times(500))) {
            Playing playing =
                    player.play(Units.every(Duration.ofSeconds(1), LENGTH, 65_536), Map.of(UserPort.P1, link), ledger);
            await().until(() -> ledger.count(Fate.DROPPED) > 10);
            Listener listener = Listener.to(in);
            // Units were missed in between: the last that left has a higher number than it would have else.
            await().until(() -> left(ledger), left -> last(left) > left.size());
            playing.stop();

            assertEquals(0, ledger.count(Fate.CUT));
            List<Integer> left = left(ledger);
            assertEquals(left, Units.numbersIn(listener.hears((long) LENGTH * left.size()), LENGTH));
        }
    }

    private static List<Integer> left(Ledger ledger) {
        return ledger.since(0).stream()
                .filter(entry -> entry.fate() == Fate.LEFT)
                .map(StalledReaderTest::number)
                .toList();
    }

    private static int last(List<Integer> left) {
        return left.isEmpty() ? -1 : left.get(left.size() - 1);
    }

    private static int number(Entry entry) {
        return (int) Duration.between(Units.NOON, entry.due()).toSeconds();
    }
}
