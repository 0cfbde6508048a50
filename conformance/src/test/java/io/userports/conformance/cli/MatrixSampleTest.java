package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.reference.Defect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MatrixSampleTest {
    private static final DefectMatrix MATRIX = new DefectMatrix(Map.of(
            "a", Set.of(Defect.FIXED_ORDER, Defect.DEAD),
            "b", Set.of(Defect.FIXED_ORDER, Defect.DUTCH_TARIFF, Defect.ENDS_AT_PAUSE),
            "c", Set.of(Defect.FIXED_ORDER, Defect.NO_CRC_CHECK, Defect.TWO_STATES),
            "d", Set.of(Defect.NO_CRC_CHECK, Defect.TWO_STATES, Defect.DEAD),
            "e", Set.of()));

    @Test
    void eachScenarioTakesTheDefectThatFailsFewestAndNoDefectIsLeftOut() {
        assertEquals(
                Map.of(
                        Defect.FIXED_ORDER, Set.of("a"),
                        Defect.DUTCH_TARIFF, Set.of("b"),
                        Defect.ENDS_AT_PAUSE, Set.of("b"),
                        Defect.NO_CRC_CHECK, Set.of("c", "d"),
                        Defect.TWO_STATES, Set.of("c")),
                MATRIX.sample(Set.of("a", "b", "c", "d", "e")));
    }

    @Test
    void aLineHasAScenarioAndWhatFailsIt() {
        assertEquals(
                List.of(
                        "a: fixed-order, dead",
                        "b: fixed-order, dutch-tariff, ends-at-pause",
                        "c: fixed-order, no-crc-check, two-states",
                        "d: no-crc-check, two-states, dead",
                        "e:"),
                MATRIX.lines());
    }
}
