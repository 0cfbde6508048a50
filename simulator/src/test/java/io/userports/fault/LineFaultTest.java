package io.userports.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.wire.Emission;
import io.userports.wire.Signal;
import io.userports.wire.UserPort;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On links that are no serial line the octets are what a receiver's driver makes of it. */
final class LineFaultTest {
    private static final List<String> FRAMING = List.of("framing-error");
    private static final List<String> BREAK = List.of("break");

    @Test
    void oneOctetHasABadStopBit() {
        assertEquals(
                List.of(part(0, 0, 20).struckBy("framing-error"), odd(20, 1, Signal.BAD_STOP), part(140_000, 21, 45)),
                struck("framing-error:octet=20"));
    }

    @Test
    void theFirstOrTheLastOctetMayBeIt() {
        assertEquals(
                List.of(
                        new Emission(Struck.NOON, UserPort.S1, new byte[1], Signal.BAD_STOP, FRAMING),
                        part(6_666, 1, 45)),
                struck("framing-error:octet=0"));
        assertEquals(
                List.of(part(0, 0, 44).struckBy("framing-error"), odd(44, 1, Signal.BAD_STOP)),
                struck("framing-error:octet=-1"));
    }

    @Test
    void aBreakStandsBetweenTwoOctets() {
        assertEquals(
                List.of(part(0, 0, 20).struckBy("break"), odd(20, 4, Signal.BREAK), part(160_000, 20, 45)),
                struck("break:octet=20"));
        assertEquals(
                List.of(
                        new Emission(Struck.NOON, UserPort.S1, new byte[30], Signal.BREAK, BREAK),
                        part(200_000, 0, 45)),
                struck("break:octet=0,octets=30"));
    }

    @Test
    void withoutAPlaceAnyOctetMayBeIt() {
        long places = Struck.emissions(UserPort.S1, Known.s1(), "framing-error", 60).stream()
                .filter(emission -> emission.signal() == Signal.GOOD)
                .map(emission -> emission.octets().length)
                .distinct()
                .count();
        assertEquals(true, places > 20, () -> places + " different parts");
    }

    private static List<Emission> struck(String fault) {
        return Struck.emissions(UserPort.S1, Known.s1(), fault, 1);
    }

    private static Emission part(long nanos, int from, int to) {
        return new Emission(Struck.NOON.plusNanos(nanos), UserPort.S1, Arrays.copyOfRange(Known.s1(), from, to));
    }

    /** At 1.5 Mbit/s an octet takes 6.667 µs. */
    private static Emission odd(int at, int octets, Signal signal) {
        return new Emission(Struck.NOON.plusNanos(at * 20_000L / 3), UserPort.S1, new byte[octets]).as(signal);
    }
}
