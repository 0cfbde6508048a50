package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.List;
import java.util.Map;
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
                List<Emission> made = units.step();
                return asked.size() == 1 ? List.of() : made;
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
}
