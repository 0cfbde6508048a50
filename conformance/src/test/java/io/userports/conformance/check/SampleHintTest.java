package io.userports.conformance.check;

import static io.userports.conformance.check.S1Sent.DELTA;
import static io.userports.conformance.check.S1Sent.NEUTRAL;
import static io.userports.conformance.check.S1Sent.PER_PERIOD;
import static io.userports.conformance.check.S1Sent.SINGLE_PHASE;
import static io.userports.conformance.check.S1Sent.STAR;
import static io.userports.conformance.check.S1Sent.sine;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mistake makes of sines, worked by hand, and the hint on it. */
final class SampleHintTest {
    /** 230 V; 40 A on L1, whose peak of 56.6 A needs the third octet; 1000 W given back on L2. */
    private static final SentSamples IN_STAR = new S1Sent()
            .info(STAR | NEUTRAL)
            .wave(a -> new double[] {
                sine(230, a, 0), sine(40, a, 0), sine(230, a, -120), sine(1000 / 230.0, a, 60), sine(230, a, 120), 0, 0
            })
            .send(3200)
            .samples();

    /** A load of 2300 W between L1 and L3, and one of 10 A between L1 and L2. */
    private static final SentSamples IN_DELTA = new S1Sent()
            .info(DELTA | PER_PERIOD)
            .rate(52)
            .milliHertz(48_000)
            .wave(a -> {
                double i13 = sine(10, a, 0) - sine(10, a, 60);
                double i12 = sine(10, a, 0);
                return new double[] {sine(230, a, 0), i12 + i13, 0, -i12, sine(230, a, 60), -i13, 0};
            })
            .send(3200)
            .samples();

    private static final SentSamples ALONE = new S1Sent()
            .info(SINGLE_PHASE)
            .rate(32)
            .wave(a -> new double[] {sine(231, a, 0), 0, 0, 0, 0, 0, 0})
            .send(4000)
            .samples();

    private static final SentSamples BEFORE = new S1Sent()
            .meter("1SAG3100000001", 0)
            .wave(a -> new double[] {sine(220, a, 0), sine(3, a, 0), 0, 0, 0, 0, 0})
            .send(3200)
            .samples();

    private static void assertHint(String hint, String slug, String shown, SentSamples samples) {
        Quantity quantity = Quantity.bySlug(slug).orElseThrow();
        assertEquals(
                hint,
                SampleHint.of(quantity, Optional.ofNullable(shown), samples, BEFORE, Display.EXACT)
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s1-voltage-rms-l1 | 230000  | a thousand times the value: the unit is another one",
                "s1-voltage-rms-l1 | 0.23    | a thousandth of the value: the unit is another one",
                "s1-voltage-rms-l1 | 9200    | forty times the value: a count is 25 mV",
                "s1-voltage-rms-l1 | 325.27  | 1.41 times the value: a peak, and no root mean square",
                "s1-voltage-rms-l1 | 52900   | the mean of the squares, without its root",
                "s1-voltage-rms-l1 | 220.1   | equals what was sampled before the last change",
                "s1-voltage-rms-l1 | 230 KV  | no decimal number in V or a stated multiple of it",
                "s1-voltage-rms-l1 | 237     | ''",
                "s1-current-rms-l1 | 56.57   | 1.41 times the value: a peak, and no root mean square",
                "s1-current-rms-l1 | 0.15625 | a 256th of the value: the last of three octets is left out",
                // of 52 samples: beyond 32.767 A they come out as 65.536 A less
                "s1-current-rms-l1 | 18.97   | equals the value of the last two octets: a current has three",
                // of 52 samples 25 are negative, and each nearly 2^24 mA
                "s1-current-rms-l1 | 11607   | equals the value read as numbers without a sign: three octets have one, too",
                "s1-power          | -8200   | the other sign: what the home takes is positive",
                "s1-power          | 10200   | equals the sum of the phases without their signs",
                "s1-power          | 9200    | equals the power of L1 alone",
                "s1-power          | 8.2     | a thousandth of the value: the unit is another one",
                "s1-power          | 660     | equals what was sampled before the last change",
                "s1-frequency      | 50000   | a thousand times the value: the unit is another one",
                "s1-meter-id       | 1SAG3100000001 | as it was before the last change",
                "s1-meter-id       | 1SAG3100000002 | ''",
            })
    void aWrongFigureTellsWhereItMayComeFrom(String slug, String shown, String hint) {
        assertHint(hint, slug, shown, IN_STAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // 2300 W and 2300 W; u2 = -(u1 + u3) times i2 = -i12 would add 2300 (1 + cos 60°)
                "s1-power          | 8050 | equals the sum with u2 = -(u1 + u3) as in star: in delta the voltages stand 60°"
                        + " apart, and u2 is 0",
                "s1-voltage-rms-l2 | -    | in delta L2 is the reference: its samples are 0 V, and no sensor is broken",
                "s1-voltage-rms-l2 | 230  | in delta L2 is the reference: its samples are 0 V, and no sensor is broken",
                "s1-frequency      | 50   | 50 Hz is no constant: it stands in every telegram",
                "s1-rate           | 2600 | 2600 Hz is no constant: the rate stands in every telegram",
                "s1-rate           | 52   | equals the samples of a period: times the frequency, that is the rate",
                "s1-rate           | 5200 | samples of a period were taken for hundreds of hertz",
            })
    void inDeltaAndByThePeriodThereAreOtherMistakes(String slug, String shown, String hint) {
        assertHint(hint, slug, shown, IN_DELTA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "s1-voltage-rms-l2 | 0    | a value that is not there is no zero",
                "s1-voltage-rms-l3 | 231  | the telegrams say that there is no such channel",
                "s1-voltage-rms-l1 | -    | ''",
                "s1-rate           | 1600 | hundreds of hertz were taken for samples of a period",
            })
    void whatIsNotThereIsNotShown(String slug, String shown, String hint) {
        assertHint(hint, slug, shown, ALONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what is counted, instead of this many lost, while so many telegrams came, were invalid, were skipped
                "184  | 3000 | 9000  | 0  | 0  | the number goes round after 256 telegrams; how often it did, the clock tells",
                "0    | 256  | 9000  | 0  | 0  | the number goes round after 256 telegrams; how often it did, the clock tells",
                "26   | 0    | 9000  | 26 | 0  | equals lost and invalid ones together: what is invalid has come",
                "30   | 0    | 9000  | 0  | 30 | equals lost and skipped ones together: what is of another version has come",
                "35   | 0    | 9000  | 0  | 0  | one more for each time that the number went round: after 255 comes 0",
                "8925 | 0    | 9000  | 0  | 0  | nearly 256 more for each time that the number went round: after 255 comes 0",
                "12   | 13   | 9000  | 0  | 0  | ''",
                "1    | 0    | 300   | 0  | 0  | ''",
                "20   | 0    | 9000  | 0  | 0  | ''",
            })
    void aMiscountTellsWhereItMayComeFrom(int counted, int lost, int telegrams, int invalid, int skipped, String hint) {
        SentSamples since = new SentSamples(List.of(), telegrams, lost, invalid, skipped);
        assertEquals(
                hint,
                SampleHint.ofCount(Quantity.S1_LOST, BigDecimal.valueOf(counted), since)
                        .orElse(""));
    }
}
