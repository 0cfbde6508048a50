package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.userports.link.Ledger.Entry;
import io.userports.link.Ledger.Fate;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 2217 with programs that others wrote, where they are installed: pyserial and ser2net. */
class ForeignAdaptersTest {
    private static final int LENGTH = 8000;
    private static final Path PYSERIAL_SERVER = Path.of("/usr/share/doc/python3-serial/examples/rfc2217_server.py");

    private static final String GATING_CLIENT =
            """
            import serial, sys
            p = serial.serial_for_url(sys.argv[1], baudrate=115200, xonxoff=True, timeout=1.2, do_not_open=True)
            p.rts = False
            p.open()
            print('not asked for:', len(p.read(1)))
            p.timeout = 30
            p.rts = True
            heard = p.read(100)
            p.rts = False
            # The answer to that stands behind the last octet that left.
            heard += p.read(p.in_waiting)
            p.timeout = 1.2
            print('not asked for any more:', len(p.read(1)))
            p.timeout = 30
            p.rts = True
            heard += p.read(int(sys.argv[2]))
            p.rts = False
            print('lines:', p.cts, p.dsr)
            with open(sys.argv[3], 'wb') as file:
                file.write(heard)
            p.close()
            """;

    @TempDir
    private Path folder;

    @Test
    void pyserialGatesTheTelegramsWithItsRequestToSend() throws Exception {
        Program.assume(Program.PYTHON, "-c", "import serial");
        Path heard = folder.resolve("heard");
        Ledger ledger = Ledger.of();
        try (Link link = LinkSpec.parse("rfc2217:0").open(LineRate.P1, DataRequest.valueOf("cts"));
                Player player = Player.of(TimeScale.REAL_TIME)) {
            Playing playing =
                    player.play(Units.every(Duration.ofSeconds(1), LENGTH, 120), Map.of(UserPort.P1, link), ledger);
            try (Program client = Program.start(
                    folder,
                    List.of(
                            Program.PYTHON,
                            "-c",
                            GATING_CLIENT,
                            link.address(),
                            Integer.toString(LENGTH),
                            heard.toString()))) {
                assertEquals(0, client.exit(), client.said());
                assertEquals("not asked for: 0\nnot asked for any more: 0\nlines: True True\n", client.said());
            }
            playing.stop();
        }
        List<Entry> left = ledger.since(0).stream()
                .filter(entry -> entry.octets().length > 0)
                .limit(2)
                .toList();
        assertEquals(
                List.of(Fate.CUT, Fate.LEFT), left.stream().map(Entry::fate).toList());
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (Entry entry : left) {
            stream.writeBytes(entry.octets());
        }
        assertArrayEquals(stream.toByteArray(), Files.readAllBytes(heard));
    }

    @Test
    void theServerOfPyserialIsARemoteAdapter() throws Exception {
        Program.assume(Program.PYTHON, "-c", "import serial");
        assumeTrue(Files.exists(PYSERIAL_SERVER), PYSERIAL_SERVER + " is not installed");
        int port = Program.freePort();
        // A looped plug: what is sent comes back, and its Request To Send is its Clear To Send.
        try (Program server = Program.start(
                        folder,
                        List.of(Program.PYTHON, PYSERIAL_SERVER.toString(), "-p", Integer.toString(port), "loop://"));
                RemotePort remote = opened(server, port, DataRequest.Line.CTS)) {
            // Whatever the machine does meanwhile, the lines are told at once and once a second.
            await().atMost(30, TimeUnit.SECONDS).until(() -> remote.used(RemoteSession::begin, false));
            byte[] unit = Units.unit(1, 600);
            assertEquals(600, remote.used(session -> session.write(unit, 0, 600), -1));
            await().atMost(30, TimeUnit.SECONDS).until(() -> heard() >= 600);
            synchronized (heard) {
                assertArrayEquals(unit, heard.toByteArray());
            }
            assertEquals(List.of(), remote.interruptions().last());
        }
    }

    @Test
    void ser2netIsARemoteAdapterAndMayComeBack() throws Exception {
        Program.assume("/usr/sbin/ser2net");
        int port = Program.freePort();
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            Path configuration = Files.writeString(
                    folder.resolve("ser2net.yaml"),
                    """
                    %%YAML 1.1
                    ---
                    connection: &p1
                      accepter: telnet(rfc2217),tcp,127.0.0.1,%d
                      connector: serialdev,%s,115200n81,local
                    """
                            .formatted(port, terminal.path()));
            List<String> command = List.of("/usr/sbin/ser2net", "-n", "-u", "-c", configuration.toString());
            Program first = Program.start(folder, command);
            try (RemotePort remote = opened(first, port, DataRequest.Line.NONE)) {
                send(remote, terminal, 1);
                first.close();
                await().atMost(30, TimeUnit.SECONDS)
                        .until(() -> remote.interruptions().lasting().isPresent());
                try (Program second = Program.start(folder, command)) {
                    assertTrue(second.process().isAlive());
                    send(remote, terminal, 2);
                    assertEquals(1, remote.interruptions().last().size());
                    await().until(() -> remote.interruptions().lasting().isEmpty());
                }
            } finally {
                first.close();
            }
        }
    }

    /** The test holds the master: what the adapter sends comes in here. */
    private static void send(RemotePort remote, PseudoTerminal terminal, int number) throws Exception {
        await().atMost(30, TimeUnit.SECONDS).until(() -> remote.used(RemoteSession::begin, false));
        byte[] unit = Units.unit(number, 600);
        long before = terminal.ignored();
        assertEquals(600, remote.used(session -> session.write(unit, 0, 600), -1));
        await().atMost(30, TimeUnit.SECONDS).until(() -> {
            terminal.ignoreInput();
            return terminal.ignored() >= before + 600;
        });
        assertEquals(before + 600, terminal.ignored());
    }

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private int heard() {
        synchronized (heard) {
            return heard.size();
        }
    }

    private RemotePort opened(Program server, int port, DataRequest.Line line) throws IOException {
        return await().atMost(30, TimeUnit.SECONDS).until(() -> tried(server, port, line), r -> r != null);
    }

    private RemotePort tried(Program server, int port, DataRequest.Line line) throws IOException {
        assertTrue(server.process().isAlive(), server.said());
        try {
            return RemotePort.open("127.0.0.1", port, LineRate.P1, line, octet -> {
                synchronized (heard) {
                    heard.write(octet);
                }
            });
        } catch (LinkException e) {
            return null;
        }
    }
}
