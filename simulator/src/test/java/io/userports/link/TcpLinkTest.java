package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.wire.LineRate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SuppressWarnings("try") // some readers only need to be there
class TcpLinkTest {
    private static final int LENGTH = 600;

    private final Link link = LinkSpec.parse("tcp:0").open(LineRate.P1);

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void allReadersReadTheSameOctets() throws Exception {
        try (Socket one = connect();
                Socket two = connect()) {
            Listener first = Listener.to(one.getInputStream());
            Listener second = Listener.to(two.getInputStream());
            for (int i = 0; i < 10; i++) {
                assertTrue(Units.send(link, Units.unit(i, LENGTH)));
            }
            link.close();
            assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), Units.numbersIn(first.hearsTheEnd(), LENGTH));
            assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), Units.numbersIn(second.hearsTheEnd(), LENGTH));
        }
    }

    @Test
    void nobodyConnectedTakesNothing() throws IOException {
        assertFalse(link.ready());
        try (Socket ignored = connect()) {
            assertTrue(link.ready());
        }
    }

    @Test
    void whoConnectsWithinAUnitBeginsWithTheNext() throws Exception {
        try (Socket early = connect()) {
            byte[] unit = Units.unit(1, LENGTH);
            assertTrue(link.ready());
            assertEquals(100, link.write(unit, 0, 100));
            try (Socket late = connect()) {
                assertEquals(500, link.write(unit, 100, LENGTH));
                assertTrue(Units.send(link, Units.unit(2, LENGTH)));
                link.close();
                assertEquals(List.of(2), Units.numbersIn(late.getInputStream().readAllBytes(), LENGTH));
                assertEquals(
                        List.of(1, 2), Units.numbersIn(early.getInputStream().readAllBytes(), LENGTH));
            }
        }
    }

    @Test
    void whoDoesNotReadMissesWholeUnitsAndHoldsUpNobody() throws Exception {
        try (Socket lazy = connect();
                Socket keen = connect()) {
            Listener listener = Listener.to(keen.getInputStream());
            int units = 1500;
            for (int i = 0; i < units; i++) {
                listener.hears((long) LENGTH * i);
                assertTrue(Units.send(link, Units.unit(i, LENGTH)));
            }
            assertEquals(
                    units,
                    Units.numbersIn(listener.hears((long) LENGTH * units), LENGTH)
                            .size());

            Listener late = Listener.to(lazy.getInputStream());
            await().until(() -> Units.send(link, Units.unit(units, LENGTH)) && endsWith(late, units));
            link.close();
            List<Integer> got = Units.numbersIn(late.hearsTheEnd(), LENGTH);
            assertTrue(got.size() < units, () -> got.size() + " units of " + units);
            assertEquals(got.stream().sorted().toList(), got);
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void somebodyNewIsNotKeptOutByOneWhoIsStuck() throws Exception {
        try (Socket stuck = connect()) {
            byte[] unit = new byte[200_000];
            assertTrue(link.ready());
            int taken = 0;
            for (int now = 1; now > 0; taken += now) {
                now = link.write(unit, taken, unit.length);
            }
            try (Socket fresh = connect()) {
                while (taken < unit.length) {
                    taken += link.write(unit, taken, unit.length);
                }
                assertTrue(Units.send(link, Units.unit(7, LENGTH)));
                assertEquals(List.of(7), Units.numbersIn(fresh.getInputStream().readNBytes(LENGTH), LENGTH));
            }
        }
    }

    @Test
    void whoClosesOnlyTheOwnSendingSideStillReads() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(new byte[] {1, 2, 3});
            socket.shutdownOutput();
            assertTrue(Units.send(link, Units.unit(1, LENGTH)));
            assertTrue(Units.send(link, Units.unit(2, LENGTH)));
            assertEquals(List.of(1, 2), Units.numbersIn(socket.getInputStream().readNBytes(2 * LENGTH), LENGTH));
        }
    }

    @Test
    void whoLeavesIsForgotten() throws Exception {
        connect().close();
        await().until(() -> !Units.send(link, Units.unit(1, LENGTH)));
        assertFalse(link.ready());
    }

    @Test
    void aPortInUseIsAFaultOfTheBench() {
        LinkException e = assertThrows(
                LinkException.class, () -> LinkSpec.parse("tcp:" + port()).open(LineRate.P1));
        assertEquals(
                "tcp 127.0.0.1:" + port()
                        + ": the port is in use; end the program that holds it or choose another port",
                e.getMessage());
    }

    private boolean endsWith(Listener listener, int number) {
        byte[] heard = listener.heard();
        return heard.length > 0
                && heard.length % LENGTH == 0
                && Units.numbersIn(heard, LENGTH).contains(number);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port()));
        return socket;
    }

    private int port() {
        return Integer.parseInt(link.address().split(":")[1]);
    }
}
