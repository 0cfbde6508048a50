package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.link.Ledger.Entry;
import io.userports.link.Ledger.Fate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataRequestTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int LENGTH = 576;

    private final Ledger ledger = Ledger.of();

    /** Asks for telegrams from the look with that number on, and stops asking after so many octets. */
    private static final class Asked extends StubLink {
        private final boolean atOnce;
        private final int from;
        private final int octets;
        private int looks;
        private int taken;
        private long roseNanos;

        Asked(boolean atOnce, int from, int octets) {
            this.atOnce = atOnce;
            this.from = from;
            this.octets = octets;
        }

        @Override
        public boolean ready() {
            if (looks++ == from) {
                roseNanos = System.nanoTime();
            }
            return looks > from && taken < octets;
        }

        @Override
        public boolean startsOnRequest() {
            return atOnce;
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            int now = Math.min(to - from, octets - taken);
            taken += now;
            return now == 0 ? -1 : now;
        }
    }

    private List<Fate> fates(Asked link, int units) {
        try (Player player = Player.of(TimeScale.REAL_TIME)) {
            player.play(Units.every(SECOND, LENGTH, units), Map.of(UserPort.P1, link), ledger)
                    .awaitEnd();
        }
        return ledger.since(0).stream().map(Entry::fate).toList();
    }

    @Test
    void aTelegramThatIsAskedForAfterItWasDueLeavesThenAndIsNotLate() {
        Asked link = new Asked(true, 20, Integer.MAX_VALUE);
        assertEquals(List.of(Fate.LEFT), fates(link, 1));
        Entry entry = ledger.since(0).get(0);
        assertTrue(entry.startedNanos() - entry.latenessNanos() - link.roseNanos >= 0, entry::toString);
        assertEquals(Units.NOON, entry.due());
    }

    @Test
    void whereTheNextSecondIsTheFirstTheOneThatNobodyAskedForIsDropped() {
        assertEquals(List.of(Fate.DROPPED, Fate.LEFT), fates(new Asked(false, 1, Integer.MAX_VALUE), 2));
    }

    @Test
    void aTelegramThatNobodyAsksForWithinItsSecondIsDropped() {
        assertEquals(List.of(Fate.DROPPED), fates(new Asked(true, Integer.MAX_VALUE, 0), 1));
    }

    @Test
    void aTelegramEndsWhereNobodyAsksForItAnyMore() {
        assertEquals(List.of(Fate.CUT), fates(new Asked(true, 0, 200), 1));
        assertEquals(200, ledger.since(0).get(0).octets().length);
    }

    @Test
    void aRequestIsReadAsItIsWritten() {
        assertEquals(new DataRequest(DataRequest.Line.CTS, DataRequest.Start.AT_ONCE), DataRequest.valueOf("cts"));
        assertEquals(DataRequest.NONE, DataRequest.valueOf("none"));
        assertEquals(
                "'rts' is none of none, cts, dsr, open",
                assertThrows(IllegalArgumentException.class, () -> DataRequest.valueOf("rts"))
                        .getMessage());
    }

    @Test
    void anOutletThatTakesNothingChangesNothingForAnother() {
        Ledger stalled = Ledger.of();
        Link nobody = new StubLink() {
            @Override
            public boolean ready() {
                return false;
            }
        };
        try (Player player = Player.of(TimeScale.times(50))) {
            player.play(
                            Units.every(SECOND, LENGTH, 10),
                            List.of(
                                    new Outlet(UserPort.P1, nobody, stalled),
                                    new Outlet(UserPort.P1, new StubLink(), ledger)))
                    .awaitEnd();
        }
        assertEquals(10, ledger.count(Fate.LEFT));
        assertEquals(10, stalled.count(Fate.DROPPED));
        assertEquals(10, stalled.size());
    }
}
