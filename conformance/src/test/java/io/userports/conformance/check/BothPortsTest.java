package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Quantity;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether what is shown of P1 and of S1 speaks of one installation. */
final class BothPortsTest {
    private static final BothPorts ALL =
            BothPorts.of(EnumSet.allOf(Quantity.class), Display.EXACT).orElseThrow();

    private static final Map<Quantity, String> SHOWN = Map.of(
            Quantity.METER_ID, "1SAG3100000042",
            Quantity.S1_METER_ID, "1SAG3100000042",
            Quantity.VOLTAGE_L1, "230.1",
            Quantity.S1_VOLTAGE_RMS_L1, "230.087",
            Quantity.CURRENT_L1, "4.35",
            Quantity.S1_CURRENT_RMS_L1, "4.3481",
            Quantity.POWER_IMPORT, "0",
            Quantity.POWER_EXPORT, "1",
            Quantity.S1_POWER, "-1000.4");

    private static List<String> apart(Quantity quantity, String value) {
        Map<Quantity, String> shown = new EnumMap<>(SHOWN);
        shown.put(quantity, value);
        return ALL.apart(shown).map(Finding::lines).orElse(List.of());
    }

    @Test
    void whatDiffersByTheLastDigitAndTheBandOfS1Agrees() {
        assertEquals(Optional.empty(), ALL.apart(SHOWN));
        // 230.1 V: 0.1 V, then 0.5 % of 230.2 V and 25 mV
        assertEquals(List.of(), apart(Quantity.S1_VOLTAGE_RMS_L1, "231.375"));
        assertEquals(
                List.of(
                        "expected   S1 as P1: voltage-l1 230.1",
                        "was        s1-voltage-rms-l1 231.4 V",
                        "kind       value wrong"),
                apart(Quantity.S1_VOLTAGE_RMS_L1, "231.4"));
    }

    @Test
    void exportedPowerIsNegative() {
        assertEquals(
                List.of(
                        "expected   S1 as P1: power-import - power-export -1000 W",
                        "was        s1-power 1000.4 W",
                        "kind       value wrong"),
                apart(Quantity.S1_POWER, "1000.4"));
    }

    @Test
    void anotherMeterIsAnotherInstallation() {
        assertEquals(
                List.of(
                        "expected   S1 as P1: meter-id 1SAG3100000042",
                        "was        s1-meter-id 1SAG3100000043",
                        "kind       value wrong"),
                apart(Quantity.S1_METER_ID, "1SAG3100000043"));
    }

    @Test
    void aValueOfOnePortAloneIsNoAgreement() {
        Map<Quantity, String> shown = new EnumMap<>(SHOWN);
        shown.remove(Quantity.S1_CURRENT_RMS_L1);
        assertEquals(
                List.of(
                        "expected   S1 as P1: current-l1 4.35",
                        "was        s1-current-rms-l1 not shown",
                        "kind       value missing"),
                ALL.apart(shown).orElseThrow().lines());
    }

    @Test
    void oneThatShowsNothingOfBothPortsIsNotAsked() {
        assertEquals(
                Optional.empty(),
                BothPorts.of(EnumSet.of(Quantity.VOLTAGE_L1, Quantity.S1_VOLTAGE_RMS_L2), Display.EXACT));
        assertEquals(
                Map.of(Quantity.VOLTAGE_L1, Quantity.S1_VOLTAGE_RMS_L1),
                BothPorts.of(EnumSet.of(Quantity.VOLTAGE_L1, Quantity.S1_VOLTAGE_RMS_L1), Display.EXACT)
                        .orElseThrow()
                        .pairs());
    }
}
