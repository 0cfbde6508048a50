package io.userports.s1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.grid.Cycle;
import io.userports.grid.Spectrum;
import io.userports.grid.Waves;
import io.userports.grid.Wiring;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The samples of whole seconds, as telegrams. */
final class SampleStreamTest {
    private static final String ID = "1SAG1100000001";

    private static Waves sines(Cycle cycle) {
        return Waves.steady(Wiring.SINGLE_PHASE, cycle, List.of(Spectrum.sine(230, 0)), List.of(Spectrum.sine(10, 0)));
    }

    private static List<S1Frame> telegrams(byte[] octets) {
        List<S1Frame> telegrams = new ArrayList<>();
        for (int at = 0; at < octets.length; at += 45) {
            telegrams.addAll(S1Codec.decode(S1Layout.EMUCS_H_1_3, Arrays.copyOfRange(octets, at, at + 45)));
        }
        assertEquals(octets.length, 45 * telegrams.size(), "whole telegrams with a right FCS");
        return telegrams;
    }

    /** Both hashes come from a program of a few lines that knows nothing of this one. */
    @Test
    void aSecondOfPureSinesIsKnownOctetByOctet() throws NoSuchAlgorithmException {
        SampleStream stream = SampleStream.of(S1Settings.of(Sampling.FIRST_GENERATION));
        stream.enter(sines(Cycle.steady(50)), ID);
        byte[] octets = stream.until(1);
        assertEquals(117_000, octets.length);
        assertEquals("f7b2cbb433d5e2f6e4e101637421edb4721c80b30e5d8f7e59eeeb83401d4d83", sha256(octets));
        assertEquals(
                "fe9ddf8779fb72f2f3fbde34cf9d183a1156dec6346c667479bb71406f890c8b",
                sha256(Arrays.copyOf(octets, 52 * 45)));
    }

    @Test
    void howTheTimeIsCutIntoPiecesChangesNoOctet() {
        for (Sampling sampling : List.of(Sampling.FIRST_GENERATION, Sampling.parse("3200"))) {
            SampleStream whole = SampleStream.of(S1Settings.of(sampling));
            SampleStream cut = SampleStream.of(S1Settings.of(sampling));
            Random random = new Random(7);
            Cycle cycle = new Cycle(0.3, 49.9, 50.2);
            for (int second = 0; second < 5; second++) {
                whole.enter(sines(cycle), ID);
                cut.enter(sines(cycle), ID);
                ByteArrayOutputStream pieces = new ByteArrayOutputStream();
                for (double end = 0; end < 1; end += random.nextDouble() / 50) {
                    pieces.writeBytes(cut.until(end));
                }
                pieces.writeBytes(cut.until(1));
                assertArrayEquals(whole.until(1), pieces.toByteArray());
                cycle = cycle.next(50 + random.nextDouble() / 10);
            }
        }
    }

    @Test
    void samplesByThePeriodFollowTheNetworkWithoutASampleMoreOrLess() {
        // from 47 to 52 Hz within 10 s: 495 turns, 25740 samples
        SampleStream stream = SampleStream.of(S1Settings.of(Sampling.FIRST_GENERATION));
        Cycle cycle = new Cycle(0, 47, 47.5);
        List<S1Frame> telegrams = new ArrayList<>();
        for (int second = 1; second <= 10; second++) {
            stream.enter(sines(cycle), ID);
            telegrams.addAll(telegrams(stream.until(1)));
            cycle = cycle.next(47 + 0.5 * (second + 1));
        }
        assertEquals(25_740, telegrams.size());
        for (int n = 0; n < telegrams.size(); n++) {
            S1Frame telegram = telegrams.get(n);
            assertEquals(n % 256, telegram.sequence());
            int expected = (int) Math.rint(Math.sqrt(2) * 230 / 0.025 * Math.sin(2 * Math.PI * (n % 52) / 52));
            assertEquals(expected, telegram.u1(), 1, "sample " + n);
        }
        assertEquals(47_000, telegrams.get(0).frequency());
        assertEquals(51_950, telegrams.get(25_739).frequency(), 15);
    }

    @Test
    void theFrequencyThatIsSentIsTheMeanOfTenPeriodsAlsoAcrossTheSecond() {
        // 1 Hz a second: the mean of the last 0.2 s is what was 0.1 s before
        SampleStream stream = SampleStream.of(S1Settings.of(Sampling.FIRST_GENERATION));
        Cycle cycle = new Cycle(0, 47, 48);
        for (int second = 0; second < 4; second++) {
            stream.enter(sines(cycle), ID);
            double turns = cycle.angle();
            for (S1Frame telegram : telegrams(stream.until(1))) {
                double instant = cycle.secondsAt(turns);
                if (second > 0) {
                    // up to a period old, and rounded
                    assertEquals(47 + second + instant - 0.115, telegram.frequency() / 1000.0, 0.016);
                }
                turns += 1.0 / 52;
            }
            cycle = cycle.next(49 + second);
        }
    }

    @Test
    void samplesByTheSecondAreAsManyAsTheRateSaysWhateverTheNetworkDoes() {
        for (int hertz : List.of(2000, 2600, 3200, 3300)) {
            SampleStream stream = SampleStream.of(S1Settings.of(new Sampling.PerSecond(hertz)));
            Cycle cycle = new Cycle(0.9, 47, 52);
            for (int second = 0; second < 3; second++) {
                stream.enter(sines(cycle), ID);
                List<S1Frame> telegrams = telegrams(stream.until(1));
                assertEquals(hertz, telegrams.size());
                assertEquals(hertz / 100, telegrams.get(0).rate());
                assertEquals(0x08, telegrams.get(0).info());
                cycle = cycle.next(52 - second);
            }
        }
    }

    @Test
    void theSamplingChangesWithASecondAndTheNumbersRunOn() {
        SampleStream stream = SampleStream.of(S1Settings.of(Sampling.FIRST_GENERATION));
        Cycle cycle = Cycle.steady(50.02);
        stream.enter(sines(cycle), ID);
        int last = telegrams(stream.until(1)).size();
        stream.sample(new Sampling.PerSecond(3000));
        stream.enter(sines(cycle.next(50.02)), ID);
        List<S1Frame> after = telegrams(stream.until(1));
        assertEquals(3000, after.size());
        assertEquals(last % 256, after.get(0).sequence());
        stream.sample(Sampling.FIRST_GENERATION);
        stream.enter(sines(cycle.next(50.02).next(50.02)), ID);
        S1Frame back = telegrams(stream.until(1)).get(0);
        assertEquals((last + 3000) % 256, back.sequence());
        assertEquals(0x0A, back.info());
    }

    @Test
    void whatPassesUnheardIsNumberedAllTheSame() {
        SampleStream stream =
                SampleStream.of(S1Settings.of(Sampling.FIRST_GENERATION).withFirstSequence(250));
        stream.enter(sines(Cycle.steady(50)), ID);
        stream.pass(0.5);
        S1Frame first = telegrams(stream.until(0.6)).get(0);
        assertEquals((250 + 1300) % 256, first.sequence());
    }

    @Test
    void harmonicsThatTheRateCannotCarryAreLeftOut() {
        // 2000 Hz at 50 Hz: 40 samples a period, orders up to 19; the 25th would come out as the 15th
        Waves waves = Waves.steady(
                Wiring.SINGLE_PHASE,
                Cycle.steady(50),
                List.of(Spectrum.sine(230, 0).with(25, 10, 0)),
                List.of(Spectrum.ZERO));
        SampleStream stream = SampleStream.of(S1Settings.of(Sampling.parse("2000")));
        stream.enter(waves, ID);
        List<S1Frame> telegrams = telegrams(stream.until(1));
        for (int n = 0; n < 40; n++) {
            double pure = Math.sqrt(2) * 230 * Math.sin(2 * Math.PI * n / 40);
            assertEquals(pure, S1Frame.volts(telegrams.get(n).u1()), 0.0126);
        }
    }

    private static String sha256(byte[] octets) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }
}
