package io.userports.conformance.cems;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.p1.DataObject;
import io.userports.p1.ObisCode;
import io.userports.p1.Telegram;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What telegrams say, against values worked out by hand. */
final class QuantityTest {
    private static Map<String, String> said(String... lines) {
        List<DataObject> objects = Arrays.stream(lines).map(DataObject::of).toList();
        Telegram telegram = new Telegram("FLU5\\253769001_A", objects);
        Map<String, String> said = new TreeMap<>();
        for (Quantity quantity : Quantity.values()) {
            quantity.in(telegram).ifPresent(value -> said.put(quantity.slug(), value));
        }
        return said;
    }

    @Test
    void numbersLoseTheirPadding() {
        assertEquals(
                Map.of("power-import", "1.193", "energy-import-day", "123.4", "voltage-l2", "0", "current-l1", "2.72"),
                said(
                        "1-0:1.7.0(01.193*kW)",
                        "1-0:1.8.1(000123.400*kWh)",
                        "1-0:52.7.0(000.0*V)",
                        "1-0:31.7.0(002.72*A)"));
    }

    @Test
    void importAndExportMakeTheNetPowerAndBothTariffsTheEnergy() {
        assertEquals(
                Map.ofEntries(
                        entry("power-import", "0"),
                        entry("power-export", "0.371"),
                        entry("power-net", "-0.371"),
                        entry("power-import-l2", "1.2"),
                        entry("power-export-l2", "0"),
                        entry("power-net-l2", "1.2"),
                        entry("energy-import-day", "123.4"),
                        entry("energy-import-night", "76.601"),
                        entry("energy-import", "200.001"),
                        entry("energy-export-day", "0"),
                        entry("energy-export-night", "0"),
                        entry("energy-export", "0")),
                said(
                        "1-0:1.7.0(00.000*kW)",
                        "1-0:2.7.0(00.371*kW)",
                        "1-0:41.7.0(01.200*kW)",
                        "1-0:42.7.0(00.000*kW)",
                        "1-0:1.8.1(000123.400*kWh)",
                        "1-0:1.8.2(000076.601*kWh)",
                        "1-0:2.8.1(000000.000*kWh)",
                        "1-0:2.8.2(000000.000*kWh)"));
    }

    @Test
    void whatIsMadeOfTwoObjectsNeedsBothOfThem() {
        assertEquals(Map.of("power-import", "1.193"), said("1-0:1.7.0(01.193*kW)"));
        assertEquals(Map.of("power-export-l3", "1.193"), said("1-0:62.7.0(01.193*kW)"));
        assertEquals(
                Map.of("power-import", "0x.193", "power-export", "0"),
                said("1-0:1.7.0(0x.193*kW)", "1-0:2.7.0(00.000*kW)"));
    }

    @ParameterizedTest
    @CsvSource({
        "power-net,     1-0:1.7.0,  true",
        "power-net,     1-0:2.7.0,  true",
        "power-net,     1-0:21.7.0, false",
        "power-net-l3,  1-0:61.7.0, true",
        "power-net-l3,  1-0:62.7.0, true",
        "energy-export, 1-0:2.8.2,  true",
        "energy-export, 1-0:1.8.2,  false",
        "power-import,  1-0:1.7.0,  true",
        "power-import,  1-0:2.7.0,  false",
        "gas-volume,    0-4:24.2.3, true",
        "gas-volume,    0-5:24.2.3, false",
        "s1-power,      1-0:1.7.0,  false",
    })
    void aQuantityKnowsItsObjects(String slug, String code, boolean its) {
        Quantity quantity = Quantity.bySlug(slug).orElseThrow();
        assertEquals(its, quantity.comesFrom(ObisCode.of(code)));
        assertEquals(its, quantity.needs(ObisCode.of(code)));
    }

    @Test
    void statesHaveNamesAndTheTariffIsTheBelgianOne() {
        assertEquals(Map.of("breaker", "ready", "tariff", "day"), said("0-0:96.3.10(2)", "0-0:96.14.0(0001)"));
        assertEquals(Map.of("tariff", "night"), said("0-0:96.14.0(0002)"));
    }

    @Test
    void theHighestThresholdIsNone() {
        assertEquals(Map.of(), said("0-0:17.0.0(999.9*kW)", "1-0:31.4.0(999*A)"));
        assertEquals(Map.of(), said("0-0:17.0.0(99.999*kW)", "1-0:31.4.0(999.99*A)"));
        assertEquals(Map.of("limiter", "4.6", "fuse", "25"), said("0-0:17.0.0(004.6*kW)", "1-0:31.4.0(025.00*A)"));
    }

    @Test
    void theLetterDecidesInTheHourThatComesTwice() {
        assertEquals(Map.of("meter-time", "2026-10-25T00:30:00Z"), said("0-0:1.0.0(261025023000S)"));
        assertEquals(Map.of("meter-time", "2026-10-25T01:30:00Z"), said("0-0:1.0.0(261025023000W)"));
    }

    @Test
    void gasIsTheDeviceOfThatTypeWhateverItsChannel() {
        assertEquals(
                Map.of(
                        "gas-volume", "431.607",
                        "gas-time", "2026-01-15T10:55:21Z",
                        "gas-valve", "connected",
                        "gas-id", "7FLO2100000042",
                        "water-volume", "205.918",
                        "water-time", "2026-01-15T10:55:38Z"),
                said(
                        "0-1:24.1.0(007)",
                        "0-1:24.2.3(260115115538W)(00205.918*m3)",
                        "0-3:24.1.0(003)",
                        "0-3:96.1.1(37464C4F32313030303030303432)",
                        "0-3:24.4.0(1)",
                        "0-3:24.2.3(260115115521W)(00431.607*m3)"));
    }

    @Test
    void aDeviceThatWasNeverHeardSaysNothing() {
        assertEquals(Map.of(), said("0-1:24.1.0(003)", "0-1:24.4.0(0)", "0-1:24.2.3(632525252525W)(00000.000)"));
    }

    @Test
    void ofTwoGasDevicesTheOneThatCountsIsShown() {
        assertEquals(
                "734.607",
                said(
                                "0-1:24.1.0(003)",
                                "0-1:24.2.3(260115124616W)(00734.607*m3)",
                                "0-2:24.1.0(003)",
                                "0-2:24.2.3(260115124905W)(00000.000*m3)")
                        .get("gas-volume"));
    }

    @Test
    void theHistoryIsSortedAndLeavesOutWhatWasNeverMeasured() {
        String expected = "2025-11=4.671 2025-12=3.413";
        String oldest = "(251101000000W)(632525252525W)(00.000*kW)";
        String older = "(251201000000W)(251106043000W)(04.671*kW)";
        String newer = "(260101000000W)(251201063000W)(03.413*kW)";
        String head = "0-0:98.1.0(3)(1-0:1.6.0)(1-0:1.6.0)";
        assertEquals(Map.of("demand-history", expected), said(head + oldest + older + newer));
        assertEquals(Map.of("demand-history", expected), said(head + newer + older + oldest));
        assertEquals(Map.of(), said("0-0:98.1.0(0)(1-0:1.6.0)(1-0:1.6.0)()"));
        assertEquals(Map.of(), said("0-0:98.1.0(12)"));
    }

    @ParameterizedTest
    @CsvSource({
        "power-import, 1193,    W,   1.193",
        "power-import, 1.1930,  kW,  1.193",
        "power-import, 1.193,   '',  1.193",
        "power-import, -0.0,    kW,  0",
        "power-import, NaN,     kW,  NaN",
        "power-import, 1e400,   kW,  1e400 kW",
        "power-import, 1.193,   V,   1.193 V",
        "gas-volume,   431607,  l,   431.607",
        "meter-time,   2026-01-15T12:00:00+01:00, '', 2026-01-15T11:00:00Z",
        "meter-time,   noon,    '',  noon",
        "breaker,      ready,   '',  ready",
        "s1-power,     -1.2,    kW,  -1200",
        "s1-power,     230.0,   '',  230",
        "s1-frequency, 50046,   mHz, 50.046",
        "s1-lost,      0,       '',  0",
        "s1-lost,      3,       V,   3 V",
    })
    void aValueIsComparedInItsCanonicalForm(String slug, String value, String unit, String canonical) {
        Quantity quantity = Quantity.bySlug(slug).orElseThrow();
        String line = "{\"quantity\":\"%s\",\"value\":\"%s\",\"unit\":\"%s\"}".formatted(slug, value, unit);
        assertEquals(new Observation.Value(quantity, Optional.of(canonical)), Observation.of(line));
    }

    @Test
    void noValueAndAnEmptyTextAreTheSame() {
        Observation none = new Observation.Value(Quantity.TEXT, Optional.empty());
        assertEquals(none, Observation.of("{\"quantity\":\"text\",\"value\":null}"));
        assertEquals(none, Observation.of("{\"quantity\":\"text\",\"value\":\"\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello                                   | no JSON object",
                "''                                      | no JSON object",
                "[1]                                     | no JSON object",
                "{\"quantity\":\"power\",\"value\":\"1\"} | no quantity of that name",
                "{\"quantity\":\"power-import\"}         | neither quantity and value, nor status, nor event",
            })
    void aLineThatIsNotOfTheContractSaysWhy(String line, String why) {
        assertEquals(new Observation.Unreadable(line, why), Observation.of(line));
    }
}
