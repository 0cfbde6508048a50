package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.Signal;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only a serial line can carry, on a link that can and on one that cannot. */
final class SignalTest {
    private static final List<Emission> UNITS =
            List.of(unit(10, Signal.GOOD), unit(1, Signal.BAD_STOP), unit(4, Signal.BREAK), unit(20, Signal.GOOD));

    @Test
    void aSerialLineIsAskedToCarryIt() {
        Noting link = new Noting(true);
        assertEquals(List.of(10, 1, 4, 20), left(link));
        assertEquals(List.of("10", "BAD_STOP 1", "BREAK 4", "20"), link.heard);
    }

    @Test
    void elsewhereTheOctetsLeaveAsAnyOthers() {
        Noting link = new Noting(false);
        assertEquals(List.of(10, 1, 4, 20), left(link));
        assertEquals(List.of("10", "1", "4", "20"), link.heard);
    }

    /** {@return how many octets of each unit left, as the ledger has it} */
    private static List<Integer> left(Link link) {
        Ledger ledger = Ledger.of();
        try (Player player = Player.of(TimeScale.MAX)) {
            player.play(new Once(), Map.of(UserPort.P1, link), ledger).awaitEnd();
        }
        assertEquals(4, ledger.count(Ledger.Fate.LEFT));
        return ledger.since(0).stream().map(entry -> entry.octets().length).toList();
    }

    private static Emission unit(int octets, Signal signal) {
        return new Emission(Units.NOON, UserPort.P1, new byte[octets]).as(signal);
    }

    private static final class Once implements EmissionSource {
        private boolean over;

        @Override
        public Instant nextStep() {
            return over ? Instant.MAX : Units.NOON;
        }

        @Override
        public List<Emission> step() {
            over = true;
            return UNITS;
        }
    }

    private static final class Noting extends StubLink {
        private final List<String> heard = new ArrayList<>();
        private final boolean line;

        Noting(boolean line) {
            this.line = line;
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            heard.add(String.valueOf(to - from));
            return to - from;
        }

        @Override
        public boolean signal(Signal signal, byte[] octets) {
            if (line) {
                heard.add(signal + " " + octets.length);
            }
            return line;
        }
    }
}
