package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.bench.ScriptedCems.Script;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Failure;
import io.userports.conformance.check.Finding;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.NotJudged;
import io.userports.grid.Edition;
import io.userports.grid.Profile;
import io.userports.grid.Wiring;
import io.userports.link.LinkSpec;
import io.userports.meter.Command;
import io.userports.meter.Consent;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the judge says of CEMS that read as their script tells; a telegram each 100 ms. */
@Execution(ExecutionMode.CONCURRENT)
final class JudgeTest {
    private static final int TIME_SCALE = 10;

    private static final Rig RIG = Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("1500 ms"));

    private static final Quantity[] OF_P1 = Arrays.stream(Quantity.values())
            .filter(q -> q.port() == UserPort.P1)
            .toArray(Quantity[]::new);
    private static final Claims ALL = claims("1 s", OF_P1);

    private static final Claims REGISTERS = claims(
            "1 s",
            Quantity.ENERGY_IMPORT_DAY,
            Quantity.ENERGY_IMPORT_NIGHT,
            Quantity.ENERGY_EXPORT_DAY,
            Quantity.ENERGY_EXPORT_NIGHT);

    private static final Claims TEXT = claims("1 s", Quantity.TEXT);

    private static final Script CORRECT = (number, telegram, cems) -> cems.show(telegram);

    private static final Script MUTE = (number, telegram, cems) -> {};

    private static final Command CHANGE = new Command.SetText("changed");

    private static final Command WITHDRAWAL = new Command.SetConsent(Consent.WITHHELD, Duration.ZERO);

    /** Shows every third telegram; the third after a change, however the meter stood then. */
    private static final class EveryThird implements Script {
        private Optional<String> text = Optional.empty();
        private int count;

        @Override
        public void read(int number, Map<Quantity, String> telegram, ScriptedCems cems) {
            Optional<String> now = Optional.ofNullable(telegram.get(Quantity.TEXT));
            count = now.equals(text) ? count + 1 : 1;
            text = now;
            if (count % 3 == 0) {
                cems.show(telegram);
            }
        }
    }

    /** Shows every telegram, and says something of itself when nothing has come for some time. */
    private record Idling(Map<Duration, String> says) implements Script {
        @Override
        public void read(int number, Map<Quantity, String> telegram, ScriptedCems cems) {
            cems.status("receiving");
            cems.show(telegram);
        }

        @Override
        public void idle(Duration silence, ScriptedCems cems) {
            says.keySet().stream()
                    .filter(after -> after.compareTo(silence) <= 0)
                    .max(Duration::compareTo)
                    .ifPresent(after -> cems.status(says.get(after)));
        }
    }

    private interface Question {
        void put(Bench bench, Judge judge);
    }

    private static Claims claims(String interval, Quantity... quantities) {
        List<String> slugs = Arrays.stream(quantities).map(Quantity::slug).toList();
        return Claims.of(List.of("p1"), slugs, Amount.parse("10 s"), Amount.parse(interval));
    }

    private static Optional<Throwable> end(Claims claims, Supplier<Script> script, Question question) {
        return end(RIG, claims, script, question);
    }

    private static Optional<Throwable> end(Rig rig, Claims claims, Supplier<Script> script, Question question) {
        CemsStarter starter = sockets -> ScriptedCems.start(sockets.p1(), script.get());
        return Busyness.end(() -> {
            try (Bench bench = new Bench(new Plan(rig, claims, starter, 1, TIME_SCALE))) {
                question.put(bench, new Judge(bench));
            }
        });
    }

    private static void passes(Claims claims, Supplier<Script> script, Question question) {
        assertEquals(Optional.empty(), end(claims, script, question));
    }

    private static Finding fails(Claims claims, Supplier<Script> script, Question question) {
        return ended(Failure.class, end(claims, script, question)).finding();
    }

    private static String isNotJudged(Claims claims, Supplier<Script> script, Question question) {
        return ended(NotJudged.class, end(claims, script, question)).getMessage();
    }

    private static <T extends Throwable> T ended(Class<T> how, Optional<Throwable> end) {
        Throwable ended = end.orElseThrow(() -> new AssertionError("it passed"));
        return assertInstanceOf(how, ended, ended::toString);
    }

    private static void showsTheFirstTelegramAfterAChange(Bench bench, Judge judge) {
        readsAllAndThen(bench, judge, CHANGE);
        judge.showsEverythingAsSent(1);
    }

    private static void showsAChangeInTime(Bench bench, Judge judge) {
        readsAllAndThen(bench, judge, CHANGE);
        judge.showsEverythingAsSent();
    }

    private static void presentsNothingWithoutConsent(Bench bench, Judge judge) {
        readsAllAndThen(bench, judge, WITHDRAWAL);
        judge.presentsNothing();
    }

    private static void readsAllAndThen(Bench bench, Judge judge, Command command) {
        bench.start();
        judge.isReading();
        assertEquals(Set.of(), judge.wrongBefore());
        bench.tell(command);
    }

    private static void showsEverything(Bench bench, Judge judge) {
        bench.start();
        judge.showsEverythingAsSent();
    }

    private static void isReading(Bench bench, Judge judge) {
        bench.start();
        judge.isReading();
    }

    @Test
    void aCemsMayShowEveryThirdTelegramIfItClaimsNoMore() {
        passes(claims("3 s", OF_P1), EveryThird::new, JudgeTest::showsTheFirstTelegramAfterAChange);
    }

    @Test
    void aCemsThatShowsALaterTelegramThanItClaimsFails() {
        Finding finding = fails(ALL, EveryThird::new, JudgeTest::showsTheFirstTelegramAfterAChange);
        String was = finding.value("was").orElseThrow();
        assertTrue(was.matches("agreed with telegram \\d+ and none before"), was);
        assertEquals(Optional.of("silent drop"), finding.value("kind"));
    }

    @Test
    void aCemsThatNeedsTwelveTelegramsMayClaimSo() {
        Supplier<Script> slow = () -> new Script() {
            private int changed;

            @Override
            public void read(int number, Map<Quantity, String> telegram, ScriptedCems cems) {
                changed += telegram.containsKey(Quantity.TEXT) ? 1 : 0;
                if (changed == 0 || changed > 10) {
                    cems.show(telegram);
                }
            }
        };
        Claims patient =
                new Claims(ALL.ports(), ALL.quantities(), ALL.freshness(), ALL.interval(), 12, null, null, null);
        passes(patient, slow, JudgeTest::showsAChangeInTime);
        fails(ALL, slow, JudgeTest::showsAChangeInTime);
    }

    private static Script current(Function<BigDecimal, BigDecimal> shown) {
        return (number, telegram, cems) -> {
            telegram.computeIfPresent(Quantity.CURRENT_L1, (q, sent) -> shown.apply(new BigDecimal(sent))
                    .toPlainString());
            cems.show(telegram);
        };
    }

    /** In a household that stands still: half a telegram and half of the next are no third one. */
    private static void showsTheCurrent(Bench bench, Judge judge) {
        bench.scene().household(Profile.of("steady-star"));
        isReading(bench, judge);
        judge.showsAsSent(Set.of(Quantity.CURRENT_L1));
    }

    @Test
    void whoClaimsStepsOfOneAmpereMayRoundOrCutOff() {
        Claims steps = ALL.with(Quantity.CURRENT_L1, Amount.parse("1 A"), null);
        passes(steps, () -> current(i -> i.setScale(0, RoundingMode.HALF_UP)), JudgeTest::showsTheCurrent);
        passes(steps, () -> current(i -> i.setScale(0, RoundingMode.DOWN)), JudgeTest::showsTheCurrent);
    }

    @Test
    void whoShowsAStepTooLittleFailsAndWhoClaimsNoStepsMayNotBeOffAtAll() {
        Claims steps = ALL.with(Quantity.CURRENT_L1, Amount.parse("1 A"), null);
        Script tooLittle = current(i -> i.setScale(0, RoundingMode.DOWN).subtract(BigDecimal.ONE));
        assertEquals(
                Optional.of("value wrong"),
                fails(steps, () -> tooLittle, JudgeTest::showsTheCurrent).value("kind"));
        Script fiveMilliamperesMore = current(i -> i.add(new BigDecimal("0.005")));
        fails(ALL, () -> fiveMilliamperesMore, JudgeTest::showsTheCurrent);
    }

    @Test
    void theNoiseOfBinaryFractionsIsForgiven() {
        passes(ALL, () -> current(i -> i.add(new BigDecimal("1e-13"))), JudgeTest::showsTheCurrent);
    }

    /** Shows everything at once, and of L1 the power of so many telegrams before. */
    private static Script lagging(int telegrams) {
        Deque<String> waiting = new ArrayDeque<>();
        return (number, telegram, cems) -> {
            waiting.add(telegram.get(Quantity.POWER_IMPORT_L1));
            telegram.put(Quantity.POWER_IMPORT_L1, waiting.size() > telegrams ? waiting.remove() : waiting.peekFirst());
            cems.show(telegram);
        };
    }

    @Test
    void aSlowValueMayLagAsLongAsItsInterval() {
        Claims slow = ALL.with(Quantity.POWER_IMPORT_L1, null, Amount.parse("3 s"));
        passes(slow, () -> lagging(3), (bench, judge) -> {
            showsAChangeInTime(bench, judge);
            judge.showsAsSent(Set.of(Quantity.POWER_IMPORT_L1));
        });
    }

    @Test
    void aSlowValueThatLagsLongerFails() {
        Claims slow = ALL.with(Quantity.POWER_IMPORT_L1, null, Amount.parse("3 s"));
        Finding finding = fails(slow, () -> lagging(8), (bench, judge) -> {
            isReading(bench, judge);
            bench.tell(CHANGE);
            judge.showsAsSent(Set.of(Quantity.POWER_IMPORT_L1));
        });
        assertEquals(Optional.of("stale value kept"), finding.value("kind"));
    }

    @Test
    void aChangeToAnEditionThatIsNotClaimedIsNotAsked() {
        Claims old = new Claims(
                ALL.ports(),
                ALL.quantities(),
                ALL.freshness(),
                ALL.interval(),
                null,
                null,
                List.of(Edition.E50217),
                List.of(Wiring.STAR));
        passes(old, () -> CORRECT, (bench, judge) -> {
            bench.start();
            Command change = new Command.SetEdition(Edition.E50221);
            assertEquals(
                    "edition 50221 not claimed",
                    assertThrows(NotClaimed.class, () -> bench.tell(change)).getMessage());
        });
    }

    @Test
    void aValueThatWasNeverSentFailsHoweverBrieflyItWasShown() {
        Script inventsOnce = (number, telegram, cems) -> {
            if (telegram.containsKey(Quantity.TEXT)) {
                cems.show(Quantity.POWER_IMPORT, "98.765");
            }
            cems.show(telegram);
        };
        Finding finding = fails(ALL, () -> inventsOnce, JudgeTest::showsAChangeInTime);
        assertEquals(Optional.of("only values that were sent"), finding.value("expected"));
        assertEquals(Optional.of("power-import 98.765 kW"), finding.value("was"));
        assertEquals(Optional.of("value wrong"), finding.value("kind"));
    }

    @Test
    void nothingIsSaidOfAValueThatWasWrongBefore() {
        passes(ALL, () -> JudgeTest::misreadsGas, (bench, judge) -> {
            isReading(bench, judge);
            assertEquals(Set.of(Quantity.GAS_VOLUME), judge.wrongBefore());
            bench.tell(CHANGE);
            judge.showsEverythingAsSent();
            judge.inventsNothing();
        });
    }

    @Test
    void aValueThatWasWrongBeforeFailsWhereItIsAskedFor() {
        Finding finding = fails(ALL, () -> JudgeTest::misreadsGas, (bench, judge) -> {
            isReading(bench, judge);
            judge.showsAsSent(Set.of(Quantity.GAS_VOLUME));
        });
        assertEquals(Optional.of("gas-volume 0.815 m3"), finding.value("was"));
    }

    private static void misreadsGas(int number, Map<Quantity, String> telegram, ScriptedCems cems) {
        telegram.put(Quantity.GAS_VOLUME, "0.815");
        cems.show(telegram);
    }

    @Test
    void whoSaysStaleAfterTwiceTheClaimedFreshnessFails() {
        Script late = new Idling(Map.of(Duration.ofSeconds(2), "stale"));
        Finding finding = fails(ALL, () -> late, JudgeTest::presentsNothingWithoutConsent);
        assertEquals(Optional.of("nothing presented as current"), finding.value("expected"));
    }

    @Test
    void whoSaysStaleInTimePresentsNothing() {
        Script inTime = new Idling(Map.of(Duration.ofMillis(300), "stale"));
        passes(ALL, () -> inTime, JudgeTest::presentsNothingWithoutConsent);
    }

    @Test
    void whoTakesBackThatItIsStaleFails() {
        Script flickers = new Idling(Map.of(Duration.ofMillis(300), "stale", Duration.ofMillis(600), "receiving"));
        Finding finding = fails(ALL, () -> flickers, JudgeTest::presentsNothingWithoutConsent);
        assertEquals(Optional.of("stale value kept"), finding.value("kind"));
    }

    @Test
    void whoShowsZerosWithoutAnyTelegramFails() {
        Script zeros = new Script() {
            @Override
            public void read(int number, Map<Quantity, String> telegram, ScriptedCems cems) {
                cems.show(telegram);
            }

            @Override
            public void idle(Duration silence, ScriptedCems cems) {
                if (silence.toMillis() > 500) {
                    cems.show(Quantity.POWER_IMPORT, "0");
                }
            }
        };
        Finding finding = fails(ALL, () -> zeros, (bench, judge) -> {
            bench.scene().consent(Consent.WITHHELD);
            bench.start();
            judge.presentsNothing();
        });
        assertEquals(Optional.of("1 values: power-import 0 kW"), finding.value("was"));
        assertEquals(Optional.of("phantom zero"), finding.value("kind"));
    }

    @Test
    void silenceIsNotTakenForAnEmptyText() {
        isNotJudged(TEXT, () -> MUTE, JudgeTest::isReading);
        isNotJudged(TEXT, () -> MUTE, JudgeTest::showsEverything);
    }

    @Test
    void registersThatAreReadPass() {
        passes(REGISTERS, () -> CORRECT, JudgeTest::showsAChangeInTime);
    }

    @Test
    void oldRegistersAreNotTakenForThoseOfNewTelegrams() {
        Script throwsAway = (number, telegram, cems) -> {
            if (!telegram.containsKey(Quantity.TEXT)) {
                cems.show(telegram);
            }
        };
        Finding finding = fails(REGISTERS, () -> throwsAway, JudgeTest::showsAChangeInTime);
        assertEquals(Optional.of("hang"), finding.value("kind"));
    }

    @Test
    void aFirstValueMayTakeAsLongAsThePatienceOfTheRig() {
        Script slowToStart = (number, telegram, cems) -> {
            if (number >= 12) {
                cems.show(telegram);
            }
        };
        passes(ALL, () -> slowToStart, JudgeTest::showsEverything);
    }

    @Test
    void whoClosesItsPortIsToldThatNobodyTookTheTelegrams() {
        Script closes = (number, telegram, cems) -> {
            cems.show(telegram);
            cems.closePort();
        };
        Finding finding = fails(ALL, () -> closes, (bench, judge) -> {
            isReading(bench, judge);
            bench.passUntil(bench.now().plusSeconds(5));
            bench.tell(CHANGE);
            judge.showsEverythingAsSent();
        });
        assertTakenByNobody(finding);
    }

    @Test
    void whoClosesItsPortBeforeItShowsAnythingIsToldSoToo() {
        Script closes = (number, telegram, cems) -> cems.closePort();
        assertTakenByNobody(fails(ALL, () -> closes, JudgeTest::showsEverything));
    }

    private static void assertTakenByNobody(Finding finding) {
        String hint = finding.facts().get(finding.facts().size() - 1).value();
        assertTrue(hint.matches("\\d+ telegrams were taken by nobody: .* was not open, or not read"), hint);
    }

    @Test
    void whoEndsFails() {
        Script ends = (number, telegram, cems) -> cems.end("ended with exit code 3");
        Finding finding = fails(ALL, () -> ends, JudgeTest::isReading);
        assertEquals(Optional.of("ended with exit code 3"), finding.value("was"));
        assertEquals(Optional.of("crash"), finding.value("kind"));
    }

    @Test
    void whoFloodsIsNotJudged() {
        Script floods = (number, telegram, cems) -> {
            for (int i = 0; i <= 200_000; i++) {
                cems.say(new Observation.Event("tick", "p1"));
            }
        };
        // A flood takes its time where others are at work too.
        Rig patient = Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("60 s"));
        String reason = ended(NotJudged.class, end(patient, ALL, () -> floods, JudgeTest::isReading))
                .getMessage();
        assertTrue(reason.startsWith("the CEMS wrote so much that "), reason);
    }
}
