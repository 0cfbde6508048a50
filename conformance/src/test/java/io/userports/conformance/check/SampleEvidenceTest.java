package io.userports.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.SentSamples.Mistaken;
import io.userports.conformance.check.SentSamples.Slice;
import io.userports.conformance.check.SentSamples.Span;
import io.userports.grid.Wiring;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slices of 100 ms from noon on, both by the clock of the meter and in real time; observations at milliseconds. */
final class SampleEvidenceTest {
    private static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");
    private static final Set<Quantity> U1 = Set.of(Quantity.S1_VOLTAGE_RMS_L1);
    private static final Set<Quantity> P = Set.of(Quantity.S1_POWER);
    private static final Set<Quantity> BOTH = EnumSet.of(Quantity.S1_VOLTAGE_RMS_L1, Quantity.S1_POWER);
    private static final long REACH_MILLIS = 2500;
    private static final long WINDOW_MILLIS = 5000;
    private static final String METER = "1SAG3100000047";

    private final List<Slice> slices = new ArrayList<>();
    private final List<Stamped> said = new ArrayList<>();
    private String meterId = METER;
    private Wiring wiring = Wiring.STAR;

    private static long millis(long millis) {
        return millis * 1_000_000;
    }

    /** Samples of so many tenths of a second: 230 V, and so many watts on L1. */
    private SampleEvidenceTest sampled(int tenths, double watts) {
        return sampled(tenths, watts, 50);
    }

    private SampleEvidenceTest sampled(int tenths, double watts, double hertz) {
        for (int i = 0; i < tenths; i++) {
            long at = 100L * slices.size();
            double current = watts / 230;
            double[] squares = {230 * 230, current * current, 0, 0, 0, 0, 0};
            double[] powers = {watts, 0, 0};
            for (int c = 0; c < squares.length; c++) {
                squares[c] *= 260;
            }
            powers[0] *= 260;
            slices.add(new Slice(
                    NOON.plusMillis(at + 5),
                    millis(at + 5),
                    meterId,
                    wiring,
                    false,
                    Span.of(hertz),
                    Span.of(52 * hertz),
                    260,
                    squares,
                    powers,
                    new Mistaken(new double[4], new double[4], 0)));
        }
        return this;
    }

    private SampleEvidenceTest says(long millis, String line) {
        said.add(new Stamped(millis(millis), Observation.of(line)));
        return this;
    }

    private SampleEvidenceTest shows(long millis, String quantity, String value) {
        return says(millis, "{\"quantity\":\"s1-" + quantity + "\",\"value\":" + value + "}");
    }

    private SampleEvidence at(long millis) {
        return at(millis, SentSamples.NONE);
    }

    private SampleEvidence at(long millis, Display display) {
        SampleEvidence exact = at(millis);
        return new SampleEvidence(exact.sent(), said, exact.nanos(), exact.reachNanos(), exact.windowNanos(), display);
    }

    private SampleEvidence at(long millis, SentSamples counts) {
        return new SampleEvidence(
                new SentSamples(slices, counts.telegrams(), counts.lost(), counts.invalid(), counts.skipped()),
                said,
                millis(millis),
                millis(REACH_MILLIS),
                millis(WINDOW_MILLIS),
                Display.EXACT);
    }

    private static Instant mark(long millis) {
        return NOON.plusMillis(millis);
    }

    @Test
    void figuresAreWhatIsMeasuredOrToldAndCountsAreNot() {
        assertEquals(12, SampleEvidence.figures().size());
        assertTrue(SampleEvidence.figures().containsAll(Set.of(Quantity.S1_METER_ID, Quantity.S1_WIRING)));
        assertFalse(SampleEvidence.figures().contains(Quantity.S1_LOST));
        assertFalse(SampleEvidence.figures().contains(Quantity.POWER_IMPORT));
    }

    @Test
    void aFigureOfAnyWindowOfTheLastTimeAgrees() {
        sampled(10, 400).sampled(10, 1400).shows(1900, "power", "\"900\"");
        assertTrue(at(2000).agrees(P, Instant.MIN));
        assertFalse(at(2000).agrees(P, mark(1000)), "only half of that second was after the change");
    }

    @Test
    void lessThanASecondSinceTheChangeIsTooEarly() {
        sampled(10, 400).sampled(9, 1400).shows(1900, "power", "\"1400\"");
        assertFalse(at(1900).agrees(P, mark(1000)));
        assertFalse(at(1900).hasSamples(mark(1000)));
        assertTrue(sampled(1, 1400).at(2005).agrees(P, mark(1000)));
    }

    @Test
    void oldValuesThatHappenToBeRightProveNothing() {
        sampled(30, 400).shows(900, "voltage-rms-l1", "\"230.0\"");
        assertTrue(at(2000).agrees(U1, Instant.MIN));
        assertFalse(at(3000).agrees(U1, mark(1000)));
        assertEquals(Set.of(), at(3000).wrong(U1, mark(1000)));
        assertFalse(at(3000).news(U1, mark(1000)));
        assertTrue(shows(2500, "voltage-rms-l1", "\"230.0\"").at(3000).agrees(U1, mark(1000)));
    }

    @Test
    void whatWasSaidOfTheTimeBeforeTheChangeProvesNothingEither() {
        sampled(30, 400).shows(1050, "voltage-rms-l1", "\"230.0\"");
        assertFalse(at(3000).agrees(U1, mark(1000)));
    }

    @Test
    void whoSpeaksOnlyOfChangesNeedNotSpeakAgainOfWhatIsNew() {
        sampled(10, 400).sampled(20, 1400).shows(1200, "power", "\"1400\"");
        assertTrue(at(3000).agrees(P, mark(1000)));
    }

    @Test
    void oldFiguresAreOutOfReach() {
        sampled(10, 1400).sampled(30, 400).shows(3900, "power", "\"1400\"");
        assertEquals(P, at(4000).wrong(P, Instant.MIN));
    }

    @Test
    void whatIsSaidToBeStaleIsNotShownPortByPort() {
        sampled(20, 400).shows(1500, "power", "\"400\"").says(1600, "{\"status\":\"stale\",\"port\":\"p1\"}");
        assertTrue(at(2000).agrees(P, Instant.MIN));
        says(1700, "{\"status\":\"stale\",\"port\":\"s1\"}");
        assertFalse(at(2000).agrees(P, Instant.MIN));
        assertEquals(P, at(2000).wrong(P, Instant.MIN));
        assertEquals(
                List.of(
                        "expected   values of S1 presented as current",
                        "was        S1 said to be stale",
                        "kind       value missing"),
                at(2000).disagreement(P, Instant.MIN).lines());
        assertEquals(Set.of(), at(2000).current().keySet());
        says(1800, "{\"status\":\"receiving\",\"port\":\"s1\"}");
        assertTrue(at(2000).agrees(P, Instant.MIN));
    }

    @Test
    void aChannelThatIsNotThereIsNotShownAsZero() {
        wiring = Wiring.SINGLE_PHASE;
        Set<Quantity> u2 = Set.of(Quantity.S1_VOLTAGE_RMS_L2);
        sampled(20, 400).shows(1500, "voltage-rms-l1", "\"230\"");
        assertTrue(at(2000).agrees(u2, Instant.MIN));
        shows(1600, "voltage-rms-l2", "\"0\"");
        assertFalse(at(2000).agrees(u2, Instant.MIN));
        assertEquals(
                List.of(
                        "expected   s1-voltage-rms-l2 not shown      sqrt(mean u2^2)",
                        "was        s1-voltage-rms-l2 0 V            told 0.4 s before",
                        "kind       phantom zero",
                        "hint       a value that is not there is no zero"),
                at(2000).disagreement(u2, Instant.MIN).lines());
        assertTrue(shows(1700, "voltage-rms-l2", "null").at(2000).agrees(u2, Instant.MIN));
    }

    @Test
    void whatIsRightlyNotShownIsNoSignOfReading() {
        wiring = Wiring.SINGLE_PHASE;
        Set<Quantity> claimed = EnumSet.of(Quantity.S1_VOLTAGE_RMS_L1, Quantity.S1_VOLTAGE_RMS_L2);
        sampled(20, 400)
                .says(1500, "{\"status\":\"receiving\",\"port\":\"s1\"}")
                .shows(1500, "voltage-rms-l1", "\"12\"");
        assertFalse(at(2000).reads(claimed, Instant.MIN));
        assertTrue(shows(1600, "voltage-rms-l1", "\"231\"").at(2000).reads(claimed, Instant.MIN));
    }

    @Test
    void inDeltaL2HasZeroVolts() {
        wiring = Wiring.DELTA;
        Set<Quantity> u2 = Set.of(Quantity.S1_VOLTAGE_RMS_L2);
        sampled(20, 400).shows(1500, "voltage-rms-l1", "\"230\"");
        assertFalse(at(2000).agrees(u2, Instant.MIN), "it is there");
        assertEquals(
                Optional.of("in delta L2 is the reference: its samples are 0 V, and no sensor is broken"),
                at(2000).disagreement(u2, Instant.MIN).value("hint"));
        assertTrue(shows(1600, "voltage-rms-l2", "\"0.0\"").at(2000).agrees(u2, Instant.MIN));
        assertTrue(at(2000).isDelta());
    }

    @Test
    void aTextIsOneOfThoseThatWereTold() {
        Set<Quantity> id = Set.of(Quantity.S1_METER_ID);
        sampled(20, 400).shows(1500, "meter-id", "\"" + METER + "\"");
        assertTrue(at(2000).agrees(id, Instant.MIN));
        meterId = "1SAG3100000777";
        sampled(40, 400);
        assertTrue(at(6000).news(id, mark(2000)));
        assertEquals(id, at(6000).wrong(id, mark(2000)));
        assertEquals(
                List.of(
                        "expected   s1-meter-id 1SAG3100000777      Meter ID",
                        "was        s1-meter-id 1SAG3100000047      told 4.5 s before",
                        "kind       hang",
                        "hint       as it was before the last change"),
                at(6000).disagreement(id, mark(2000)).lines());
        assertTrue(shows(5000, "meter-id", "\"1SAG3100000777\"").at(6000).agrees(id, mark(2000)));
    }

    /** Compares what is told of a power that rose at 1.0 s, when time was let pass until 2.0 s. */
    private void afterARise(String was, String kind) {
        Finding finding = sampled(10, 400).sampled(40, 1400).at(5000).disagreement(P, mark(1000), mark(2000));
        assertEquals(
                List.of(
                        Optional.of("s1-power 1384.000 to 1416.000 W"),
                        Optional.of("s1-power " + was),
                        Optional.of(kind)),
                List.of(finding.value("expected"), finding.value("was"), finding.value(Finding.KIND)));
    }

    @Test
    void whoSaysNothingSinceTheChangeHangs() {
        shows(900, "power", "\"400\"").afterARise("400 W", "hang");
    }

    @Test
    void whoSaysSomethingWrongSinceTheChangeDoesNotHangThoughNothingChangesAnyMore() {
        shows(900, "power", "\"400\"").shows(1500, "power", "\"0.1\"").afterARise("0.1 W", "value wrong");
    }

    @Test
    void whoHasSaidAfterTheChangeWhatWasTrueThenAndNothingMoreHangs() {
        shows(900, "power", "\"400\"").shows(1200, "power", "\"600\"").afterARise("600 W", "hang");
    }

    @Test
    void whoTakesItsValueBackAfterTheChangeDoesNotHang() {
        shows(900, "power", "\"400\"").shows(1200, "power", "null").afterARise("not shown", "value missing");
    }

    @Test
    void whoTellsOfAnEventAfterTheChangeRefuses() {
        shows(900, "power", "\"400\"")
                .says(1200, "{\"event\":\"crc-error\",\"port\":\"s1\"}")
                .afterARise("400 W", "refused");
    }

    @Test
    void whoSaysThatS1IsStaleAfterTheChangeRefusesAndOneThatSaidSoBeforeHangs() {
        sampled(10, 400).sampled(40, 1400).shows(500, "power", "\"400\"");
        says(900, "{\"status\":\"stale\",\"port\":\"s1\"}");
        assertEquals(
                Optional.of("hang"),
                at(5000).disagreement(P, mark(1000), mark(2000)).value(Finding.KIND));
        says(1200, "{\"status\":\"stale\",\"port\":\"s1\"}");
        assertEquals(
                Optional.of("refused"),
                at(5000).disagreement(P, mark(1000), mark(2000)).value(Finding.KIND));
    }

    @Test
    void whatBeganOnTheMarkWasSampledBeforeIt() {
        sampled(20, 400);
        assertFalse(at(2000).hasSamples(mark(1005)));
        assertTrue(at(2000).hasSamples(mark(1004)));
    }

    @Test
    void newsIsWhatLiesOutsideTheBandOfTheOld() {
        sampled(10, 400).sampled(10, 405);
        assertFalse(at(2000).news(P, mark(1000)));
        assertFalse(at(2000).news(U1, mark(1000)));
        sampled(10, 410);
        assertTrue(at(3000).news(P, mark(1000)));
        assertTrue(at(3000).news(BOTH, mark(1000)));
        assertTrue(at(3000).news(U1, Instant.MIN), "at first all is new");
    }

    @Test
    void aDisagreementTellsTheBandWhatWasShownAndWhen() {
        sampled(10, 400).sampled(20, 1400).shows(900, "power", "\"400\"").shows(2500, "voltage-rms-l1", "\"230.1\"");
        assertEquals(
                List.of(
                        "expected   s1-power 1384.000 to 1416.000 W      mean(u1 i1) + mean(u2 i2) + mean(u3 i3)",
                        "was        s1-power 400 W                       told 2.1 s before",
                        "kind       stale value kept",
                        "hint       equals what was sampled before the last change"),
                at(3000).disagreement(BOTH, mark(1000)).lines());
    }

    @Test
    void whoHasSaidNothingSinceTheChangeIsToldSo() {
        sampled(30, 400).shows(900, "power", "\"400\"");
        assertEquals(
                List.of("expected   something said of S1 since the change", "was        nothing", "kind       hang"),
                at(3000).disagreement(P, mark(1000)).lines());
    }

    @ParameterizedTest
    @CsvSource({
        // windows of a tenth, of three tenths, of a second, of three seconds; all end after the step at 3.0 s
        "3100, 1400",
        "3150, 1400",
        "3100, 400",
        "3200, 1066",
        "3300, 700",
        "5900, 433",
        "5900, 1367",
    })
    void aFigureOfAWindowOfAnyLengthIsNoInvention(long millis, String watts) {
        sampled(30, 400).sampled(30, 1400).shows(millis, "power", "\"" + watts + "\"");
        assertEquals(Optional.empty(), at(7000).invention(P, 0));
    }

    @Test
    void aFigureThatNoWindowHadIsAnInvention() {
        sampled(30, 400)
                .shows(2000, "power", "\"400\"")
                .shows(2100, "power", "\"500\"")
                .shows(2500, "power", "\"400\"");
        assertEquals(
                Optional.of(List.of(
                        "expected   s1-power 394.000 to 406.000 W      as sampled",
                        "was        s1-power 500 W                     shown meanwhile",
                        "kind       value wrong")),
                at(3000).invention(P, 0).map(Finding::lines));
        assertEquals(Optional.empty(), at(3000).invention(P, 2));
        assertEquals(Optional.empty(), at(3000).invention(U1, 0));
    }

    @Test
    void aFigureOfLaterSamplesIsAnInventionUntilThen() {
        sampled(30, 400).shows(2900, "power", "\"1400\"").sampled(30, 1400);
        assertTrue(at(6000).invention(P, 0).isPresent());
    }

    @Test
    void aFrequencyThatNoTelegramToldIsAnInvention() {
        sampled(30, 400, 47).shows(2500, "frequency", "\"50\"").shows(2600, "frequency", "\"47.01\"");
        assertEquals(
                Optional.of("s1-frequency 50 Hz"),
                at(3000).invention(Set.of(Quantity.S1_FREQUENCY), 0).flatMap(f -> f.value("was")));
        assertEquals(Optional.empty(), at(3000).invention(Set.of(Quantity.S1_FREQUENCY), 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // shown before, counted before, shown now, counted now, what is wrong
                "-   | 0  | -   | 0  | not shown",
                "-   | 0  | 13  | 13 | ''",
                "0   | 0  | 13  | 13 | ''",
                "700 | 13 | 713 | 26 | ''",
                "700 | 13 | 712 | 26 | 12 more",
                "-   | 0  | -   | 13 | not shown",
                "5   | 0  | -   | 13 | not shown",
                "-   | 0  | n/a | 0  | n/a",
                "-   | 0  | -1  | 0  | -1",
                "-   | 0  | 13.5 | 13 | 13.5",
            })
    void countsAreExact(String shownBefore, long before, String shownNow, long now, String wrong) {
        if (shownNow != null) {
            shows(500, "lost", "\"" + shownNow + "\"");
        }
        Optional<Finding> miscount = at(1000, new SentSamples(List.of(), 9000, now, 0, 0))
                .miscount(
                        Quantity.S1_LOST,
                        Optional.ofNullable(shownBefore),
                        new SentSamples(List.of(), 2600, before, 0, 0));
        assertEquals(wrong, miscount.flatMap(f -> f.value("was")).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"300, 44, true", "300, 556, true", "300, 299, false", "300, 45, false", "13, n/a, false"})
    void onlyWholeRoundsOfTheNumberMayComeOfLateness(long lost, String shown, boolean rounds) {
        shows(500, "lost", "\"" + shown + "\"").shows(500, "invalid", "\"256\"");
        SampleEvidence evidence = at(1000, new SentSamples(List.of(), 9000, lost, 0, 0));
        assertEquals(rounds, evidence.isRoundsOff(Quantity.S1_LOST, Optional.empty(), SentSamples.NONE));
        assertFalse(evidence.isRoundsOff(Quantity.S1_INVALID, Optional.empty(), SentSamples.NONE));
    }

    @Test
    void aMiscountTellsFromWhereItCounted() {
        shows(500, "lost", "\"713\"");
        assertEquals(
                List.of(
                        "expected   s1-lost 14 more      since it was seen to read",
                        "was        13 more              from 700 to 713",
                        "kind       value wrong"),
                at(1000, new SentSamples(List.of(), 9000, 14, 0, 0))
                        .miscount(Quantity.S1_LOST, Optional.of("700"), SentSamples.NONE)
                        .orElseThrow()
                        .lines());
    }

    @Test
    void whatIsShownOfP1IsNothingOfS1() {
        sampled(20, 400)
                .says(1500, "{\"quantity\":\"power-import\",\"value\":\"0.4\"}")
                .says(1500, "{\"status\":\"receiving\",\"port\":\"p1\"}");
        assertFalse(at(2000).heard());
        assertFalse(at(2000).agrees(P, Instant.MIN));
        assertEquals(Set.of(), at(2000).current().keySet());
    }

    @Test
    void theBandIsWiderByTheResolution() {
        Display tens = new Display(Map.of(Quantity.S1_POWER, BigDecimal.TEN), Map.of(), 1);
        sampled(10, 400).shows(950, "power", "\"390\"");
        assertFalse(at(1000).agrees(P, mark(-1)));
        assertTrue(at(1000, tens).agrees(P, mark(-1)));
        shows(960, "power", "\"380\"");
        assertFalse(at(1000, tens).agrees(P, mark(-1)));
    }

    @Test
    void aSlowFigureMayBeOfOlderSamplesButNotOfThoseBeforeTheChange() {
        Display slow = new Display(Map.of(), Map.of(Quantity.S1_POWER, Duration.ofSeconds(4)), 2);
        sampled(20, 400).sampled(30, 1400).shows(1900, "power", "\"400\"").shows(4900, "voltage-rms-l1", "\"230\"");
        assertFalse(at(5000).agrees(P, mark(-1)));
        assertTrue(at(5000, slow).agrees(P, mark(-1)));
        assertFalse(at(5000, slow).agrees(P, mark(2000)));
    }
}
