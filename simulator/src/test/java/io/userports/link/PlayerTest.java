package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.link.Ledger.Entry;
import io.userports.link.Ledger.Fate;
import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Ledger ledger = Ledger.of();
    private final MemoryLink link = MemoryLink.of(16 * 1024, LineRate.P1);

    @Test
    void unitsLeaveInOrderAndNeverBeforeTheyAreDue() throws Exception {
        Listener listener = Listener.to(link.input());
        Playing playing;
        try (Player player = Player.of(TimeScale.times(50))) {
            playing = player.play(Units.every(SECOND, 600, 20), Map.of(UserPort.P1, link), ledger);
            playing.awaitEnd();
        }
        link.close();
        assertEquals(IntStream.range(0, 20).boxed().toList(), Units.numbersIn(listener.hearsTheEnd(), 600));
        assertEquals(20, ledger.count(UserPort.P1, Fate.LEFT));
        for (Entry entry : ledger.since(0)) {
            Instant due = Units.NOON.plusSeconds(entry.number());
            assertEquals(due, entry.due());
            assertEquals(playing.nanosAt(due), entry.startedNanos() - entry.latenessNanos());
            assertTrue(entry.latenessNanos() >= 0, entry::toString);
            assertEquals(due, playing.simulatedAt(playing.nanosAt(due)));
        }
        assertEquals(20_000_000, playing.nanosAt(Units.NOON.plusSeconds(1)) - playing.nanosAt(Units.NOON));
    }

    @Test
    void aUnitTakesItsTimeOnTheLine() throws Exception {
        Listener.to(link.input());
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            player.play(Units.every(SECOND, 1152, 1), Map.of(UserPort.P1, link), ledger)
                    .awaitEnd();
        }
        Entry entry = ledger.since(0).get(0);
        // 1152 octets are 100 ms; the last slice of at most 10 ms is handed over when it begins.
        assertTrue(entry.endedNanos() - entry.startedNanos() >= 90_000_000, entry::toString);
    }

    @Test
    void aUnitWaitsForTheLineThatStillCarriesTheLast() {
        Listener.to(link.input());
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            player.play(Units.every(Duration.ofMillis(10), 576, 3), Map.of(UserPort.P1, link), ledger)
                    .awaitEnd();
        }
        List<Entry> entries = ledger.since(0);
        // 576 octets are 50 ms, so five times what the line can carry.
        assertTrue(entries.get(2).startedNanos() - entries.get(0).startedNanos() >= 100_000_000, entries::toString);
    }

    @Test
    void withoutAClockNothingIsDroppedAndNothingWaits(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("out.p1");
        try (Player player = Player.of(TimeScale.MAX);
                Link out = new LinkSpec.File(file).open(LineRate.P1)) {
            player.play(Units.every(Duration.ofDays(1), 600, 3000), Map.of(UserPort.P1, out), ledger)
                    .awaitEnd();
        }
        assertEquals(IntStream.range(0, 3000).boxed().toList(), Units.numbersIn(Files.readAllBytes(file), 600));
        assertEquals(3000, ledger.count(Fate.LEFT));
        assertEquals(new Ledger.Lateness(0, 0, 0), ledger.lateness());
    }

    @Test
    void nobodyListeningCostsUnitsAndNoTime() throws Exception {
        link.input().close();
        try (Player player = Player.of(TimeScale.times(200))) {
            player.play(Units.every(SECOND, 600, 20), Map.of(UserPort.P1, link), ledger)
                    .awaitEnd();
        }
        assertEquals(20, ledger.count(Fate.DROPPED));
        assertEquals(20, ledger.size());
        assertTrue(ledger.since(0).stream().allMatch(entry -> entry.octets().length == 0));
    }

    @Test
    void whatIsASecondLateIsStaleAndDropped() {
        StubLink slow = new StubLink() {
            private final long free = System.nanoTime() + 1_500_000_000;

            @Override
            public int write(byte[] unit, int from, int to) {
                while (System.nanoTime() - free < 0) {
                    LockSupport.parkNanos(10_000_000);
                }
                return to - from;
            }
        };
        try (Player player = Player.of(TimeScale.times(10))) {
            player.play(Units.every(SECOND, 100, 30), Map.of(UserPort.P1, slow), ledger)
                    .awaitEnd();
        }
        List<Fate> fates = ledger.since(0).stream().map(Entry::fate).toList();
        assertEquals(List.of(Fate.LEFT, Fate.DROPPED, Fate.DROPPED), fates.subList(0, 3));
        assertEquals(Fate.LEFT, fates.get(29));
    }

    @Test
    void aSourceIsAskedOnlyShortlyBeforeItsStepIsDue() {
        List<Long> asked = new ArrayList<>();
        EmissionSource units = Units.every(SECOND, 100, 10);
        EmissionSource noting = new EmissionSource() {
            @Override
            public Instant nextStep() {
                return units.nextStep();
            }

            @Override
            public List<Emission> step() {
                asked.add(System.nanoTime());
                return units.step();
            }
        };
        try (Player player = Player.of(TimeScale.times(20))) {
            Playing playing = player.play(noting, Map.of(UserPort.P1, new StubLink()), ledger);
            playing.awaitEnd();
            for (int i = 0; i < 10; i++) {
                long early = playing.nanosAt(Units.NOON.plusSeconds(i)) - asked.get(i);
                assertTrue(i == 0 || early <= 5_000_000, "step " + i + " was asked for " + early + " ns early");
            }
        }
    }

    @Test
    void eachPortHasItsOwnLink() throws Exception {
        MemoryLink s1 = MemoryLink.of(1000, LineRate.P1);
        EmissionSource both = new EmissionSource() {
            private boolean over;

            @Override
            public Instant nextStep() {
                return over ? Instant.MAX : Units.NOON;
            }

            @Override
            public List<Emission> step() {
                over = true;
                return List.of(
                        new Emission(Units.NOON, UserPort.P1, new byte[] {1}),
                        new Emission(Units.NOON, UserPort.S1, new byte[] {2}));
            }
        };
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            player.play(both, Map.of(UserPort.P1, link, UserPort.S1, s1), ledger)
                    .awaitEnd();
        }
        assertArrayEquals(new byte[] {1}, link.input().readNBytes(1));
        assertArrayEquals(new byte[] {2}, s1.input().readNBytes(1));
    }

    @Test
    void aLinkThatBreaksEndsItsPortOnly() throws Exception {
        LinkException broken = LinkException.of("unplugged");
        StubLink breaking = new StubLink() {
            @Override
            public int write(byte[] unit, int from, int to) {
                if (from > 0) {
                    throw broken;
                }
                return 100;
            }
        };
        EmissionSource p1 = Units.every(SECOND, 300, 10);
        EmissionSource both = new EmissionSource() {
            @Override
            public Instant nextStep() {
                return p1.nextStep();
            }

            @Override
            public List<Emission> step() {
                Emission e = p1.step().get(0);
                return List.of(e, new Emission(e.due(), UserPort.S1, e.octets()));
            }
        };
        try (Player player = Player.of(TimeScale.times(10))) {
            Playing playing = player.play(both, Map.of(UserPort.P1, link, UserPort.S1, breaking), ledger);
            assertEquals(
                    "unplugged",
                    assertThrows(LinkException.class, playing::awaitEnd).getMessage());
            assertEquals(Optional.of(broken), playing.failure());
        }
        assertEquals(10, ledger.count(UserPort.P1, Fate.LEFT));
        assertEquals(0, ledger.count(UserPort.S1, Fate.LEFT));
        assertEquals(9, ledger.count(UserPort.S1, Fate.DROPPED));
        assertEquals(1, ledger.count(UserPort.S1, Fate.CUT));
        Entry cut = ledger.since(0).stream()
                .filter(entry -> entry.fate() == Fate.CUT)
                .findAny()
                .orElseThrow();
        assertArrayEquals(Arrays.copyOf(Units.unit(0, 300), 100), cut.octets());
    }

    @Test
    void theOnlyLinkBreakingEndsThePlaying() {
        StubLink breaking = new StubLink() {
            @Override
            public boolean ready() {
                throw LinkException.of("unplugged");
            }
        };
        try (Player player = Player.of(TimeScale.times(100))) {
            Playing playing =
                    player.play(Units.every(SECOND, 300, Integer.MAX_VALUE), Map.of(UserPort.P1, breaking), ledger);
            assertEquals(
                    "unplugged",
                    assertThrows(LinkException.class, playing::awaitEnd).getMessage());
        }
    }

    @Test
    void aSourceThatFailsEndsItsPlayingAndNoOther() {
        EmissionSource failing = new EmissionSource() {
            private int steps;

            @Override
            public Instant nextStep() {
                return Units.NOON.plusSeconds(steps);
            }

            @Override
            public List<Emission> step() {
                if (steps++ == 2) {
                    throw new IllegalStateException("no more");
                }
                return List.of();
            }
        };
        try (Player player = Player.of(TimeScale.times(100))) {
            Playing bad = player.play(failing, Map.of(UserPort.P1, new StubLink()), ledger);
            Playing good = player.play(Units.every(SECOND, 600, 10), Map.of(UserPort.P1, link), ledger);
            assertEquals(
                    "no more",
                    assertThrows(IllegalStateException.class, bad::awaitEnd).getMessage());
            good.awaitEnd();
            assertEquals(10, ledger.count(Fate.LEFT));
        }
    }

    @Test
    void stoppingLetsTheUnitThatHasBegunEnd() throws Exception {
        Listener listener = Listener.to(link.input());
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            Playing playing = player.play(Units.every(SECOND, 5000, 10), Map.of(UserPort.P1, link), ledger);
            listener.hears(1);
            playing.stop();
            assertTrue(playing.done().isDone());
        }
        link.close();
        assertEquals(List.of(0), Units.numbersIn(listener.hearsTheEnd(), 5000));
        assertEquals(1, ledger.size());
    }

    @Test
    void aWriteThatHangsIsFreedByStopping() {
        StubLink hanging = new StubLink() {
            @Override
            public synchronized int write(byte[] unit, int from, int to) {
                while (!closed) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        // As deaf as a system call.
                    }
                }
                return -1;
            }
        };
        try (Player player = Player.of(TimeScale.times(100))) {
            Playing playing = player.play(Units.every(SECOND, 600, 1000), Map.of(UserPort.P1, hanging), ledger);
            await().until(() -> ledger.count(Fate.DROPPED) > 0);
            playing.stop();
            playing.awaitEnd();
        }
        assertEquals(0, ledger.count(Fate.LEFT));
    }

    @Test
    void aThousandMetersPlaySideBySide() {
        List<Playing> playings;
        try (Player player = Player.of(TimeScale.times(10))) {
            playings = IntStream.range(0, 1000)
                    .mapToObj(
                            i -> player.play(Units.every(SECOND, 100, 3), Map.of(UserPort.P1, new StubLink()), ledger))
                    .toList();
            playings.forEach(Playing::awaitEnd);
        }
        assertEquals(3000, ledger.count(Fate.LEFT));
    }

    /** Takes everything and forgets it. */
    private static class StubLink implements Link {
        boolean closed;

        @Override
        public String address() {
            return "stub";
        }

        @Override
        public Optional<LineRate> pace() {
            return Optional.of(LineRate.P1);
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            return to - from;
        }

        @Override
        public synchronized void close() {
            closed = true;
            notifyAll();
        }
    }
}
