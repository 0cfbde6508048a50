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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What breaks, hangs or is stopped while it plays. */
class PlayerTroubleTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Ledger ledger = Ledger.of();
    private final MemoryLink link = MemoryLink.of(16 * 1024, LineRate.P1);

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
        List<Fate> fates = ledger.since(0).stream()
                .sorted(Comparator.comparing(Entry::due))
                .map(Entry::fate)
                .toList();
        assertEquals(List.of(Fate.LEFT, Fate.DROPPED, Fate.DROPPED), fates.subList(0, 3));
        assertEquals(Fate.LEFT, fates.get(29));
    }

    /** And not only when the reader takes something again, which may be never. */
    @Test
    void whatWaitsBehindAUnitThatNobodyTakesIsDroppedWhileItDoes() {
        StubLink stuck = new StubLink() {
            @Override
            public int write(byte[] unit, int from, int to) {
                return 0;
            }
        };
        try (Player player = Player.of(TimeScale.times(10))) {
            player.play(Units.every(SECOND, 100, 10_000), Map.of(UserPort.P1, stuck), ledger);
            await().until(() -> ledger.count(Fate.DROPPED) > 3);
            // Long before the queue is full.
            Instant first = ledger.since(0).get(0).due();
            assertTrue(first.isBefore(Units.NOON.plusSeconds(50)), first::toString);
        }
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
}
