package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.bench.SampledCems.Manner;
import io.userports.conformance.bench.SampledCems.Script;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.NotJudged;
import io.userports.fault.CutFault;
import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.grid.Profile;
import io.userports.link.LinkSpec;
import io.userports.meter.Command;
import io.userports.meter.Consent;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the judge says of CEMS that read S1 as their script tells; a second each 200 ms. */
@Execution(ExecutionMode.CONCURRENT)
final class SampleJudgeTest {
    private static final int TIME_SCALE = 5;
    private static final Rig RIG = Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("2 s"));

    private static final Quantity[] OF_S1 = Arrays.stream(Quantity.values())
            .filter(q -> q.port() == UserPort.S1 && q != Quantity.S1_SKIPPED)
            .toArray(Quantity[]::new);
    private static final Claims ALL = claims("1 s", OF_S1);
    private static final Claims U1 = claims("1 s", Quantity.S1_VOLTAGE_RMS_L1);

    private static final Script CORRECT = (number, figures, cems) -> cems.show(figures);
    private static final Script MUTE = (number, figures, cems) -> {};

    private static final Command HEATER = new Command.SetHeater(1000);

    /** Shows everything until a heater is switched on, and from then on what another script does. */
    private record UntilPowerRises(Script then) implements Script {
        @Override
        public void show(int number, Map<String, String> figures, SampledCems cems) {
            if (Double.parseDouble(figures.get("power")) < 4500) {
                cems.show(figures);
            } else {
                then.show(number, figures, cems);
            }
        }
    }

    private interface Question {
        void put(Bench bench, SampleJudge judge);
    }

    private static Claims claims(String interval, Quantity... quantities) {
        List<String> slugs = Arrays.stream(quantities).map(Quantity::slug).toList();
        return Claims.of(List.of("s1"), slugs, Amount.parse("10 s"), Amount.parse(interval));
    }

    private static Optional<Throwable> end(Claims claims, CemsStarter starter, Question question) {
        return Busyness.end(() -> {
            try (Bench bench = new Bench(new Plan(RIG, claims, starter, 1, TIME_SCALE))) {
                bench.scene().household(Profile.of("steady-star"));
                bench.scene().sampled();
                question.put(bench, new SampleJudge(bench));
            }
        });
    }

    private static CemsStarter reading(Manner manner, Supplier<Script> script) {
        return sockets -> SampledCems.start(sockets.s1(), manner, script.get());
    }

    private static CemsStarter reading(Script script) {
        return reading(Manner.USUAL, () -> script);
    }

    private static void passes(Claims claims, CemsStarter cems, Question question) {
        assertEquals(Optional.empty(), end(claims, cems, question));
    }

    private static <T extends Throwable> T ends(Class<T> how, Claims claims, CemsStarter cems, Question question) {
        Throwable ended = end(claims, cems, question).orElseThrow(() -> new AssertionError("it passed"));
        return assertInstanceOf(how, ended, ended::toString);
    }

    private static Finding fails(Claims claims, Script script, Question question) {
        return ends(Failure.class, claims, reading(script), question).finding();
    }

    private static String isNotJudged(Claims claims, Script script, Question question) {
        return ends(NotJudged.class, claims, reading(script), question).getMessage();
    }

    private static void isReading(Bench bench, SampleJudge judge) {
        bench.start();
        judge.isReading();
    }

    private static void showsEverything(Bench bench, SampleJudge judge) {
        bench.start();
        judge.showsEverythingAsSampled();
    }

    /** As most scenarios go: a heater is switched on, and then all is to be right, and nothing invented meanwhile. */
    private static void showsAHeater(Bench bench, SampleJudge judge) {
        isReading(bench, judge);
        assertEquals(Set.of(), judge.wrongBefore());
        bench.tell(HEATER);
        judge.showsEverythingAsSampled();
        judge.inventsNothing();
    }

    private static void countsLost(Bench bench, SampleJudge judge) {
        isReading(bench, judge);
        bench.disturb(Disturbances.of(
                Disturbance.every(7, new CutFault.Lose()).on(UserPort.S1).times(13)));
        judge.countsExactly(Set.of(Quantity.S1_LOST));
    }

    @Test
    void whoReadsRightPasses() {
        passes(ALL, reading(CORRECT), (bench, judge) -> {
            showsAHeater(bench, judge);
            judge.shows(Quantity.S1_WIRING, "star");
            judge.showsNo(Quantity.S1_CURRENT_RMS_N);
        });
    }

    @Test
    void windowsOfATenthOfASecondToSomeSecondsPass() {
        passes(
                claims("100 ms", OF_S1),
                reading(new Manner(1, 1, 3, 3, 1), () -> CORRECT),
                SampleJudgeTest::showsAHeater);
        passes(
                claims("200 ms", OF_S1),
                reading(new Manner(2, 2, 3, 3, 1), () -> CORRECT),
                SampleJudgeTest::showsAHeater);
        passes(ALL, reading(new Manner(30, 10, 3, 3, 1), () -> CORRECT), SampleJudgeTest::showsAHeater);
        passes(
                claims("3 s", OF_S1),
                reading(new Manner(30, 30, 3, 3, 1), () -> CORRECT),
                SampleJudgeTest::showsAHeater);
    }

    @Test
    void coarseFiguresPass() {
        passes(ALL, reading(new Manner(10, 10, 1, 2, 0), () -> CORRECT), SampleJudgeTest::showsAHeater);
        Script kilowatts = (number, figures, cems) -> {
            String watts = figures.remove("power");
            cems.show(figures);
            cems.say("{\"quantity\":\"s1-power\",\"value\":\"%.3f\",\"unit\":\"kW\"}"
                    .formatted(Double.parseDouble(watts) / 1000));
        };
        passes(ALL, reading(kilowatts), SampleJudgeTest::showsAHeater);
    }

    @Test
    void aHouseholdOfChangingLoadsIsShownAsWell() {
        passes(claims("3 s", OF_S1), reading(new Manner(30, 30, 1, 2, 0), () -> CORRECT), (bench, judge) -> {
            bench.scene().household(Profile.of("three-phase"));
            showsEverything(bench, judge);
            judge.inventsNothing();
        });
    }

    @Test
    void whoIsMuteIsNotSeenToReadAndFailsWhereItIsAskedAtOnce() {
        String reason = isNotJudged(ALL, MUTE, SampleJudgeTest::isReading);
        assertTrue(reason.startsWith("the CEMS was not seen to read good samples within 2 s"), reason);
        fails(ALL, MUTE, SampleJudgeTest::showsEverything);
    }

    @Test
    void whoOnlySaysThatItReceivesIsNotSeenToReadOnOnePhase() {
        Script receives = (number, figures, cems) -> {
            cems.say("{\"status\":\"receiving\",\"port\":\"s1\"}");
            cems.show("voltage-rms-l1", "12");
        };
        isNotJudged(ALL, receives, (bench, judge) -> {
            bench.scene().household(Profile.of("steady-single-phase"));
            isReading(bench, judge);
            judge.showsNo(Quantity.S1_VOLTAGE_RMS_L2);
        });
    }

    @Test
    void aChannelThatIsNotThereIsNotShown() {
        Question question = (bench, judge) -> {
            bench.scene().household(Profile.of("steady-single-phase"));
            isReading(bench, judge);
            judge.showsNo(Quantity.S1_VOLTAGE_RMS_L2);
        };
        passes(ALL, reading(CORRECT), question);
        Script zeros = (number, figures, cems) -> {
            cems.show(figures);
            cems.show("voltage-rms-l2", "0");
        };
        assertEquals(Optional.of("0"), fails(ALL, zeros, question).value("was"));
    }

    @Test
    void whoFreezesFails() {
        Finding finding = fails(ALL, new UntilPowerRises(MUTE), SampleJudgeTest::showsAHeater);
        assertTrue(finding.value("expected").orElseThrow().startsWith("s1-current-rms-l1 "), finding.toString());
        assertEquals(Optional.of("equals what was sampled before the last change"), finding.value("hint"));
        assertEquals(Optional.of("hang"), finding.value("kind"));
    }

    @Test
    void whoClaimsOnlyWhatDoesNotChangeAndSaysNothingAnewIsNotJudged() {
        String reason = isNotJudged(U1, new UntilPowerRises(MUTE), SampleJudgeTest::showsAHeater);
        assertTrue(reason.startsWith("nothing of s1-voltage-rms-l1 has changed"), reason);
        passes(U1, reading(CORRECT), SampleJudgeTest::showsAHeater);
    }

    @Test
    void whoShowsP1OnlyIsNotSeenToReadS1() {
        Script p1 = (number, figures, cems) -> cems.say("{\"quantity\":\"power-import\",\"value\":\"4.05\"}");
        isNotJudged(ALL, p1, SampleJudgeTest::isReading);
    }

    @Test
    void figuresThatAreSaidToBeStaleAreNotShown() {
        Script stale = (number, figures, cems) -> {
            cems.say("{\"status\":\"stale\",\"port\":\"s1\"}");
            cems.show(figures);
        };
        String reason = isNotJudged(ALL, stale, SampleJudgeTest::isReading);
        assertTrue(reason.contains("S1 said to be stale"), reason);
        Finding finding = fails(ALL, new UntilPowerRises(stale), SampleJudgeTest::showsAHeater);
        assertEquals(Optional.of("S1 said to be stale"), finding.value("was"));
    }

    @Test
    void whoCountsRightPassesEarlyOrLate() {
        passes(ALL, reading(CORRECT), SampleJudgeTest::countsLost);
        Script late = new Script() {
            private final Deque<String> counts = new ArrayDeque<>();

            @Override
            public void show(int number, Map<String, String> figures, SampledCems cems) {
                counts.add(figures.remove("lost"));
                cems.show(figures);
                if (counts.size() > 3) {
                    cems.show("lost", counts.remove());
                }
            }
        };
        passes(ALL, reading(Manner.USUAL, () -> late), SampleJudgeTest::countsLost);
    }

    @Test
    void whoCountsOneTooManyOrTooFewFails() {
        // One too few of thirteen, whatever was lost before on a busy machine.
        Script wrong = (number, figures, cems) -> {
            figures.computeIfPresent("lost", (name, lost) -> Integer.toString(Integer.parseInt(lost) * 12 / 13));
            cems.show(figures);
        };
        assertEquals(
                Optional.of("12 more"),
                fails(ALL, wrong, SampleJudgeTest::countsLost).value("was"));
        Script inventive = (number, figures, cems) -> {
            figures.put("lost", Integer.toString(number));
            cems.show(figures);
        };
        fails(ALL, inventive, (bench, judge) -> {
            isReading(bench, judge);
            bench.passUntil(bench.now().plusSeconds(20));
            judge.countsExactly(Set.of(Quantity.S1_LOST));
        });
    }

    @Test
    void whoClaimsNoCountIsNotAskedForIt() {
        assertEquals(
                "s1-lost not claimed",
                ends(NotClaimed.class, U1, reading(CORRECT), SampleJudgeTest::countsLost)
                        .getMessage());
    }

    @Test
    void aFigureThatWasWrongBeforeIsNotAskedForAgain() {
        Script misreads = (number, figures, cems) -> {
            figures.put("power", "7");
            cems.show(figures);
        };
        passes(ALL, reading(misreads), (bench, judge) -> {
            isReading(bench, judge);
            assertEquals(Set.of(Quantity.S1_POWER), judge.wrongBefore());
            bench.tell(HEATER);
            judge.showsEverythingAsSampled();
            judge.inventsNothing();
        });
        fails(ALL, misreads, (bench, judge) -> {
            isReading(bench, judge);
            bench.tell(HEATER);
            judge.showsAsSampled(Set.of(Quantity.S1_POWER));
        });
    }

    @Test
    void aFigureThatWasNeverSampledFailsHoweverBrieflyItWasShown() {
        Script once = new UntilPowerRises((number, figures, cems) -> {
            cems.show("power", "-7");
            cems.show(figures);
        });
        assertEquals(
                Optional.of("s1-power -7 W"),
                fails(ALL, once, SampleJudgeTest::showsAHeater).value("was"));
    }

    @Test
    void whoEndsFails() {
        Script ends = (number, figures, cems) -> cems.end("ended with exit code 3");
        assertEquals(
                Optional.of("ended with exit code 3"),
                fails(ALL, ends, SampleJudgeTest::isReading).value("was"));
    }

    @Test
    void whoClosesItsPortIsToldThatNobodyTookTheBatches() {
        Script closes = new UntilPowerRises((number, figures, cems) -> cems.closePort());
        Finding finding = fails(ALL, closes, SampleJudgeTest::showsAHeater);
        String hint = finding.facts().get(finding.facts().size() - 1).value();
        assertTrue(hint.matches("\\d+ batches were taken by nobody: .* was not open, or not read"), hint);
    }

    @Test
    void whereLessThanASecondLeftNothingIsJudged() {
        String reason = isNotJudged(ALL, CORRECT, (bench, judge) -> {
            isReading(bench, judge);
            bench.tell(new Command.SetConsent(Consent.WITHHELD, Duration.ZERO));
            judge.showsEverythingAsSampled(1);
        });
        assertEquals("less than a second of samples has left the meter since the change", reason);
    }

    @Test
    void nothingIsPresentedWhereThereIsNoStream() {
        Script zeros = new Script() {
            @Override
            public void show(int number, Map<String, String> figures, SampledCems cems) {}

            @Override
            public void idle(Duration silence, SampledCems cems) {
                cems.show("power", "0");
                cems.show("lost", "0");
            }
        };
        Question question = (bench, judge) -> {
            bench.scene().silentOnS1();
            bench.start();
            bench.passUntil(bench.now().plusSeconds(2));
            judge.presentsNothing();
        };
        passes(ALL, reading(MUTE), question);
        assertEquals(Optional.of("{s1-power=0}"), fails(ALL, zeros, question).value("was"));
    }

    @Test
    void countersAreNoFiguresThatGrowOld() {
        Script counts = new Script() {
            @Override
            public void show(int number, Map<String, String> figures, SampledCems cems) {
                cems.show(figures);
            }

            @Override
            public void idle(Duration silence, SampledCems cems) {
                if (silence.toMillis() > 500) {
                    SampleEvidence.figures().forEach(q -> cems.say(new Observation.Value(q, Optional.empty())));
                }
            }
        };
        passes(ALL, reading(counts), (bench, judge) -> {
            isReading(bench, judge);
            bench.tell(new Command.SetConsent(Consent.WITHHELD, Duration.ZERO));
            new Judge(bench).presentsNothing();
        });
    }

    private static final Claims OF_BOTH = Claims.of(
            List.of("p1", "s1"),
            List.of(
                    "meter-id",
                    "voltage-l1",
                    "power-import",
                    "power-export",
                    "s1-meter-id",
                    "s1-voltage-rms-l1",
                    "s1-power"),
            Amount.parse("10 s"),
            Amount.parse("1 s"));

    private static CemsStarter readingBoth(Script script) {
        return sockets -> {
            SampledCems cems = SampledCems.start(sockets.s1(), Manner.USUAL, script);
            ScriptedCems p1 = ScriptedCems.start(
                    sockets.p1(),
                    (number, telegram, self) -> telegram.forEach(
                            (quantity, value) -> cems.say(new Observation.Value(quantity, Optional.of(value)))));
            return new Both(cems, p1);
        };
    }

    private static void agree(Bench bench, SampleJudge judge) {
        bench.start();
        bench.passUntil(bench.now().plusSeconds(3));
        judge.agreesWithP1();
    }

    @Test
    void bothPortsSpeakOfOneMeter() {
        passes(OF_BOTH, readingBoth(CORRECT), SampleJudgeTest::agree);
        Script another = (number, figures, cems) -> {
            figures.put("meter-id", "1SAG3100000099");
            cems.show(figures);
        };
        assertEquals(
                List.of(
                        "expected   S1 as P1: meter-id 1SAG3100000047",
                        "was        s1-meter-id 1SAG3100000099",
                        "kind       value wrong"),
                ends(Failure.class, OF_BOTH, readingBoth(another), SampleJudgeTest::agree)
                        .finding()
                        .lines());
        Script otherPower = (number, figures, cems) -> {
            figures.put("power", "-" + figures.get("power"));
            cems.show(figures);
        };
        ends(Failure.class, OF_BOTH, readingBoth(otherPower), SampleJudgeTest::agree);
    }

    @Test
    void twoPortsOfWhichNothingIsShownDoNotAgree() {
        Claims ids = Claims.of(
                List.of("p1", "s1"), List.of("meter-id", "s1-meter-id"), Amount.parse("10 s"), Amount.parse("1 s"));
        ends(Failure.class, ids, reading(MUTE), SampleJudgeTest::agree);
    }
}
