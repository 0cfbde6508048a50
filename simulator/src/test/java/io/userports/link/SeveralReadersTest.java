package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.link.Ledger.Fate;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One port with several readers, of whom most do not behave: the others get everything all the same. */
class SeveralReadersTest {
    private static final int STALLED = 10;
    private static final int LENGTH = 4000;
    private static final int UNITS = 30;
    private static final List<Integer> ALL = IntStream.range(0, UNITS).boxed().toList();

    private final Ledger ledger = Ledger.of();

    @Test
    void besideTenStalledReadersOfOneTcpPortAGoodOneLosesNothing() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.P1);
                Socket good = connect(link)) {
            for (int i = 0; i < STALLED; i++) {
                stalled.add(connect(link));
            }
            Listener listener = Listener.to(good.getInputStream());
            play(List.of(new Outlet(UserPort.P1, link, ledger)));

            assertEquals(ALL, Units.numbersIn(listener.hears((long) LENGTH * UNITS), LENGTH));
            assertEquals(Map.of(Fate.LEFT, (long) UNITS), fates(ledger));
            assertEquals(
                    0,
                    link.readers().stream()
                            .filter(reader -> reader.address().endsWith(":" + good.getLocalPort()))
                            .mapToLong(Link.Reader::missed)
                            .sum());
            assertEquals(
                    STALLED,
                    link.readers().stream().filter(r -> r.missed() > UNITS / 4).count());
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void whoHasLeftIsStillCountedWithWhatHeMissed() throws Exception {
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.P1)) {
            Socket stalled = connect(link);
            String address = "127.0.0.1:" + stalled.getLocalPort();
            play(List.of(new Outlet(UserPort.P1, link, ledger)));
            stalled.close();
            while (link.ready()) {
                Thread.onSpinWait();
            }
            assertEquals(
                    List.of(address),
                    link.readers().stream().map(Link.Reader::address).toList());
            assertEquals(ledger.count(Fate.DROPPED), link.readers().get(0).missed());
        }
    }

    @Test
    void besideOneWhoSendsMegabytesAGoodReaderOfOneTcpPortLosesNothing() throws Exception {
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.P1);
                Socket good = connect(link);
                Socket flooding = connect(link)) {
            Thread flood = new Thread(() -> flood(flooding), "flood");
            flood.setDaemon(true);
            flood.start();
            Listener listener = Listener.to(good.getInputStream());
            play(List.of(new Outlet(UserPort.P1, link, ledger)));

            assertEquals(ALL, Units.numbersIn(listener.hears((long) LENGTH * UNITS), LENGTH));
            assertEquals(Map.of(Fate.LEFT, (long) UNITS), fates(ledger));
            assertTrue(link.heard() > 100_000, link.heard() + " octets were heard");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void besideTenStalledPseudoTerminalsOfOnePortAGoodOneLosesNothing() throws Exception {
        List<Outlet> outlets = new ArrayList<>();
        List<InputStream> open = new ArrayList<>();
        try {
            for (int i = 0; i <= STALLED; i++) {
                Link link = LinkSpec.parse("pty").open(LineRate.P1);
                outlets.add(new Outlet(UserPort.P1, link, i == 0 ? ledger : Ledger.of()));
                open.add(new FileInputStream(link.address()));
            }
            Listener listener = Listener.to(open.get(0));
            play(outlets);

            byte[] heard = listener.hears((long) LENGTH * UNITS);
            assertEquals(ALL, Units.numbersIn(heard, LENGTH));
            assertEquals(Map.of(Fate.LEFT, (long) UNITS), fates(ledger));
            for (Outlet stalled : outlets.subList(1, outlets.size())) {
                assertTrue(stalled.ledger().count(Fate.DROPPED) > UNITS / 4, "the others were stalled");
            }
        } finally {
            outlets.forEach(outlet -> outlet.link().close());
            for (InputStream in : open) {
                in.close();
            }
        }
    }

    @Test
    void anOutletThatIsStoppedOrBreaksLeavesTheOthersAsTheyWere() throws Exception {
        try (MemoryLink good = MemoryLink.of(LENGTH * UNITS, LineRate.P1);
                MemoryLink ended = MemoryLink.of(LENGTH * UNITS, LineRate.P1);
                Player player = Player.of(TimeScale.times(40))) {
            Link broken = new BrokenLink();
            Ledger its = Ledger.of();
            Playing playing = player.play(
                    Units.every(Duration.ofSeconds(1), LENGTH, UNITS),
                    List.of(
                            new Outlet(UserPort.P1, good, ledger),
                            new Outlet(UserPort.P1, ended, its),
                            new Outlet(UserPort.P1, broken, Ledger.of())));
            playing.stop(ended);
            long before = its.size();
            playing.done().handle((nothing, failure) -> true).join();

            assertEquals(Map.of(Fate.LEFT, (long) UNITS), fates(ledger));
            assertEquals(before, its.size());
            assertTrue(playing.failure(good).isEmpty());
            assertTrue(playing.failure(ended).isEmpty());
            assertEquals("broken", playing.failure(broken).orElseThrow().getMessage());
        }
    }

    @Test
    void aLineThatSeveralShareIsNotedForEachOfThem() throws Exception {
        try (MemoryLink line = MemoryLink.of(LENGTH * UNITS, LineRate.P1)) {
            Ledger one = Ledger.of();
            Ledger other = Ledger.of();
            ledger.copyTo(one);
            ledger.copyTo(other);
            ledger.copyNoLongerTo(other);
            play(List.of(new Outlet(UserPort.P1, line, ledger)));
            assertEquals(Map.of(Fate.LEFT, (long) UNITS), fates(one));
            assertArrayEquals(
                    ledger.since(7).get(0).octets(), one.since(7).get(0).octets());
            assertEquals(0, other.size());
        }
    }

    private static void play(List<Outlet> outlets) throws Exception {
        try (Player player = Player.of(TimeScale.times(40))) {
            player.play(Units.every(Duration.ofSeconds(1), LENGTH, UNITS), outlets)
                    .done()
                    .get();
        }
    }

    private static Map<Fate, Long> fates(Ledger ledger) {
        return ledger.since(0).stream().collect(Collectors.groupingBy(Ledger.Entry::fate, Collectors.counting()));
    }

    private static Socket connect(Link link) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(
                "127.0.0.1", Integer.parseInt(link.address().split(":")[1])));
        return socket;
    }

    private static void flood(Socket socket) {
        byte[] octets = new byte[65_536];
        try {
            while (true) {
                socket.getOutputStream().write(octets);
            }
        } catch (IOException e) {
            // The link was closed.
        }
    }

    /** A link that breaks with the first octet. */
    private static final class BrokenLink implements Link {
        @Override
        public String address() {
            return "broken";
        }

        @Override
        public Optional<LineRate> pace() {
            return Optional.empty();
        }

        @Override
        public boolean ready() {
            throw LinkException.of("broken");
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            throw LinkException.of("broken");
        }

        @Override
        public void close() {}
    }
}
