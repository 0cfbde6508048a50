package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.adapter.AdapterId;
import io.userports.adapter.Adapters;
import io.userports.link.Ledger.Fate;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A pseudo-terminal has no control lines: the test stands for them. */
@EnabledOnOs(OS.LINUX)
class SerialDataRequestTest {
    /** Most of a second of line. */
    private static final int LONG = 10_000;

    @TempDir
    Path folder;

    private final AtomicBoolean asked = new AtomicBoolean();

    @Test
    void nothingLeavesUntilItIsAskedFor() {
        try (Cable cable = cable();
                Link link = open(cable, DataRequest.valueOf("cts"))) {
            assertEquals(true, link.startsOnRequest());
            assertEquals(Optional.of(LineRate.P1), link.pace());
            assertEquals(false, link.ready());
            assertEquals(-1, link.write(new byte[10], 0, 10));
            assertEquals(Optional.empty(), link.interruption());
            asked.set(true);
            assertTrue(Units.send(link, Units.unit(1, 100)));
            assertArrayEquals(Units.unit(1, 100), cable.read(100));
        }
    }

    @Test
    void theTelegramOfTheNextSecondIsTheFirstWhereThatIsWanted() {
        try (Cable cable = cable();
                Link link = open(cable, new DataRequest(DataRequest.Line.DSR, DataRequest.Start.NEXT_SECOND))) {
            assertEquals(false, link.startsOnRequest());
        }
    }

    @Test
    void aTelegramEndsWhereItIsNoLongerAskedForAndTheNextOneIsWhole() {
        asked.set(true);
        Ledger ledger = Ledger.of();
        try (Cable cable = cable();
                Link link = open(cable, DataRequest.valueOf("dsr"));
                Player player = Player.of(TimeScale.REAL_TIME)) {
            player.play(Units.every(Duration.ofSeconds(1), LONG, 100), Map.of(UserPort.P1, link), ledger);
            byte[] begun = cable.read(400);
            asked.set(false);
            await().until(() -> ledger.size() > 0);
            Ledger.Entry cut = ledger.since(0).get(0);
            assertEquals(Fate.CUT, cut.fate());
            byte[] rest = new byte[LONG];
            int more = 0;
            for (int now = cable.read(rest, 0, 100); now > 0; now = cable.read(rest, more, 100)) {
                more += now;
            }
            byte[] arrived = Arrays.copyOf(begun, 400 + more);
            System.arraycopy(rest, 0, arrived, 400, more);
            assertArrayEquals(Arrays.copyOf(Units.unit(0, LONG), arrived.length), arrived);
            assertTrue(
                    arrived.length <= cut.octets().length && cut.octets().length < LONG,
                    () -> arrived.length + " of " + cut.octets().length);

            await().until(() -> ledger.size() > 1);
            assertEquals(Fate.DROPPED, ledger.since(1).get(0).fate());
            asked.set(true);
            byte[] next = cable.read(LONG);
            assertArrayEquals(Units.unit((next[0] & 0xff) << 8 | next[1] & 0xff, LONG), next);
        }
    }

    @Test
    void aTelegramThatIsAskedForLateLeavesWithinItsSecond() {
        Ledger ledger = Ledger.of();
        try (Cable cable = cable();
                Link link = open(cable, DataRequest.valueOf("cts"));
                Player player = Player.of(TimeScale.REAL_TIME)) {
            player.play(Units.every(Duration.ofSeconds(1), 100, 100), Map.of(UserPort.P1, link), ledger);
            await().until(() -> ledger.size() == 1);
            asked.set(true);
            byte[] first = cable.read(100);
            int number = (first[0] & 0xff) << 8 | first[1] & 0xff;
            assertArrayEquals(Units.unit(number, 100), first);
            assertEquals(Fate.DROPPED, ledger.since(0).get(0).fate());
        }
    }

    private Cable cable() {
        return Cable.plugged(folder.resolve("tty"));
    }

    private Link open(Cable cable, DataRequest request) {
        SerialPlace place = new SerialPlace(cable.device(), AdapterId.ANY, Adapters.here());
        return SerialLink.open(place, LineRate.P1, request, line -> asked.get());
    }
}
