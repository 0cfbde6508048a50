package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.link.Ledger.Entry;
import io.userports.link.Ledger.Fate;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.Gaps;
import io.userports.s1.S1Layout;
import io.userports.s1.S1Settings;
import io.userports.s1.S1View;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Readers of S1 who come late, stall, or stall beside a reader of P1. */
class SamplesOnALinkTest {
    private static final Profile PROFILE = Profile.of("three-phase");
    private static final Duration BATCH = S1Settings.BATCH;
    /** What may wait for a reader: the queue of the port, and a unit on either side of it. */
    private static final int WAITING = 66;

    private final Ledger ledger = Ledger.of();

    private static Meter meter() {
        Household household = Household.of(PROFILE, 1);
        return Meter.of(household, household.at(PROFILE.startInstant()), 1, Consent.GIVEN)
                .withS1(S1Settings.of(new Sampling.PerSecond(2600)));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aReaderThatStallsOnAPseudoTerminalMissesWholeTelegrams() throws IOException {
        try (Link link = LinkSpec.parse("pty").open(LineRate.S1);
                InputStream in = new FileInputStream(link.address())) {
            stall(link, in);
        }
    }

    @Test
    void aReaderThatStallsOverTcpMissesWholeTelegrams() throws IOException {
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.S1);
                Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(address(link));
            stall(link, socket.getInputStream());
        }
    }

    @Test
    void aReaderThatStallsInMemoryMissesWholeTelegrams() throws IOException {
        try (MemoryLink link = MemoryLink.of(16 * 1024, LineRate.S1)) {
            stall(link, link.input());
        }
    }

    private void stall(Link link, InputStream in) throws IOException {
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            Playing playing = player.play(meter(), Map.of(UserPort.S1, link), ledger);
            await().until(() -> ledger.count(Fate.DROPPED) > 40);
            Duration passed = Duration.between(PROFILE.startInstant(), playing.simulatedAt(System.nanoTime()));
            assertTrue(ledger.size() + WAITING > passed.dividedBy(BATCH), "no more waits than what the queue holds");
            Listener listener = Listener.to(in);
            long before = ledger.count(Fate.LEFT);
            await().until(() -> ledger.count(Fate.LEFT) > before + 100);
            playing.stop();

            assertEquals(0, ledger.count(Fate.CUT));
            byte[] left = left();
            assertArrayEquals(left, Arrays.copyOf(listener.hears(left.length), left.length));
            List<Integer> numbers = numbers(left);
            long missing = 0;
            for (int i = 1; i < numbers.size(); i++) {
                missing += Gaps.bySequence(numbers.get(i - 1), numbers.get(i));
            }
            assertEquals(0, numbers.get(0));
            assertEquals((droppedBeforeTheLast() - missing) % Gaps.MODULUS, 0, "the number has run on");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aReaderOfAPseudoTerminalWhoComesLateBeginsWithATelegram() throws IOException {
        try (Link link = LinkSpec.parse("pty").open(LineRate.S1)) {
            comeLate(link, () -> new FileInputStream(link.address()));
        }
    }

    @Test
    void aReaderOverTcpWhoComesLateBeginsWithATelegram() throws IOException {
        try (Link link = LinkSpec.parse("tcp:0").open(LineRate.S1);
                Socket socket = new Socket()) {
            comeLate(link, () -> {
                socket.connect(address(link));
                return socket.getInputStream();
            });
        }
    }

    private interface Coming {
        InputStream come() throws IOException;
    }

    private void comeLate(Link link, Coming reader) throws IOException {
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            Playing playing = player.play(meter(), Map.of(UserPort.S1, link), ledger);
            await().until(() -> ledger.count(Fate.DROPPED) > 20);
            Listener listener = Listener.to(reader.come());
            await().until(() -> ledger.count(Fate.LEFT) > 20);
            playing.stop();
            byte[] left = left();
            assertArrayEquals(left, Arrays.copyOf(listener.hears(left.length), left.length));
            assertTrue(numbers(left).size() > 20 * 12);
        }
    }

    @Test
    void aReaderOfS1WhoStallsLeavesP1Alone() {
        MemoryLink p1 = MemoryLink.of(16 * 1024, LineRate.P1);
        Listener.to(p1.input());
        try (Player player = Player.of(TimeScale.times(4));
                MemoryLink s1 = MemoryLink.of(16 * 1024, LineRate.S1)) {
            player.play(meter(), Map.of(UserPort.P1, p1, UserPort.S1, s1), ledger);
            await().until(() -> ledger.count(UserPort.S1, Fate.DROPPED) > 400);
            await().until(() -> ledger.count(UserPort.P1, Fate.LEFT) > 3);
            assertEquals(0, ledger.count(UserPort.P1, Fate.DROPPED));
        }
    }

    @Test
    void aReaderOfP1WhoStallsLeavesS1Alone() {
        MemoryLink s1 = MemoryLink.of(16 * 1024, LineRate.S1);
        Listener.to(s1.input());
        try (Player player = Player.of(TimeScale.REAL_TIME);
                MemoryLink p1 = MemoryLink.of(100, LineRate.P1)) {
            player.play(meter(), Map.of(UserPort.P1, p1, UserPort.S1, s1), ledger);
            await().until(() -> ledger.count(UserPort.S1, Fate.LEFT) > 300);
            assertEquals(0, ledger.count(UserPort.P1, Fate.LEFT));
        }
    }

    private byte[] left() {
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        ledger.since(0).forEach(entry -> left.writeBytes(entry.octets()));
        return left.toByteArray();
    }

    /** Telegrams that were dropped before the last that left: 13 in 5 ms. */
    private long droppedBeforeTheLast() {
        List<Entry> entries = ledger.since(0);
        long last = entries.stream()
                .filter(e -> e.fate() == Fate.LEFT)
                .mapToLong(Entry::number)
                .max()
                .orElseThrow();
        return 13
                * entries.stream()
                        .filter(e -> e.fate() == Fate.DROPPED && e.number() < last)
                        .count();
    }

    /** {@return the numbers of the telegrams of which {@code octets} consist; fails when there is anything else} */
    private static List<Integer> numbers(byte[] octets) {
        List<Integer> numbers = new ArrayList<>();
        S1View view = S1View.of(S1Layout.EMUCS_H_1_3);
        FrameSplitter splitter = FrameSplitter.strict();
        FrameSplitter.Sink sink = new FrameSplitter.Sink() {
            @Override
            public void frame(byte[] buffer, int at, int length, long offset) {
                assertEquals(FrameKind.TELEGRAM, view.kind(buffer, at, length));
                numbers.add(view.sequence());
            }

            @Override
            public void noise(byte[] buffer, int at, int count, long offset) {
                throw new AssertionError(count + " octets of noise at " + offset);
            }
        };
        splitter.feed(octets, 0, octets.length, sink);
        splitter.end(sink);
        return numbers;
    }

    private static InetSocketAddress address(Link link) {
        return new InetSocketAddress(
                "127.0.0.1", Integer.parseInt(link.address().split(":")[1]));
    }
}
