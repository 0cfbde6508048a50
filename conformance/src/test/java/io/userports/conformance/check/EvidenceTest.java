package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.link.Ledger;
import io.userports.p1.DataObject;
import io.userports.p1.P1Codec;
import io.userports.p1.Telegram;
import io.userports.wire.UserPort;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A telegram a second from 12:00:00, each taking 100 ms; observations at times in milliseconds. */
final class EvidenceTest {
    private static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");
    private static final Set<Quantity> POWER_AND_GAS = Set.of(Quantity.POWER_IMPORT, Quantity.GAS_VOLUME);

    private static long millis(long millis) {
        return millis * 1_000_000;
    }

    private static SentTelegram sent(int second, String... lines) {
        return left(second, encoded(lines));
    }

    /** {@return the same under a CRC that is wrong in its last digit} */
    private static SentTelegram spoilt(int second, String... lines) {
        byte[] octets = encoded(lines);
        octets[octets.length - 3] ^= 1;
        return left(second, octets);
    }

    private static byte[] encoded(String... lines) {
        return P1Codec.encode(new Telegram(
                "FLU5\\1_A", Arrays.stream(lines).map(DataObject::of).toList()));
    }

    private static SentTelegram left(int second, byte[] octets) {
        Ledger.Entry entry = new Ledger.Entry(
                second,
                UserPort.P1,
                NOON.plusSeconds(second),
                octets,
                millis(second * 1000L),
                millis(second * 1000L + 100),
                0,
                Ledger.Fate.LEFT);
        return SentTelegram.of(octets, entry, entry);
    }

    private static Stamped said(long millis, String line) {
        return new Stamped(millis(millis), Observation.of(line));
    }

    private static Stamped noAnswer(long millis, String what) {
        return new Stamped(millis(millis), Observation.Unreadable.noAnswer(what));
    }

    private static Stamped power(long millis, String kilowatts) {
        return said(millis, "{\"quantity\":\"power-import\",\"value\":\"" + kilowatts + "\"}");
    }

    private static Stamped gas(long millis, String volume) {
        return said(millis, "{\"quantity\":\"gas-volume\",\"value\":" + volume + "}");
    }

    private static Evidence evidence(long millis, List<SentTelegram> telegrams, Stamped... observations) {
        return new Evidence(telegrams, List.of(), List.of(observations), millis(millis), Display.EXACT);
    }

    private static List<SentTelegram> two() {
        return List.of(
                sent(0, "1-0:1.7.0(00.100*kW)", "0-1:24.1.0(003)", "0-1:24.2.3(260115115521W)(00007.500*m3)"),
                sent(1, "1-0:1.7.0(00.137*kW)", "0-1:24.1.0(003)", "0-1:24.2.3(260115115521W)(00007.500*m3)"));
    }

    private static Optional<Long> agreed(Evidence evidence, Set<Quantity> quantities, int second) {
        return evidence.agreement(quantities, NOON.plusSeconds(second)).map(SentTelegram::number);
    }

    @Test
    void aCemsThatShowsOneTelegramWhollyAgreesWithIt() {
        Evidence evidence = evidence(1450, two(), power(150, "0.1"), gas(151, "\"7.5\""), power(1150, "0.137"));
        assertEquals(Optional.of(0L), agreed(evidence, POWER_AND_GAS, 0));
        assertEquals(Optional.of(1L), agreed(evidence, POWER_AND_GAS, 1));
        assertEquals(Optional.empty(), agreed(evidence, POWER_AND_GAS, 2));
    }

    @Test
    void valuesOfTwoTelegramsAgreeWithNeither() {
        Evidence evidence = evidence(1450, two(), power(1150, "0.137"), gas(1151, "\"872.234\""));
        assertEquals(Optional.empty(), agreed(evidence, POWER_AND_GAS, 0));
        assertEquals(
                List.of(
                        "expected   gas-volume 7.5 m3          telegram 1, 0-1:24.2.3, octet 52",
                        "was        gas-volume 872.234 m3      0.2 s after the telegram",
                        "line       0-1:24.2.3(260115115521W)(00007.500*m3)",
                        "kind       value wrong"),
                evidence.disagreement(POWER_AND_GAS, NOON).lines());
    }

    @Test
    void nothingIsShownBeforeItWasSent() {
        Evidence early = evidence(1450, two(), power(900, "0.137"), gas(901, "\"7.5\""), power(902, "0.5"));
        assertEquals(Optional.empty(), agreed(early, POWER_AND_GAS, 1));
    }

    @Test
    void aValueThatIsNotInTheTelegramMustNotBeShown() {
        List<SentTelegram> withoutGas = List.of(sent(0, "1-0:1.7.0(00.100*kW)"));
        assertEquals(Optional.of(0L), agreed(evidence(450, withoutGas, power(150, "0.1")), POWER_AND_GAS, 0));
        assertEquals(
                Optional.empty(),
                agreed(evidence(450, withoutGas, gas(149, "\"0\""), power(150, "0.1")), POWER_AND_GAS, 0));
        assertEquals(
                Optional.of(0L),
                agreed(
                        evidence(450, withoutGas, gas(149, "\"0\""), power(150, "0.1"), gas(151, "null")),
                        POWER_AND_GAS,
                        0));
    }

    @Test
    void inTheMiddleOfItsLinesNobodyKnowsWhatACemsShows() {
        List<SentTelegram> withoutGas = List.of(sent(0, "1-0:1.7.0(00.100*kW)"), sent(1, "1-0:1.7.0(00.137*kW)"));
        Stamped first = power(150, "0.1");
        Stamped second = gas(200, "\"0\"");
        assertEquals(Optional.empty(), agreed(evidence(399, withoutGas, first), POWER_AND_GAS, 0));
        assertEquals(Optional.of(0L), agreed(evidence(400, withoutGas, first), POWER_AND_GAS, 0));
        assertEquals(Optional.empty(), agreed(evidence(450, withoutGas, first, second), POWER_AND_GAS, 0));
        assertEquals(Optional.empty(), agreed(evidence(999, withoutGas, power(900, "0.1")), POWER_AND_GAS, 0));
        assertEquals(Optional.of(0L), agreed(evidence(1000, withoutGas, power(900, "0.1")), POWER_AND_GAS, 0));
    }

    @Test
    void whoRepeatsWhatItShowsHasNotReadOn() {
        String device = "0-1:24.1.0(003)";
        String same = "0-1:24.2.3(260115115521W)(00007.500*m3)";
        String more = "0-1:24.2.3(260115120021W)(00007.600*m3)";
        List<SentTelegram> telegrams = List.of(sent(0, device, same), sent(1, device, same), sent(2, device, more));
        Set<Quantity> gas = Set.of(Quantity.GAS_VOLUME);
        Stamped[] repeated = {gas(150, "7.5"), gas(1150, "7.5"), gas(2150, "7.5")};
        assertEquals(Optional.empty(), agreed(evidence(2450, telegrams, repeated), gas, 1));
        assertEquals(
                Optional.of(2L), agreed(evidence(2450, telegrams, repeated[0], repeated[1], gas(2150, "7.6")), gas, 1));
    }

    @Test
    void aValueThatIsRightNowAndThenIsWrong() {
        List<SentTelegram> volts = List.of(
                sent(0, "1-0:1.7.0(00.100*kW)", "1-0:32.7.0(230.4*V)"),
                sent(1, "1-0:1.7.0(00.137*kW)", "1-0:32.7.0(230.7*V)"),
                sent(2, "1-0:1.7.0(00.174*kW)", "1-0:32.7.0(231.0*V)"));
        Stamped[] cut = {
            power(150, "0.1"),
            said(151, "{\"quantity\":\"voltage-l1\",\"value\":\"230\"}"),
            power(1150, "0.137"),
            power(2150, "0.174"),
            said(2151, "{\"quantity\":\"voltage-l1\",\"value\":\"231\"}")
        };
        Set<Quantity> both = Set.of(Quantity.POWER_IMPORT, Quantity.VOLTAGE_L1);
        assertEquals(Set.of(Quantity.VOLTAGE_L1), evidence(2450, volts, cut).wrong(both));
    }

    @Test
    void whatACemsHasNotYetSaidOfTheLastTelegramIsNotWrong() {
        List<SentTelegram> telegrams = List.of(
                sent(0, "1-0:1.7.0(00.100*kW)", "1-0:2.7.0(00.200*kW)"),
                sent(1, "1-0:1.7.0(00.137*kW)", "1-0:2.7.0(00.237*kW)"));
        Stamped export = said(151, "{\"quantity\":\"power-export\",\"value\":\"0.2\"}");
        Evidence halfway =
                evidence(1450, telegrams, power(150, "0.1"), export, gas(152, "\"7.5\""), power(1150, "0.137"));
        assertEquals(
                Set.of(Quantity.GAS_VOLUME),
                halfway.wrong(Set.of(Quantity.POWER_IMPORT, Quantity.POWER_EXPORT, Quantity.GAS_VOLUME)));
    }

    @Test
    void whatIsSaidToBeStaleIsNotShown() {
        Stamped stale = said(100, "{\"status\":\"stale\",\"port\":\"p1\"}");
        Stamped receiving = said(160, "{\"status\":\"receiving\",\"port\":\"p1\"}");
        Set<Quantity> power = Set.of(Quantity.POWER_IMPORT);
        assertEquals(Optional.empty(), agreed(evidence(450, two(), stale, power(150, "0.1")), power, 0));
        assertEquals(Optional.of(0L), agreed(evidence(450, two(), stale, power(150, "0.1"), receiving), power, 0));
        assertEquals(
                Set.of(),
                evidence(450, two(), power(50, "0.1"), stale).current().keySet());
    }

    @Test
    void aValueThatNoTelegramSaidIsAnInvention() {
        Evidence evidence = evidence(1450, two(), power(150, "0.1"), power(200, "0.118"), power(1150, "0.137"));
        assertEquals(
                Optional.of(List.of(
                        "expected   only values that were sent      last: telegram 0, 1-0:1.7.0, octet 13",
                        "was        power-import 0.118 kW           in no telegram up to then",
                        "line       1-0:1.7.0(00.100*kW)",
                        "kind       value wrong")),
                evidence.invention(POWER_AND_GAS, 0).map(Finding::lines));
        assertEquals(Optional.empty(), evidence.invention(POWER_AND_GAS, 2));
        assertEquals(Optional.empty(), evidence.invention(Set.of(Quantity.GAS_VOLUME), 0));
    }

    @Test
    void aValueThatIsSentLaterIsAnInventionUntilThen() {
        Evidence evidence = evidence(1450, two(), power(150, "0.137"));
        assertEquals(true, evidence.invention(POWER_AND_GAS, 0).isPresent());
    }

    private static List<SentTelegram> four() {
        return List.of(
                sent(0, "1-0:1.7.0(00.100*kW)"),
                sent(1, "1-0:1.7.0(00.137*kW)"),
                sent(2, "1-0:1.7.0(00.174*kW)"),
                sent(3, "1-0:1.7.0(00.211*kW)"));
    }

    private static List<String> disagreement(Evidence evidence) {
        return evidence.disagreement(Set.of(Quantity.POWER_IMPORT), NOON.plusSeconds(1))
                .lines();
    }

    @Test
    void whoSaysNoValueAnyMoreHangs() {
        assertEquals(
                List.of(
                        "expected   values of telegrams 1 to 3",
                        "was        no value said for 3.7 s",
                        "kind       hang"),
                disagreement(evidence(3850, four(), power(150, "0.1"))));
    }

    @Test
    void whoTellsThatItTakesNothingRefuses() {
        Stamped error = said(1150, "{\"event\":\"crc-error\",\"port\":\"p1\"}");
        assertEquals(
                List.of(
                        "expected   values of telegrams 1 to 3",
                        "was        no value said for 3.7 s, told crc-error (2 times)",
                        "kind       refused"),
                disagreement(evidence(3850, four(), power(150, "0.1"), error, error)));
    }

    @Test
    void whoSaysThatNothingIsCurrentOfOddTelegramsRefuses() {
        Stamped stale = said(3100, "{\"status\":\"stale\",\"port\":\"p1\"}");
        List<SentTelegram> odd = List.of(
                sent(0, "1-0:1.7.0(00.100*kW)"),
                sent(1, "1-0:1.7.0(00.137*kW)", "0-0:96.13.9(1)"),
                sent(2, "1-0:1.7.0(00.174*kW)", "0-0:96.13.9(1)"),
                sent(3, "1-0:1.7.0(00.211*kW)", "0-0:96.13.9(1)"));
        assertEquals(
                List.of(
                        "expected   values of telegrams 1 to 3",
                        "was        no value said for 3.7 s, told stale once",
                        "kind       refused"),
                disagreement(evidence(3850, odd, power(150, "0.1"), stale)));
    }

    @Test
    void whoSaysThatNothingIsCurrentOfTelegramsLikeThoseItHasReadHangs() {
        Stamped stale = said(3100, "{\"status\":\"stale\",\"port\":\"p1\"}");
        assertEquals(
                List.of(
                        "expected   values of telegrams 1 to 3",
                        "was        no value said for 3.7 s",
                        "kind       hang"),
                disagreement(evidence(3850, four(), power(150, "0.1"), stale)));
    }

    @Test
    void whatWasToldBeforeTheChangeIsNoSignOfLifeAfterIt() {
        Stamped event = said(900, "{\"event\":\"crc-error\",\"port\":\"p1\"}");
        Stamped ofS1 = said(1200, "{\"event\":\"crc-error\",\"port\":\"s1\"}");
        assertEquals(
                List.of(
                        "expected   values of telegrams 1 to 3",
                        "was        no value said for 3.7 s",
                        "kind       hang"),
                disagreement(evidence(3850, four(), power(150, "0.1"), event, ofS1)));
    }

    @Test
    void whoHasSaidSomethingWrongSinceTheChangeDoesNotHang() {
        List<SentTelegram> five = new ArrayList<>(four());
        five.add(sent(4, "1-0:1.7.0(00.248*kW)"));
        assertEquals(
                List.of(
                        "expected   power-import 0.248 kW      telegram 4, 1-0:1.7.0, octet 13",
                        "was        power-import 99 kW         told before that telegram",
                        "line       1-0:1.7.0(00.248*kW)",
                        "kind       value wrong"),
                disagreement(evidence(4850, five, power(150, "0.1"), power(1150, "99"))));
        assertEquals(
                List.of(
                        "expected   values of telegrams 2 to 4",
                        "was        no value said for 3.7 s",
                        "kind       hang"),
                disagreement(evidence(4850, five, power(150, "0.1"), power(1150, "0.137"))));
    }

    @Test
    void aZeroThatAnObjectOfThatKindSaidIsNoPhantom() {
        List<String> gasAndOther =
                List.of("0-1:24.1.0(003)", "0-1:24.2.3(260115115521W)(00007.500*m3)", "0-4:24.1.0(003)");
        assertEquals(Kind.VALUE_WRONG, kindOfNoGas(gasAndOther, "0-4:24.2.3(251103091502W)(00000.000*m3)"));
        assertEquals(Kind.PHANTOM_ZERO, kindOfNoGas(gasAndOther, "0-4:24.2.3(251103091502W)(00001.000*m3)"));
        assertEquals(Kind.PHANTOM_ZERO, kindOfNoGas(gasAndOther, "0-4:24.2.3(632525252525W)(00000.000*m3)"));
        assertEquals(Kind.PHANTOM_ZERO, kindOfNoGas(gasAndOther, "1-0:1.7.0(00.000*kW)"));
    }

    /** {@return of which kind it is to show 0 m3 of gas after a telegram of those lines} */
    private static Kind kindOfNoGas(List<String> lines, String last) {
        List<String> all = new ArrayList<>(lines);
        all.add(last);
        return evidence(450, List.of(sent(0, all.toArray(String[]::new)))).kindOf(Quantity.GAS_VOLUME, "0");
    }

    @Test
    void whoHasSaidSomethingSinceDoesNotHang() {
        assertEquals(
                List.of(
                        "expected   power-import 0.211 kW      telegram 3, 1-0:1.7.0, octet 13",
                        "was        power-import 0.1 kW        told before that telegram",
                        "line       1-0:1.7.0(00.211*kW)",
                        "kind       stale value kept",
                        "hint       equals the value of telegram 0"),
                disagreement(evidence(3850, four(), power(150, "0.1"), gas(2500, "\"7.5\""))));
    }

    @Test
    void aValueOfARejectedTelegramIsToldAsSuch() {
        List<SentTelegram> rejected = List.of(spoilt(2, "1-0:1.7.0(77.777*kW)"));
        Evidence evidence = new Evidence(two(), rejected, List.of(power(2150, "77.777")), millis(2500), Display.EXACT);
        assertEquals(
                Optional.of(List.of(
                        "expected   only values that were sent      last: telegram 1, 1-0:1.7.0, octet 13",
                        "was        power-import 77.777 kW          in no telegram up to then",
                        "line       1-0:1.7.0(00.137*kW)",
                        "kind       value of a rejected telegram",
                        "hint       equals the value of telegram 2, whose CRC is wrong or missing")),
                evidence.invention(POWER_AND_GAS, 0).map(Finding::lines));
    }

    @Test
    void ofAnObjectThatStandsTwiceEitherValueIsRightOrNone() {
        List<SentTelegram> twice = List.of(sent(0, "1-0:1.7.0(00.100*kW)", "1-0:1.7.0(00.200*kW)"));
        Set<Quantity> power = Set.of(Quantity.POWER_IMPORT);
        for (String either : List.of("0.1", "0.2")) {
            Evidence evidence = evidence(450, twice, power(150, either));
            assertEquals(Optional.of(0L), agreed(evidence, power, 0));
            assertEquals(Optional.empty(), evidence.invention(power, 0));
        }
        Evidence none = evidence(450, twice, said(150, "{\"quantity\":\"power-import\",\"value\":null}"));
        assertEquals(Optional.of(0L), agreed(none, power, 0));
        Evidence neither = evidence(450, twice, power(150, "0.3"));
        assertEquals(
                List.of(
                        "expected   power-import 0.1 kW or 0.2 kW, or not shown      telegram 0, 1-0:1.7.0, octet 13",
                        "was        power-import 0.3 kW                              0.2 s after the telegram",
                        "line       1-0:1.7.0(00.100*kW)",
                        "kind       value wrong"),
                neither.disagreement(power, NOON).lines());
    }

    @Test
    void ofAValueThatIsIllegibleNothingNeedBeShown() {
        List<SentTelegram> illegible = List.of(sent(0, "1-0:1.7.0(00.100*kW)", "1-0:32.7.0(23x.1*V)"));
        Set<Quantity> both = Set.of(Quantity.POWER_IMPORT, Quantity.VOLTAGE_L1);
        assertEquals(Optional.of(0L), agreed(evidence(450, illegible, power(150, "0.1")), both, 0));
        Stamped part = said(149, "{\"quantity\":\"voltage-l1\",\"value\":\"23\"}");
        assertEquals(Optional.of(0L), agreed(evidence(450, illegible, part, power(150, "0.1")), both, 0));
        Stamped zero = said(149, "{\"quantity\":\"voltage-l1\",\"value\":\"0\"}");
        Evidence invents = evidence(450, illegible, zero, power(150, "0.1"));
        assertEquals(Optional.empty(), agreed(invents, both, 0));
        assertEquals(Optional.of("phantom zero"), invents.invention(both, 0).flatMap(f -> f.value(Finding.KIND)));
    }

    @Test
    void aCemsThatGivesNoValueIsToldWhatIsWrongWithItsLines() {
        assertEquals(
                Optional.of("it has shown nothing at all"), evidence(450, two()).muteness());
        assertEquals(
                Optional.of("it has given no value; the first that could not be understood (no JSON object): P=100"),
                evidence(450, two(), said(100, "P=100")).muteness());
        assertEquals(
                Optional.of("it has given no value, but told 'crc-error'"),
                evidence(450, two(), said(100, "{\"event\":\"crc-error\",\"port\":\"p1\"}"))
                        .muteness());
        assertEquals(Optional.empty(), evidence(450, two(), power(100, "0.1")).muteness());
        assertEquals(
                Optional.of("it has given no value: http://127.0.0.1:1/ answered 500"),
                evidence(
                                450,
                                two(),
                                noAnswer(100, "http://127.0.0.1:1/ refused the connection"),
                                noAnswer(200, "http://127.0.0.1:1/ answered 500"))
                        .muteness());
    }

    /** Gas that is shown anew only every three seconds, power in steps of 10 W. */
    private static final Display SLOW_GAS = new Display(
            Map.of(Quantity.POWER_IMPORT, new BigDecimal("0.01")),
            Map.of(Quantity.GAS_VOLUME, Duration.ofSeconds(3)),
            1);

    /** Six seconds, in each of which a litre of gas and 37 W more are taken. */
    private static Evidence shown(long millis, Stamped... observations) {
        List<SentTelegram> telegrams = new ArrayList<>();
        for (int second = 0; second < 6; second++) {
            telegrams.add(sent(
                    second,
                    "1-0:1.7.0(00.%03d*kW)".formatted(100 + 37 * second),
                    "0-1:24.1.0(003)",
                    "0-1:24.2.3(260115115521W)(00007.50%d*m3)".formatted(second)));
        }
        return new Evidence(telegrams, List.of(), List.of(observations), millis(millis), SLOW_GAS);
    }

    @Test
    void aSlowValueMayBeThatOfAnEarlierTelegramAndNoOlderThanItsInterval() {
        Stamped old = gas(1150, "\"7.501\"");
        assertEquals(Optional.of(4L), agreed(shown(5900, old, power(4150, "0.248")), POWER_AND_GAS, 1));
        assertEquals(Optional.empty(), agreed(shown(5900, old, power(5150, "0.285")), POWER_AND_GAS, 1));
        assertEquals(
                List.of(
                        "expected   gas-volume 7.505 m3      telegram 5, 0-1:24.2.3, octet 52",
                        "was        gas-volume 7.501 m3      told before that telegram",
                        "line       0-1:24.2.3(260115115521W)(00007.505*m3)",
                        "kind       stale value kept",
                        "hint       equals the value of telegram 1"),
                shown(5900, old, power(5150, "0.285"))
                        .disagreement(POWER_AND_GAS, NOON.plusSeconds(1))
                        .lines());
    }

    @Test
    void aSlowValueFromBeforeTheChangeIsNoAgreement() {
        Evidence evidence = shown(5900, gas(1150, "\"7.501\""), power(4150, "0.248"));
        assertEquals(Optional.empty(), agreed(evidence, POWER_AND_GAS, 2));
    }

    @Test
    void aSlowValueIsNotWrongAndAnOlderOneIs() {
        Stamped old = gas(1150, "\"7.501\"");
        assertEquals(Set.of(), shown(4900, old, power(4150, "0.248")).wrong(POWER_AND_GAS));
        assertEquals(
                Set.of(Quantity.GAS_VOLUME),
                shown(5900, gas(150, "\"7.499\""), power(5150, "0.285")).wrong(POWER_AND_GAS));
    }

    @Test
    void aValueInStepsIsNoInventionUnlessItIsAStepOff() {
        assertEquals(Optional.empty(), shown(5900, power(1150, "0.14")).invention(POWER_AND_GAS, 0));
        assertEquals(Optional.empty(), shown(5900, power(1150, "0.13")).invention(POWER_AND_GAS, 0));
        assertEquals(
                Optional.of("power-import 0.12 kW"),
                shown(5900, power(1150, "0.12")).invention(POWER_AND_GAS, 0).flatMap(f -> f.value("was")));
    }

    @Test
    void whatAStepHidesIsNoNews() {
        List<SentTelegram> telegrams = List.of(sent(0, "1-0:1.7.0(00.100*kW)"), sent(1, "1-0:1.7.0(00.104*kW)"));
        Set<Quantity> power = Set.of(Quantity.POWER_IMPORT);
        assertTrue(evidence(1450, telegrams).news(power, NOON.plusSeconds(1)));
        assertFalse(
                new Evidence(telegrams, List.of(), List.of(), millis(1300), SLOW_GAS).news(power, NOON.plusSeconds(1)));
    }

    @Test
    void whoReadsOnWithoutTheFirstTelegramsHasDroppedThemSilentlyUnlessHeToldOfIt() {
        Stamped gas = gas(1149, "\"7.5\"");
        Stamped crcError = said(200, "{\"event\":\"crc-error\",\"port\":\"p1\"}");
        assertEquals(Kind.SILENT_DROP, begunLate(gas, power(1150, "0.137")));
        assertEquals(Kind.LATE, begunLate(crcError, gas, power(1150, "0.137")));
    }

    @Test
    void whoHasShownThatTheFirstTelegramsWereReadWasOnlyLate() {
        assertEquals(Kind.LATE, begunLate(power(150, "0.1"), gas(1149, "\"7.5\""), power(1150, "0.137")));
    }

    private static Kind begunLate(Stamped... observations) {
        return evidence(1450, two(), observations).kindOfBeginningLate(POWER_AND_GAS, NOON, NOON.plusSeconds(1));
    }
}
