package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.grid.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class S1LayoutTest {
    @Test
    void everyFieldStandsWhereTheSpecificationPutsIt() {
        S1Layout layout = S1Layout.EMUCS_H_1_3;
        assertEquals(
                "meterId 5 ASCII14, info 19 U8, rate 20 I8, frequency 21 U16, seq 23 U8, u1 24 I16, i1 26 I24, "
                        + "u2 29 I16, i2 31 I24, u3 34 I16, i3 36 I24, iN 39 I24",
                layout.fields().stream()
                        .map(f -> f.name() + " " + layout.offsetOf(f.name(), 0) + " " + f.type())
                        .collect(Collectors.joining(", ")));
        assertEquals(45, layout.octets());
        assertEquals(43, layout.length());
        assertEquals(450, layout.bits());
    }

    @Test
    void onlyVersion0IsPublished() {
        assertEquals(
                List.of(Optional.of(S1Layout.EMUCS_H_1_3)),
                IntStream.range(0, 8)
                        .mapToObj(S1Layout::of)
                        .filter(Optional::isPresent)
                        .toList());
        assertEquals(
                List.of("emucs-h-1.3 0 2B", "longer 1 2F", "batched 2 CD", "reordered 3 2B"),
                S1Layout.LIST.stream()
                        .map(l -> String.format("%s %d %02X", l.name(), l.version(), l.length()))
                        .toList());
    }

    @Test
    void theBitsSayHowTheMeterIsWired() {
        assertEquals(0x0A, S1Info.of(Wiring.SINGLE_PHASE, true, false, true, 0));
        assertEquals(0x08, S1Info.of(Wiring.SINGLE_PHASE, false, false, true, 0));
        assertEquals(0x1F, S1Info.of(Wiring.STAR, true, true, true, 0));
        assertEquals(0x0D, S1Info.of(Wiring.STAR, false, false, true, 0));
        assertEquals(0x0B, S1Info.of(Wiring.DELTA, true, false, true, 0));
        assertEquals(0x03, S1Info.of(Wiring.DELTA, true, false, false, 0));
        assertEquals(0xEA, S1Info.of(Wiring.SINGLE_PHASE, true, false, true, 7));
        for (Wiring wiring : Wiring.values()) {
            assertEquals(wiring, S1Info.wiring(S1Info.of(wiring, true, false, true, 5)));
        }
    }
}
