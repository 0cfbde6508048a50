package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.userports.link.Ledger.Entry;
import io.userports.link.Ledger.Fate;
import io.userports.link.Ledger.Lateness;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void anEntryHoldsWhatLeft() {
        Ledger ledger = Ledger.of();
        Emission emission = emission(UserPort.P1);
        ledger.add(emission, 4, 100, 200, 5, Fate.LEFT);
        ledger.add(emission, 1, 300, 400, 6, Fate.CUT);
        ledger.add(emission, 0, 500, 500, 0, Fate.DROPPED);

        List<Entry> entries = ledger.since(0);
        assertSame(emission.octets(), entries.get(0).octets());
        assertArrayEquals(new byte[] {1}, entries.get(1).octets());
        assertArrayEquals(new byte[0], entries.get(2).octets());
        assertEquals(
                new Entry(1, UserPort.P1, Units.NOON, entries.get(1).octets(), 300, 400, 6, Fate.CUT), entries.get(1));
    }

    @Test
    void readersGoOnWhereTheyWere() {
        Ledger ledger = Ledger.of();
        add(ledger, UserPort.P1, Fate.LEFT, 5);
        long seen = ledger.size();
        assertEquals(List.of(), ledger.since(seen));
        add(ledger, UserPort.P1, Fate.LEFT, 2);
        assertEquals(List.of(5L, 6L), numbers(ledger, seen));
    }

    @Test
    void fatesAreCountedByPort() {
        Ledger ledger = Ledger.of();
        add(ledger, UserPort.P1, Fate.LEFT, 3);
        add(ledger, UserPort.P1, Fate.DROPPED, 2);
        add(ledger, UserPort.S1, Fate.DROPPED, 1);
        assertEquals(3, ledger.count(Fate.LEFT));
        assertEquals(3, ledger.count(Fate.DROPPED));
        assertEquals(2, ledger.count(UserPort.P1, Fate.DROPPED));
        assertEquals(0, ledger.count(UserPort.S1, Fate.LEFT));
    }

    @Test
    void aBoundedOneForgetsTheOldestButNotTheCounts() {
        Ledger ledger = Ledger.keeping(10);
        add(ledger, UserPort.P1, Fate.LEFT, 1000);
        List<Long> kept = numbers(ledger, 0);
        assertEquals(999, kept.get(kept.size() - 1));
        assertEquals(true, kept.size() >= 10 && kept.size() <= 30, kept::toString);
        assertEquals(List.of(998L, 999L), numbers(ledger, 998));
        assertEquals(1000, ledger.count(Fate.LEFT));
        assertEquals(1000, ledger.size());
    }

    @Test
    void latenessIsThatOfWhatLeft() {
        Ledger ledger = Ledger.of();
        assertEquals(new Lateness(0, 0, 0), ledger.lateness());
        for (int late = 1; late <= 199; late++) {
            ledger.add(emission(UserPort.P1), 4, 0, 0, late, Fate.LEFT);
        }
        ledger.add(emission(UserPort.P1), 0, 0, 0, 7777, Fate.DROPPED);
        assertEquals(new Lateness(100, 198, 199), ledger.lateness());
    }

    private static void add(Ledger ledger, UserPort port, Fate fate, int times) {
        for (int i = 0; i < times; i++) {
            ledger.add(emission(port), fate == Fate.LEFT ? 4 : 0, 0, 0, 0, fate);
        }
    }

    private static List<Long> numbers(Ledger ledger, long from) {
        return ledger.since(from).stream().map(Entry::number).toList();
    }

    private static Emission emission(UserPort port) {
        return new Emission(Units.NOON, port, new byte[] {1, 2, 3, 4});
    }
}
