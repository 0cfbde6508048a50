package io.userports.p1;

import static io.userports.grid.SwitchState.CONNECTED;
import static io.userports.grid.SwitchState.DISCONNECTED;
import static io.userports.grid.SwitchState.READY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.grid.Cycle;
import io.userports.grid.Demand;
import io.userports.grid.Edition;
import io.userports.grid.MeterState;
import io.userports.grid.Nameplate;
import io.userports.grid.Registers;
import io.userports.grid.Spectrum;
import io.userports.grid.SubMeter;
import io.userports.grid.SubMeter.Capture;
import io.userports.grid.SubMeter.Kind;
import io.userports.grid.Switches;
import io.userports.grid.Tariff;
import io.userports.grid.Waves;
import io.userports.grid.Wiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What meters send, to the octet: the files under {@code emitted} were written by hand, their CRCs computed apart. */
final class EmittedTelegramTest {
    private static final Demand NO_DEMAND = new Demand(0, Optional.empty(), List.of());
    private static final OptionalInt OFF = OptionalInt.empty();
    private static final List<Boolean> NO_RELAYS = List.of(false, false, false, false);

    @Test
    void everyEditionSendsItsObjectsInItsOrderWhateverTheWiringAndTheSubMeters() throws IOException {
        Map<String, List<String>> orders = orders();
        List<List<Kind>> installed = List.of(
                List.of(),
                List.of(Kind.GAS),
                List.of(Kind.WATER),
                List.of(Kind.GAS, Kind.WATER),
                List.of(Kind.WATER, Kind.GAS));
        for (Edition edition : Edition.values()) {
            for (Wiring wiring : Wiring.values()) {
                for (List<Kind> kinds : installed) {
                    List<String> expected = new ArrayList<>(orders.get(edition + " " + wiring));
                    List<SubMeter> meters = new ArrayList<>();
                    for (Kind kind : kinds) {
                        meters.add(never(meters.size() + 1, kind, "8SET0000000011", ""));
                        String channel = "0-" + meters.size() + ":";
                        orders.get(edition + " " + kind).forEach(code -> expected.add(code.replace("0-n:", channel)));
                    }
                    assertEquals(expected, codes(sent(idle(edition, wiring, meters))), edition + " " + wiring + kinds);
                }
            }
        }
    }

    @Test
    void aMeterOfTheFirstEditionSendsWholeAmperesAndWhatIsOffAsTheHighestNumber() throws IOException {
        // 230 * 10 - 231 * 3.6 + 229 * 2.4 * cos 60 = 2300 - 831.6 + 274.8 = 1743.2 W
        MeterState state = new MeterState(
                Instant.parse("2026-01-15T11:00:00Z"),
                new Nameplate("FLU5\\253000011_A", "1SAG3100000011", "", Edition.E50213, Wiring.STAR),
                waves(Wiring.STAR, List.of(phase(230, 0, 10, 0), phase(231, -120, 3.6, 60), phase(229, 120, 2.4, 60))),
                0,
                Optional.empty(),
                new Registers(wattHours(1_234_567) + 3_599_999, wattHours(890_123), wattHours(45_678), wattHours(9)),
                Tariff.DAY,
                NO_DEMAND,
                new Switches(CONNECTED, OFF, OFF, NO_RELAYS),
                "",
                List.of(never(1, Kind.GAS, "7FLO2100000011", "")));
        assertEquals(Samples.resource("emitted/50213-star.p1"), sent(state));
    }

    @Test
    void aMeterOfEdition50214SendsHundredthsOfAmperesAndNoWater() throws IOException {
        // 232.6 * 5.25 = 1221.15 W out
        MeterState state = new MeterState(
                Instant.parse("2026-07-15T21:30:00Z"),
                new Nameplate("FLU5\\253000022_A", "1SAG1100000022", "", Edition.E50214, Wiring.SINGLE_PHASE),
                waves(Wiring.SINGLE_PHASE, List.of(phase(232.6, 0, 5.25, 180))),
                0,
                Optional.empty(),
                oneToFour(),
                Tariff.NIGHT,
                NO_DEMAND,
                new Switches(READY, OptionalInt.of(2500), OptionalInt.of(2500), NO_RELAYS),
                "Power off at 6",
                List.of(
                        never(1, Kind.WATER, "8SET0000000022", ""),
                        heard(2, Kind.GAS, "7FLO2100000022", "", "2026-07-15T21:26:38Z", 1_234_567)
                                .withValve(READY)));
        assertEquals(Samples.resource("emitted/50214-single-phase.p1"), sent(state));
    }

    @Test
    void aMeterOfEdition50217InDeltaSendsDemandAndNothingOfL2ButItsCurrent() throws IOException {
        // L1: 230 * 5 * cos 120 = -575 W; L3: 232 * 5 * cos 0 = 1160 W; L2 carries 2 * 5 * cos 30 = 8.66 A back
        List<Demand.Month> history = List.of(
                month("2026-08-31T22:00:00Z", peak("2026-08-17T17:15:00Z", 3050)),
                month("2026-09-30T22:00:00Z", Optional.empty()),
                month("2026-10-31T23:00:00Z", peak("2026-10-24T07:30:00Z", 5678)));
        MeterState state = new MeterState(
                Instant.parse("2026-11-03T07:20:00Z"),
                new Nameplate("FLU5\\253000033_A", "1SAG3100000033", "", Edition.E50217, Wiring.DELTA),
                waves(
                        Wiring.DELTA,
                        List.of(
                                phase(230, 0, 5, 120),
                                new Phase(Spectrum.ZERO, Spectrum.sine(5 * Math.sqrt(3), Math.toRadians(-90))),
                                phase(232, 60, 5, 60))),
                0,
                Optional.empty(),
                oneToFour(),
                Tariff.DAY,
                new Demand(351 * 900_000 + 899_999, peak("2026-11-02T17:15:00Z", 4321), history),
                new Switches(DISCONNECTED, OptionalInt.of(9200), OFF, NO_RELAYS),
                "",
                List.of(
                        heard(1, Kind.WATER, "8SET0000000033", "", "2026-11-03T07:17:25Z", 321_098),
                        never(2, Kind.GAS, "7FLO2100000033", "")));
        assertEquals(Samples.resource("emitted/50217-delta.p1"), sent(state));
    }

    @Test
    void aMeterOfTheSecondGenerationSendsGridRelaysAndFinerHighestNumbersForOff() throws IOException {
        // 230 * 16 + 229.5 * 0.5 - 231.2 * 1.25 = 3680 + 114.75 - 289 = 3505.75 W
        SubMeter gas = heard(1, Kind.GAS, "7FLO2100000044", "541440000000000060", "2027-03-28T00:59:59Z", 1);
        SubMeter water =
                heard(2, Kind.WATER, "8SET0000000044", "541440000000000053", "2027-03-28T00:55:12Z", 99_999_999);
        List<Demand.Month> history = List.of(
                month("2027-01-31T23:00:00Z", Optional.empty()),
                month("2027-02-28T23:00:00Z", peak("2027-02-10T06:30:00Z", 4999)));
        MeterState state = new MeterState(
                Instant.parse("2027-03-28T01:00:00Z"),
                new Nameplate("FLU5\\253000044_D", "1SAG3200000044", "", Edition.E50221, Wiring.STAR),
                waves(
                        Wiring.STAR,
                        List.of(phase(230, 0, 16, 0), phase(229.5, -120, 0.5, -120), phase(231.2, 120, 1.25, -60))),
                0,
                Optional.empty(),
                oneToFour(),
                Tariff.NIGHT,
                new Demand(0, peak("2027-03-15T17:45:00Z", 6250), history),
                new Switches(CONNECTED, OFF, OFF, List.of(false, true, false, false)),
                "Gr\u00fcn",
                List.of(gas, water));
        assertEquals(Samples.resource("emitted/50221-star.p1"), sent(state));
    }

    @Test
    void aMeterOfTheSecondGenerationSendsFinerThresholdsAndTheFirstOfTheMonthForAPeakThatIsUnset() throws IOException {
        MeterState state = new MeterState(
                Instant.parse("2026-11-30T23:10:00Z"),
                new Nameplate(
                        "FLU5\\253000055_B",
                        "1SAG1200000055",
                        "541440000000000046",
                        Edition.E50221,
                        Wiring.SINGLE_PHASE),
                waves(Wiring.SINGLE_PHASE, List.of(phase(240, 0, 1, 0))),
                0,
                Optional.empty(),
                new Registers(wattHours(999_999_999), wattHours(2000), wattHours(3000), wattHours(4000)),
                Tariff.NIGHT,
                NO_DEMAND,
                new Switches(READY, OptionalInt.of(2345), OptionalInt.of(4025), List.of(false, false, false, true)),
                "",
                List.of(never(3, Kind.GAS, "7FLO2100000055", "541440000000000077")));
        assertEquals(Samples.resource("emitted/50221-single-phase.p1"), sent(state));
    }

    private static String sent(MeterState state) {
        return new String(P1Codec.encode(P1Codec.telegram(state)), StandardCharsets.ISO_8859_1);
    }

    /** The codes of the lines between the empty line and the checksum. */
    private static List<String> codes(String telegram) {
        String objects = telegram.substring(telegram.indexOf("\r\n\r\n") + 4, telegram.lastIndexOf("\r\n!"));
        return objects.lines().map(line -> line.substring(0, line.indexOf('('))).toList();
    }

    /** By edition and wiring or kind of sub-meter, like {@code 50213 star} and {@code 50221 gas}. */
    private static Map<String, List<String>> orders() throws IOException {
        Map<String, List<String>> orders = new HashMap<>();
        String[] blocks = Samples.resource("emitted/order.txt").strip().split("\n\n");
        for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
            String[] heading = block.lines().findFirst().orElseThrow().split(" / ");
            List<String> codes = block.lines()
                    .skip(1)
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .toList();
            for (String edition : heading[0].split(" ")) {
                for (String of : heading[1].split(" ")) {
                    orders.put(edition + " " + of, codes);
                }
            }
        }
        return orders;
    }

    private static MeterState idle(Edition edition, Wiring wiring, List<SubMeter> meters) {
        return new MeterState(
                Instant.parse("2026-01-15T11:00:00Z"),
                new Nameplate("FLU5\\253000066_A", "1SAG3100000066", "", edition, wiring),
                waves(
                        wiring,
                        List.of(phase(230, 0, 0, 0), phase(230, 0, 0, 0), phase(230, 0, 0, 0))
                                .subList(0, wiring == Wiring.SINGLE_PHASE ? 1 : 3)),
                0,
                Optional.empty(),
                oneToFour(),
                Tariff.DAY,
                NO_DEMAND,
                Switches.DEFAULT,
                "",
                meters);
    }

    /** Volts and amperes with the degrees by which they lead the network. */
    private static Phase phase(double volts, double voltageAt, double amperes, double currentAt) {
        return new Phase(
                Spectrum.sine(volts, Math.toRadians(voltageAt)), Spectrum.sine(amperes, Math.toRadians(currentAt)));
    }

    private record Phase(Spectrum voltage, Spectrum current) {}

    private static Waves waves(Wiring wiring, List<Phase> phases) {
        return Waves.steady(
                wiring,
                Cycle.steady(50),
                phases.stream().map(Phase::voltage).toList(),
                phases.stream().map(Phase::current).toList());
    }

    private static Registers oneToFour() {
        return new Registers(wattHours(1000), wattHours(2000), wattHours(3000), wattHours(4000));
    }

    private static long wattHours(long count) {
        return count * 3_600_000;
    }

    private static Optional<Demand.Peak> peak(String end, int watts) {
        return Optional.of(new Demand.Peak(Instant.parse(end), watts));
    }

    private static Demand.Month month(String captured, Optional<Demand.Peak> peak) {
        return new Demand.Month(Instant.parse(captured), peak);
    }

    private static SubMeter never(int channel, Kind kind, String id, String ean) {
        return new SubMeter(channel, kind, id, ean, DISCONNECTED, 0, Optional.empty());
    }

    private static SubMeter heard(int channel, Kind kind, String id, String ean, String time, long litres) {
        Capture capture = new Capture(Instant.parse(time), litres);
        return new SubMeter(channel, kind, id, ean, CONNECTED, litres * 1000, Optional.of(capture));
    }
}
