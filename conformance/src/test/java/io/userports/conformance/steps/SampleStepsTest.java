package io.userports.conformance.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.bench.Bench;
import io.userports.conformance.bench.Plan;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.rig.Rig;
import io.userports.link.LinkSpec;
import io.userports.yaml.Amount;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a scenario that is worded wrongly is told; nothing has begun then. */
final class SampleStepsTest {
    private final SampleSteps steps = new SampleSteps(new Bench(new Plan(
            Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("1 s")),
            Claims.of(List.of("s1"), List.of(), Amount.parse("5 s"), null),
            sockets -> {
                throw new AssertionError("no CEMS is started");
            },
            1,
            1)));

    private static final String NO_OCTETS =
            " are no octets; write two hexadecimal digits for each, like 7E802B, at most 16384";

    private static String complaint(Executable words) {
        return assertThrows(RuntimeException.class, words).getMessage();
    }

    @Test
    void aLayoutThatIsNoneIsToldTheLayouts() {
        assertEquals(
                "layout: name: 'wider' is none of longer, batched, reordered",
                complaint(() -> steps.layout(30, 40, "wider")));
    }

    @Test
    void aQuantityThatIsNoneIsToldTheQuantities() {
        String complaint = complaint(() -> steps.figures("s1-power and s1-volts"));
        assertTrue(complaint.startsWith("'s1-volts' is no quantity; known are edition, meter-id, "), complaint);
        assertTrue(complaint.endsWith(", s1-power, s1-lost, s1-invalid, s1-skipped"), complaint);
        assertEquals(complaint, complaint(() -> steps.exactly("s1-volts", "230")));
        assertEquals(complaint, complaint(() -> steps.none("s1-volts")));
    }

    @Test
    void octetsThatAreNoneAreTold() {
        assertEquals("'7E 8'" + NO_OCTETS, complaint(() -> steps.noise(1, 1, "7E 8")));
        assertEquals("'7E 8x'" + NO_OCTETS, complaint(() -> steps.noise(1, 1, "7E 8x")));
    }

    @Test
    void aListOfQuantitiesMayEndWithAnd() {
        assertEquals(
                EnumSet.of(Quantity.S1_RATE, Quantity.S1_FREQUENCY, Quantity.S1_POWER),
                Quantities.in("s1-rate, s1-frequency and s1-power"));
    }
}
