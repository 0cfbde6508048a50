package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The remote side is octets by hand; see {@link ForeignAdaptersTest} for servers that others wrote. */
@SuppressWarnings("try") // some peers only need to be there
class RemoteLinkTest {
    private static final String OFFERS = "FFFB2CFFFB00FFFB03FFFD00FFFD03";
    /** Rate, data size, parity, stop size, no flow control, DTR on, RTS on, both masks. */
    private static final String SETTINGS = "FFFA2C010001C200FFF0FFFA2C0208FFF0FFFA2C0301FFF0FFFA2C0401FFF0"
            + "FFFA2C0501FFF0FFFA2C0508FFF0FFFA2C050BFFF0FFFA2C0A00FFF0FFFA2C0B30FFF0";

    private static final String ANSWERS = "FFFA2C650001C200FFF0FFFA2C6608FFF0FFFA2C6701FFF0FFFA2C6801FFF0";

    /** Whether the other side is still there, asked a tenth of a second after it is set; and again when it has answered. */
    private static final String QUESTION = "FFFA2C0500FFF0";

    private static final String ANSWER = "FFFA2C6901FFF0";

    private static TelnetPeer set(ServerSocket server) throws IOException {
        return accept(server).say(ANSWERS).expect(QUESTION);
    }

    private static TelnetPeer accept(ServerSocket server) throws IOException {
        return TelnetPeer.of(server.accept()).expect(OFFERS).say("FFFD2C").expect(SETTINGS);
    }

    private static ServerSocket server(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return server;
    }

    private static CompletableFuture<Link> opening(ServerSocket server, String line) {
        return CompletableFuture.supplyAsync(() -> LinkSpec.parse("serial:rfc2217://127.0.0.1:" + server.getLocalPort())
                .open(LineRate.P1, DataRequest.valueOf(line)));
    }

    @Test
    void thePortIsSetUpAndOctetsOfOnesAreSentTwice() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, "none");
            try (TelnetPeer peer = set(server);
                    Link link = opening.join()) {
                assertEquals("rfc2217://127.0.0.1:" + server.getLocalPort(), link.address());
                assertTrue(Units.send(link, new byte[] {1, -1, 2}));
                peer.expect("01FFFF02");
                assertEquals(List.of(), link.interruptions());
            }
        }
    }

    @Test
    void aBreakIsAskedForAndAWrongStopBitCannotBeHad() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, "none");
            try (TelnetPeer peer = set(server);
                    Link link = opening.join()) {
                assertTrue(link.signal(Signal.BREAK, new byte[3]));
                peer.expect("FFFA2C0505FFF0FFFA2C0506FFF0");
                assertFalse(link.signal(Signal.BAD_STOP, new byte[3]));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"cts, 11, 20", "dsr, 22, 10"})
    void theLinesOfTheOtherSideAreTheDataRequest(String line, String on, String other) throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, line);
            try (TelnetPeer peer = accept(server)
                            .say("FFFA2C6B" + other + "FFF0" + ANSWERS)
                            .expect(QUESTION);
                    Link link = opening.join()) {
                // One that says nothing of the lines, and a character behind it.
                peer.say("FFFA2C6BFFF007");
                await().until(() -> link.heard() == 1);
                assertFalse(link.ready());
                peer.say("FFFA2C6B" + on + "FFF0");
                await().until(link::ready);
                assertEquals(2, link.write(new byte[] {1, 2, 3}, 0, 2));
                peer.expect("0102").say("FFFA2C6B" + other + "FFF0");
                await().until(() -> link.write(new byte[] {1, 2, 3}, 2, 2) < 0);
                assertFalse(link.ready());
            }
        }
    }

    @Test
    void aConnectionThatBreaksIsToldAndMadeAgain() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, "none");
            TelnetPeer first = set(server);
            try (Link link = opening.join()) {
                assertTrue(link.ready());
                assertEquals(1, link.write(new byte[] {1, 2}, 0, 1));
                first.expect("01").close();
                await().until(() -> !link.interruptions().isEmpty());
                assertEquals(-1, link.write(new byte[] {1, 2}, 1, 2));
                assertFalse(link.ready());
                // One that lets in and sends away at once is no new interruption.
                server.accept().close();
                try (TelnetPeer second = accept(server)) {
                    assertFalse(link.ready());
                    second.say(ANSWERS).expect(QUESTION);
                    await().until(link::ready);
                    assertEquals(1, link.write(new byte[] {7}, 0, 1));
                    second.expect("07");
                }
                await().until(() -> link.interruptions().size() == 2);
                String broke =
                        "serial:" + link.address() + ": the connection broke (the other side has ended the connection)";
                assertEquals(
                        List.of(
                                broke + ", and was made again",
                                broke + "; it is made again as soon as its server is there"),
                        link.interruptions());
                assertEquals(Optional.of(link.interruptions().get(1)), link.interruption());
            }
        }
    }

    @Test
    void aServerThatAnsweredAndDoesNotAnyMoreIsGoneAndAskedAnew() throws Exception {
        assertAskedAnew(
                peer -> peer.say(ANSWER).expect(QUESTION).say(ANSWER).expect(QUESTION),
                "its server does not answer any more");
    }

    @Test
    void aServerThatLetsNothingBeSentForHalfASecondIsStuck() throws Exception {
        assertAskedAnew(peer -> peer.say("FFFA2C6CFFF0"), "its server lets nothing be sent: its device takes nothing");
    }

    /** It says all at once, so that the port is set and the connection over before anybody may look. */
    @Test
    void aServerThatEndsTheConnectionWhenThePortIsSetHasBrokenIt() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, "none");
            Socket first = server.accept();
            try (TelnetPeer peer = TelnetPeer.of(first).say("FFFD2C" + ANSWERS)) {
                first.shutdownOutput();
                try (TelnetPeer second = accept(server);
                        Link link = opening.join()) {
                    second.say(ANSWERS).expect(QUESTION);
                    await().until(link::ready);
                    assertEquals(
                            List.of("serial:" + link.address()
                                    + ": the connection broke (the other side has ended the connection), and was made"
                                    + " again"),
                            link.interruptions());
                }
            }
        }
    }

    @Test
    void whyAConnectionCannotBeMadeAgainIsTold() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, "none");
            TelnetPeer first = set(server);
            try (Link link = opening.join()) {
                first.close();
                try (TelnetPeer second =
                        TelnetPeer.of(server.accept()).expect(OFFERS).say("FFFE2C")) {
                    await().until(() -> link.interruption()
                            .filter(why -> why.contains("; made again, it does not serve a serial port (RFC 2217)"))
                            .isPresent());
                }
            }
        }
    }

    private interface Turn {
        void of(TelnetPeer peer) throws IOException;
    }

    private static void assertAskedAnew(Turn turn, String why) throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, "none");
            try (TelnetPeer first = set(server);
                    Link link = opening.join()) {
                turn.of(first);
                try (TelnetPeer second = set(server)) {
                    await().until(link::ready);
                    assertEquals(
                            List.of("serial:" + link.address() + ": the connection broke (" + why
                                    + "), and was made again"),
                            link.interruptions());
                }
            }
        }
    }

    @Test
    void aServerThatAnswersNoQuestionIsNotAskedAgain() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, "none");
            // What it answers is what it was told to set: no flow control.
            try (TelnetPeer peer = accept(server).say(ANSWERS + ANSWER).expect(QUESTION);
                    Link link = opening.join()) {
                await().during(800, TimeUnit.MILLISECONDS)
                        .until(() -> link.interruptions().isEmpty());
                assertTrue(Units.send(link, new byte[] {7}));
                peer.expect("07");
            }
        }
    }

    @Test
    void aServerThatDropsWhatItHasSetUpIsLeftAloneForAWhileEachTime() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Link> opening = opening(server, "none");
            TelnetPeer first = set(server);
            try (Link link = opening.join()) {
                long begin = System.nanoTime();
                // Not before the link has been told that the port is set.
                first.close();
                for (int i = 0; i < 3; i++) {
                    set(server).close();
                }
                await().until(() -> link.interrupted() == 4);
                assertTrue(System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(600));
            }
        }
    }

    @Test
    void whatTheOtherSideSendsIsReceived() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Receiver> opening = CompletableFuture.supplyAsync(
                    () -> RemoteReceiver.open("127.0.0.1", server.getLocalPort(), LineRate.P1));
            try (TelnetPeer peer = set(server);
                    Receiver receiver = opening.join()) {
                byte[] octets = new byte[10];
                assertEquals(0, receiver.read(octets, 0, 10, 1));
                peer.say("01FFFF02FFF0");
                int count = 0;
                while (count < 3) {
                    count += receiver.read(octets, count, 10 - count, 30_000);
                }
                assertArrayEquals(new byte[] {1, -1, 2, 0, 0, 0, 0, 0, 0, 0}, octets);
                receiver.close();
                assertEquals(-1, receiver.read(octets, 0, 10, 1));
            }
        }
    }

    @Test
    void whatIsLostBecauseNobodyReadsIsCountedAndABrokenConnectionIsTheEnd() throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<Receiver> opening = CompletableFuture.supplyAsync(
                    () -> RemoteReceiver.open("127.0.0.1", server.getLocalPort(), LineRate.P1));
            try (TelnetPeer peer = set(server);
                    Receiver receiver = opening.join()) {
                peer.say("07".repeat(64 * 1024));
                assertEquals(0, receiver.lost());
                peer.say("08".repeat(1000));
                await().until(() -> receiver.lost() == 1000);
                peer.close();
                byte[] octets = new byte[100_000];
                int count = 0;
                for (int now = 0; now >= 0; now = receiver.read(octets, count, 100_000 - count, 30_000)) {
                    count += now;
                }
                assertEquals(64 * 1024, count);
                assertEquals(7, octets[count - 1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FFFE2C, 'does not serve a serial port (RFC 2217); in ser2net its accepter is telnet(rfc2217),tcp,PORT'",
        "FFFD2CFFFA2C6500002580FFF0, 'runs at 9600 bit/s, not at 115200; let its clients set the rate, or use an adapter"
                + " that reaches it'",
        "FFFD2CFFFA2C6602FFF0, 'does not take eight data bits, no parity, one stop bit; let its clients set them'"
    })
    void aServerThatWillNotDoIsAFaultOfTheBench(String answer, String why) throws Exception {
        try (ServerSocket server = server(0)) {
            CompletableFuture<LinkException> opening = CompletableFuture.supplyAsync(
                    () -> assertThrows(LinkException.class, () -> opened(server.getLocalPort())));
            try (TelnetPeer peer = TelnetPeer.of(server.accept()).say(answer)) {
                assertEquals(
                        "serial:rfc2217://127.0.0.1:" + server.getLocalPort() + ": " + why,
                        opening.join().getMessage());
            }
        }
    }

    @Test
    void whereNobodyServesThatIsSaid() throws IOException {
        int port;
        try (ServerSocket server = server(0)) {
            port = server.getLocalPort();
        }
        assertEquals(
                "serial:rfc2217://127.0.0.1:" + port
                        + ": cannot be reached (Connection refused); start its server or correct host and port",
                assertThrows(LinkException.class, () -> opened(port)).getMessage());
        assertThrows(InputException.class, () -> LinkSpec.parse("serial:rfc2217://4000"));
        assertThrows(InputException.class, () -> LinkSpec.parse("serial:rfc2217://localhost:0"));
    }

    private static Link opened(int port) {
        return LinkSpec.parse("serial:rfc2217://127.0.0.1:" + port).open(LineRate.P1);
    }
}
