package io.userports.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.wire.UserPort;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each mistake on S1 against the correct reference on the same octets: what differs, and how much. */
final class S1DefectTest {
    private static final int SECOND = 2600;

    private static S1Stream stream(Defect defect, Consumer<S1Stream> sends) {
        S1Stream stream = new S1Stream(defect);
        sends.accept(stream);
        return stream;
    }

    /** What is shown otherwise than by the correct one. */
    private static Set<String> spoilt(Defect defect, Consumer<S1Stream> sends) {
        var right = stream(Defect.NONE, sends).shown();
        var wrong = stream(defect, sends).shown();
        Set<String> spoilt = new TreeSet<>(right.keySet());
        spoilt.addAll(wrong.keySet());
        spoilt.removeIf(q -> right.getOrDefault(q, "").equals(wrong.getOrDefault(q, "")));
        return spoilt;
    }

    private static Consumer<S1Stream> plain(S1Maker maker) {
        return stream -> stream.send(maker, 2 * SECOND, S1Stream::plain);
    }

    /** 10 A from L1 to L3 and 5 A from L1 to L2. */
    private static void delta(S1Stream stream) {
        stream.send(S1Maker.SINGLE.info(S1Maker.DELTA), 2 * SECOND, angle -> {
            double behind = angle - S1Stream.degrees(60);
            return new int[] {
                S1Stream.volts(230, angle),
                S1Stream.amperes(10, behind) + S1Stream.amperes(5, angle),
                0,
                -S1Stream.amperes(5, angle),
                S1Stream.volts(230, angle + S1Stream.degrees(60)),
                -S1Stream.amperes(10, behind)
            };
        });
    }

    private static void currents(S1Stream stream) {
        stream.send(S1Maker.SINGLE, 2 * SECOND, angle ->
                new int[] {S1Stream.volts(230, angle), S1Stream.amperes(60, angle)});
    }

    private static double shown(Defect defect, String quantity, Consumer<S1Stream> sends) {
        return Double.parseDouble(stream(defect, sends).shown(quantity));
    }

    @Test
    void aFlagWithinATelegramCostsTheOnesThatSplitThere() {
        Consumer<S1Stream> flags = plain(S1Maker.SINGLE.millihertz(50_046));
        assertEquals("no-data", stream(Defect.SPLITS_ON_7E, flags).shown("status"));
        assertEquals("no-data", stream(Defect.UNESCAPES_7D, flags).shown("status"));
        // of 5200 telegrams those with the number 7E: 20, and what else holds a 7E
        assertNotEquals(0, shown(Defect.SPLITS_ON_7E, "lost", plain(S1Maker.SINGLE)));
    }

    @Test
    void anEscapeWithinATelegramCostsOnlyTheOneThatUnescapes() {
        Consumer<S1Stream> escapes = plain(S1Maker.SINGLE.millihertz(50_045));
        assertEquals("no-data", stream(Defect.UNESCAPES_7D, escapes).shown("status"));
        assertEquals("receiving", stream(Defect.SPLITS_ON_7E, escapes).shown("status"));
    }

    @Test
    void theRateIsNotAlways2600() {
        assertEquals(Set.of("rate"), spoilt(Defect.CONSTANT_2600, stream -> {
            stream.send(S1Maker.SINGLE.perSecond(40), 12_000, S1Stream::plain);
        }));
    }

    @Test
    void aStarThatIsNoneGivesAnotherPower() {
        assertEquals(Set.of("power"), spoilt(Defect.ASSUMES_120, S1DefectTest::delta));
        // 3450 W, and what -(u1 + u3) and i2 add: 5 A against u1 and 60 degrees before it
        assertEquals(3450, shown(Defect.NONE, "power", S1DefectTest::delta), 0.2);
        assertEquals(3450 + 1150 + 575, shown(Defect.ASSUMES_120, "power", S1DefectTest::delta), 0.2);
    }

    @Test
    void noVoltageOnL2OfADeltaIsTakenForAFault() {
        assertEquals(
                Set.of(
                        "event",
                        "frequency",
                        "power",
                        "current-rms-l1",
                        "current-rms-l2",
                        "current-rms-l3",
                        "voltage-rms-l1",
                        "voltage-rms-l2",
                        "voltage-rms-l3"),
                spoilt(Defect.U2_BROKEN, S1DefectTest::delta));
        assertEquals(
                "sensor-fault", stream(Defect.U2_BROKEN, S1DefectTest::delta).shown("event"));
        assertEquals(Set.of(), spoilt(Defect.U2_BROKEN, plain(S1Maker.SINGLE)));
    }

    @Test
    void aCurrentHasThreeOctetsAndASign() {
        assertEquals(Set.of("current-rms-l1", "power"), spoilt(Defect.CURRENT_16_BIT, S1DefectTest::currents));
        assertEquals(Set.of("current-rms-l1", "power"), spoilt(Defect.CURRENT_UNSIGNED, S1DefectTest::currents));
        assertEquals(Set.of(), spoilt(Defect.CURRENT_16_BIT, plain(S1Maker.SINGLE)));
    }

    @Test
    void aWrapToZeroIsTakenForALoss() {
        assertEquals(Set.of("lost"), spoilt(Defect.SEQUENCE_WRAPS_TO_1, plain(S1Maker.SINGLE)));
        // 20 wraps in 5200 telegrams, 255 each
        assertEquals(5100, shown(Defect.SEQUENCE_WRAPS_TO_1, "lost", plain(S1Maker.SINGLE)));
    }

    @Test
    void corruptedSamplesSpoilTheFiguresOfTheOneThatBelievesThem() {
        S1Maker corrupted = S1Maker.SINGLE.info(S1Maker.SINGLE_PHASE & S1Maker.INVALID);
        assertEquals(
                Set.of("current-rms-l1", "voltage-rms-l1", "power", "invalid"),
                spoilt(Defect.IGNORES_VALID_BIT, stream -> {
                    for (int n = 0; n < 5; n++) {
                        stream.send(S1Maker.SINGLE, 700, S1Stream::plain);
                        stream.send(corrupted, 40, angle -> new int[] {32_767, 8_388_607});
                    }
                }));
    }

    @Test
    void anUnknownVersionIsTheEndOfTheOneThatLocksUp() {
        Consumer<S1Stream> sends = stream -> {
            plain(S1Maker.SINGLE).accept(stream);
            stream.send(S1Maker.SINGLE.info(S1Maker.SINGLE_PHASE | S1Maker.VERSION_1), 1, S1Stream::plain);
            stream.send(S1Maker.SINGLE, 6 * SECOND, S1Stream::plain);
        };
        assertEquals(
                "stale",
                stream(Defect.LOCKS_UP_ON_UNKNOWN_VERSION, sends).silence(1).shown("status"));
        assertEquals("receiving", stream(Defect.NONE, sends).silence(1).shown("status"));
    }

    @Test
    void aGapIsTheEndOfTheOneThatLosesSync() {
        Consumer<S1Stream> sends = stream -> {
            plain(S1Maker.SINGLE).accept(stream);
            stream.lose(S1Maker.SINGLE, 1).send(S1Maker.SINGLE, 6 * SECOND, S1Stream::plain);
        };
        assertEquals(
                "stale", stream(Defect.LOSES_SYNC_AFTER_GAP, sends).silence(1).shown("status"));
        assertEquals("receiving", stream(Defect.NONE, sends).silence(1).shown("status"));
    }

    @Test
    void aWrongCheckSequenceSpoilsTheFiguresOfTheOneThatDoesNotLook() {
        assertEquals(
                Set.of("lost", "voltage-rms-l1", "current-rms-l1", "power"), spoilt(Defect.NO_FCS_CHECK, stream -> {
                    for (int n = 0; n < 50; n++) {
                        stream.send(S1Maker.SINGLE, 60, S1Stream::plain);
                        byte[] wrong = S1Maker.SINGLE.telegram(stream.sequence(), 13_000, 14_000);
                        wrong[24] ^= 0x40;
                        stream.octets(wrong).lose(S1Maker.SINGLE, 1);
                    }
                }));
    }

    @Test
    void aPartOfAPeriodIsNoPeriod() {
        for (S1Maker maker : new S1Maker[] {
            S1Maker.SINGLE,
            S1Maker.SINGLE.perSecond(20),
            S1Maker.SINGLE.perSecond(32),
            S1Maker.SINGLE.perSecond(40),
            S1Maker.SINGLE.millihertz(47_000),
            S1Maker.SINGLE.millihertz(52_000)
        }) {
            Consumer<S1Stream> sends = stream -> stream.send(maker, 12_000, S1Stream::plain);
            double right = shown(Defect.NONE, "voltage-rms-l1", sends);
            double wrong = shown(Defect.NON_INTEGER_PERIOD, "voltage-rms-l1", sends);
            assertEquals(230, right, 0.005);
            assertEquals(0.03, 1 - wrong / right, 0.02, maker.toString());
        }
    }

    /** Whole telegrams before and after {@code bad}, which stands in the place of one. */
    private static Consumer<S1Stream> around(Function<byte[], byte[]> bad) {
        return stream -> {
            plain(S1Maker.SINGLE).accept(stream);
            for (int n = 0; n < 3; n++) {
                stream.octets(bad.apply(S1Maker.SINGLE.telegram(stream.sequence(), S1Stream.plain(0))))
                        .lose(S1Maker.SINGLE, 1)
                        .send(S1Maker.SINGLE, SECOND, S1Stream::plain);
            }
        };
    }

    private static byte[] with(byte[] telegram, int at, int octet) {
        telegram[at] = (byte) octet;
        return telegram;
    }

    @Test
    void aWrongLengthCostsMoreThanOneTelegram() {
        Consumer<S1Stream> sends = around(telegram -> with(telegram, 2, 0xFF));
        assertEquals(3, shown(Defect.NONE, "lost", sends));
        // 255 octets and a flag: the bad telegram and five more
        assertEquals(18, shown(Defect.BELIEVES_LENGTH, "lost", sends));
    }

    @Test
    void aMissingOctetCostsMoreThanOneTelegram() {
        Consumer<S1Stream> sends = around(telegram -> {
            System.arraycopy(telegram, 21, telegram, 20, telegram.length - 21);
            return Arrays.copyOf(telegram, telegram.length - 1);
        });
        assertEquals(3, shown(Defect.NONE, "lost", sends));
        assertEquals(6, shown(Defect.HUNTS_TWO_FLAGS, "lost", sends));
        assertEquals(
                "stale",
                stream(Defect.FIXED_45, sends)
                        .send(S1Maker.SINGLE, 6 * SECOND, S1Stream::plain)
                        .shown("status"));
    }

    @Test
    void aFrameWithoutDataIsNoTelegramAndHasNoNumber() {
        byte[] shortest = HexFormat.of().parseHex("7E8006FF0332CA7E");
        Consumer<S1Stream> sends = around(telegram -> shortest);
        assertEquals("3", stream(Defect.NONE, sends).shown("skipped"));
        assertEquals(3, shown(Defect.NONE, "lost", sends));
        assertThrows(IndexOutOfBoundsException.class, () -> stream(Defect.DIES_OF_SHORT_FRAME, sends));
    }

    @Test
    void aFrameForSomebodyElseIsNotOurs() {
        Consumer<S1Stream> sends = around(telegram -> S1Maker.addressed(telegram, 0x01));
        assertEquals(3, shown(Defect.NONE, "lost", sends));
        assertEquals(0, shown(Defect.TAKES_ANY_ADDRESS, "lost", sends));
    }

    @Test
    void aWideGapIsMoreThanOneTelegram() {
        Consumer<S1Stream> sends = stream -> {
            plain(S1Maker.SINGLE).accept(stream);
            stream.lose(S1Maker.SINGLE, 40);
            plain(S1Maker.SINGLE).accept(stream);
        };
        assertEquals(40, shown(Defect.NONE, "lost", sends));
        assertEquals(1, shown(Defect.COUNTS_GAPS, "lost", sends));
    }

    @Test
    void aNumberThatStandsStillHidesNoSamplesFromTheCorrectOne() {
        Consumer<S1Stream> sends = stream -> {
            plain(S1Maker.SINGLE).accept(stream);
            for (int n = 0; n < 6 * SECOND; n++) {
                stream.from(7).send(S1Maker.SINGLE, 1, S1Stream::plain);
            }
        };
        assertEquals("receiving", stream(Defect.NONE, sends).shown("status"));
        assertEquals("stale", stream(Defect.DROPS_REPEATS, sends).shown("status"));
    }

    @Test
    void whatConcernsBothPortsSpoilsS1Too() {
        S1Maker corrupted = S1Maker.SINGLE.info(S1Maker.SINGLE_PHASE & S1Maker.INVALID);
        assertEquals(
                "0",
                stream(Defect.PHANTOM_ZERO, plain(S1Maker.SINGLE))
                        .send(corrupted, 9, S1Stream::plain)
                        .shown("voltage-rms-l1"));
        assertEquals("nothing", stream(Defect.DEAD, plain(S1Maker.SINGLE)).shown("power"));
        assertEquals("0", stream(Defect.ZERO_FOR_ABSENT, plain(S1Maker.SINGLE)).shown("voltage-rms-l2"));
        assertEquals(
                "receiving",
                stream(Defect.KEEPS_STALE, plain(S1Maker.SINGLE)).silence(9).shown("status"));
    }

    @Test
    void mistakesOnP1LeaveS1Alone() {
        Arrays.stream(Defect.values())
                .filter(d -> !d.ports().contains(UserPort.S1))
                .forEach(d -> assertEquals(Set.of(), spoilt(d, S1DefectTest::delta), d.slug()));
    }
}
