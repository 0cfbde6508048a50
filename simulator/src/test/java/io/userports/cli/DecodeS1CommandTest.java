package io.userports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.userports.grid.Wiring;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Encoder;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DecodeS1CommandTest {
    private static final byte[] ONE_PHASE =
            telegram(new S1Frame("1SAG1100000007", 0x0A, 52, 50_107, 15, 2837, 1530, 0, 0, 0, 0, 0));
    private static final byte[] STAR =
            telegram(new S1Frame("1SAG3100000008", 0x17, 52, 50_000, 17, -1, -1, 32767, 8388607, -32768, -8388608, 12));
    private static final byte[] NO_ID =
            telegram(new S1Frame("\0\"\\\u00ff" + "0".repeat(9) + ",", 0x09, 26, 49_990, 18, 0, 5, 0, 50, 0, 500, 0));
    private static final byte[] VERSION_1 =
            telegram(new S1Frame("1SAG1100000007", 0x2A, 52, 50_000, 19, 0, 0, 0, 0, 0, 0, 0));

    private static final String MIXED_IN_ALL =
            "3 telegrams, 0 lost; invalid: 2 (wrong FCS 2); skipped: 1 (unknown data format version 1); 53 octets outside\n";

    private static byte[] telegram(S1Frame frame) {
        return S1Codec.encode(S1Layout.EMUCS_H_1_3, frame);
    }

    private static byte[] damaged(byte[] telegram) {
        byte[] octets = telegram.clone();
        octets[30] ^= 4;
        return octets;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            stream.writeBytes(part);
        }
        return stream.toByteArray();
    }

    private static Ran run(byte[] stream, String... arguments) {
        return Ran.of(new DecodeS1Command(new ByteArrayInputStream(stream)), arguments);
    }

    /** Everything that can stand in a stream. */
    private static byte[] mixed() {
        return join(new byte[3], ONE_PHASE, damaged(ONE_PHASE), STAR, VERSION_1, NO_ID, damaged(STAR), new byte[50]);
    }

    @Test
    void aTelegramIsALineOfVoltsAmperesAndHertz() {
        assertEquals(
                new Ran(
                        0,
                        """
                        telegram at 0, '1SAG1100000007', seq 15, single-phase, per period 2605.564 Hz, network 50.107 Hz: \
                        u1 70.925 V, i1 1.530 A, u2 0.000 V, i2 0.000 A, u3 0.000 V, i3 0.000 A, iN 0.000 A
                        1 telegram, 0 lost; invalid: 0; skipped: 0; 0 octets outside
                        """,
                        ""),
                run(ONE_PHASE));
    }

    @Test
    void whatIsNoTelegramHasALineOfItsOwn() {
        assertEquals(
                new Ran(
                        1,
                        """
                        outside at 0, 3 octets
                        telegram at 3, '1SAG1100000007', seq 15, single-phase, per period 2605.564 Hz, network 50.107 Hz: \
                        u1 70.925 V, i1 1.530 A, u2 0.000 V, i2 0.000 A, u3 0.000 V, i3 0.000 A, iN 0.000 A
                        no telegram at 48: wrong FCS
                        telegram at 93, '1SAG3100000008', seq 17, star, neutral, per period 2600.000 Hz, network 50.000 Hz, \
                        samples not valid: u1 -0.025 V, i1 -0.001 A, u2 819.175 V, i2 8388.607 A, u3 -819.200 V, \
                        i3 -8388.608 A, iN 0.012 A
                        no telegram at 138: unknown data format version
                        telegram at 183, '\\x00"\\\\xFF000000000,', seq 18, delta, per second 2600.000 Hz, network 49.990 Hz: \
                        u1 0.000 V, i1 0.005 A, u2 0.000 V, i2 0.050 A, u3 0.000 V, i3 0.500 A, iN 0.000 A
                        no telegram at 228: wrong FCS
                        outside at 273, 50 octets
                        3 telegrams, 0 lost; invalid: 2 (wrong FCS 2); skipped: 1 (unknown data format version 1); \
                        53 octets outside
                        """,
                        ""),
                run(mixed()));
    }

    @Test
    void jsonIsALineATelegramAndALineForWhatIsNone() {
        assertEquals(
                new Ran(
                        1,
                        """
                        {"offset":0,"outside":3}
                        {"offset":3,"valid":true,"meterId":"1SAG1100000007","info":10,"polyphase":false,"perPeriod":true,\
                        "fourWire":false,"validSamples":true,"neutral":false,"version":0,"rate":2605.564,"frequency":50.107,\
                        "seq":15,"u1":70.925,"i1":1.530,"u2":0.000,"i2":0.000,"u3":0.000,"i3":0.000,"iN":0.000}
                        {"offset":48,"valid":false,"why":"wrong FCS"}
                        {"offset":93,"valid":true,"meterId":"1SAG3100000008","info":23,"polyphase":true,"perPeriod":true,\
                        "fourWire":true,"validSamples":false,"neutral":true,"version":0,"rate":2600.000,"frequency":50.000,\
                        "seq":17,"u1":-0.025,"i1":-0.001,"u2":819.175,"i2":8388.607,"u3":-819.200,"i3":-8388.608,"iN":0.012}
                        {"offset":138,"valid":false,"why":"unknown data format version"}
                        {"offset":183,"valid":true,"meterId":"\\u0000\\"\\\\\\u00FF000000000,","info":9,"polyphase":true,"perPeriod":false,\
                        "fourWire":false,"validSamples":true,"neutral":false,"version":0,"rate":2600.000,"frequency":49.990,\
                        "seq":18,"u1":0.000,"i1":0.005,"u2":0.000,"i2":0.050,"u3":0.000,"i3":0.500,"iN":0.000}
                        {"offset":228,"valid":false,"why":"wrong FCS"}
                        {"offset":273,"outside":50}
                        """,
                        MIXED_IN_ALL),
                run(mixed(), "--json"));
    }

    @Test
    void programsHearNothingMoreWhenAllIsWell() {
        assertEquals("", run(join(ONE_PHASE, VERSION_1), "--json").err());
        assertEquals("", run(join(ONE_PHASE, VERSION_1), "--csv").err());
    }

    @Test
    void rawValuesAreTheCountsOfTheTelegram() throws IOException {
        Ran ran = run(join(ONE_PHASE, STAR), "--json", "--raw");
        assertEquals(
                """
                {"offset":0,"valid":true,"meterId":"1SAG1100000007","info":10,"polyphase":false,"perPeriod":true,\
                "fourWire":false,"validSamples":true,"neutral":false,"version":0,"rate":52,"frequency":50107,\
                "seq":15,"u1":2837,"i1":1530,"u2":0,"i2":0,"u3":0,"i3":0,"iN":0}
                {"offset":45,"valid":true,"meterId":"1SAG3100000008","info":23,"polyphase":true,"perPeriod":true,\
                "fourWire":true,"validSamples":false,"neutral":true,"version":0,"rate":52,"frequency":50000,\
                "seq":17,"u1":-1,"i1":-1,"u2":32767,"i2":8388607,"u3":-32768,"i3":-8388608,"iN":12}
                """,
                ran.out());
        JsonNode read = new ObjectMapper().readTree(ran.out());
        assertEquals(20, read.size());
        assertTrue(run(ONE_PHASE, "--raw")
                .out()
                .contains("per period 52, network 50107: u1 2837, i1 1530, u2 0, i2 0, u3 0, i3 0, iN 0"));
    }

    @Test
    void aTableHasALineATelegram() {
        assertEquals(
                new Ran(
                        1,
                        """
                        offset,valid,meterId,info,polyphase,perPeriod,fourWire,validSamples,neutral,version,rate,frequency,\
                        seq,u1,i1,u2,i2,u3,i3,iN
                        3,true,1SAG1100000007,10,false,true,false,true,false,0,2605.564,50.107,15,70.925,1.530,\
                        0.000,0.000,0.000,0.000,0.000
                        48,false,,,,,,,,,,,,,,,,,,
                        93,true,1SAG3100000008,23,true,true,true,false,true,0,2600.000,50.000,17,-0.025,-0.001,\
                        819.175,8388.607,-819.200,-8388.608,0.012
                        138,false,,,,,,,,,,,,,,,,,,
                        183,true,"\\x00""\\\\xFF000000000,",9,true,false,false,true,false,0,2600.000,49.990,18,0.000,0.005,\
                        0.000,0.050,0.000,0.500,0.000
                        228,false,,,,,,,,,,,,,,,,,,
                        """,
                        MIXED_IN_ALL),
                run(mixed(), "--csv"));
        assertEquals(0, run(ONE_PHASE, "--csv", "--raw").exit());
    }

    private static byte[] wave(int telegrams, Wiring wiring, boolean neutral, int rate, DoubleUnaryOperator... of) {
        boolean perPeriod = rate >= 42;
        S1Encoder encoder = S1Encoder.of(S1Layout.EMUCS_H_1_3, "1SAG3100000008");
        encoder.head(S1Info.of(wiring, perPeriod, neutral, true, 0), rate, 50_000);
        double perRound = perPeriod ? rate : rate * 100 / 50.0;
        byte[] stream = new byte[45 * telegrams];
        double[] channels = new double[7];
        for (int n = 0; n < telegrams; n++) {
            for (int channel = 0; channel < of.length; channel++) {
                channels[channel] = of[channel].applyAsDouble(2 * Math.PI * n / perRound);
            }
            encoder.encode(n, channels, stream, 45 * n);
        }
        return stream;
    }

    private static DoubleUnaryOperator sine(double rms, double degrees) {
        return angle -> Math.sqrt(2) * rms * Math.sin(angle + Math.toRadians(degrees));
    }

    @Test
    void theSummaryOfOnePhase() {
        DoubleUnaryOperator flat =
                angle -> sine(230, 0).applyAsDouble(angle) + sine(6.9, 0).applyAsDouble(5 * angle);
        assertEquals(
                new Ran(
                        0,
                        """
                        telegrams          2625
                        lost               0
                        invalid            0
                        skipped            0
                        samples not valid  0
                        outside            0 octets
                        meter              '1SAG3100000008'
                        wiring             single-phase
                        rate               52/period, 2600.000 Hz
                        network            50.000 Hz
                        whole periods      50
                        u1                 230.102 V, THD 3.00 % to order 25
                        i1                 10.000 A, THD 0.00 % to order 25
                        P                  1991.8 W
                        """,
                        ""),
                run(wave(2625, Wiring.SINGLE_PHASE, false, 52, flat, sine(10, -30)), "--summary"));
    }

    @Test
    void theSummaryOfStarHasAllChannelsAndAllPhases() {
        byte[] stream = wave(
                4000,
                Wiring.STAR,
                true,
                40,
                sine(230, 0),
                sine(10, 0),
                sine(231, -120),
                sine(5, -180),
                sine(229, 120),
                sine(2, -60),
                sine(0.03, 0));
        String out = run(stream, "--summary").out();
        assertEquals(
                """
                wiring             star
                rate               per second, 4000.000 Hz
                network            50.000 Hz
                whole periods      50
                u1                 230.002 V, THD 0.00 % to order 39
                i1                 10.000 A, THD 0.00 % to order 39
                u2                 231.001 V, THD 0.00 % to order 39
                i2                 5.000 A, THD 0.00 % to order 39
                u3                 228.998 V, THD 0.00 % to order 39
                i3                 2.000 A, THD 0.01 % to order 39
                iN                 0.030 A
                P1                 2300.0 W
                P2                 577.5 W
                P3                 -458.0 W
                P                  2419.5 W
                """,
                out.substring(out.indexOf("wiring")));
    }

    @Test
    void inDeltaTwoWattmetersShowThePower() {
        // 10 A lagging by 45° between L1 and L3: -595.3 W and 2221.6 W
        DoubleUnaryOperator current = sine(10, -60 - 45);
        byte[] stream = wave(
                2600,
                Wiring.DELTA,
                false,
                52,
                sine(230, 0),
                current,
                a -> 0,
                a -> 0,
                sine(230, 60),
                a -> -current.applyAsDouble(a));
        String out = run(stream, "--summary").out();
        assertEquals(
                """
                u2                 0.000 V
                i2                 0.000 A
                u3                 230.001 V, THD 0.00 % to order 25
                i3                 10.000 A, THD 0.00 % to order 25
                P1                 -595.3 W
                P2                 0.0 W
                P3                 2221.6 W
                P                  1626.4 W
                """,
                out.substring(out.indexOf("u2 ")));
    }

    @Test
    void theSummaryCountsWhatIsNoTelegramAndMeasuresNothingInHalfAPeriod() {
        assertEquals(
                new Ran(
                        1,
                        """
                        telegrams          3
                        lost               0
                        invalid            2 (wrong FCS 2)
                        skipped            1 (unknown data format version 1)
                        samples not valid  1
                        outside            53 octets
                        meter              '1SAG1100000007', '1SAG3100000008', '\\x00"\\\\xFF000000000,'
                        wiring             single-phase, star, delta
                        rate               52/period, per second, 2600.000 to 2605.564 Hz
                        network            49.990 to 50.107 Hz
                        whole periods      0
                        """,
                        ""),
                run(mixed(), "--summary"));
    }

    /** So many telegrams of a meter without power, the first with this number. */
    private static byte[] of(String meterId, int first, int telegrams) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int n = first; n < first + telegrams; n++) {
            stream.writeBytes(telegram(new S1Frame(meterId, 0x0A, 52, 50_000, n & 0xFF, 9200, 0, 0, 0, 0, 0, 0)));
        }
        return stream.toByteArray();
    }

    @Test
    void anotherMeterIsNoLossButBeginsAnew() {
        // The first one goes from 0 to 231 (1000 times) and misses two; the second one begins at 0.
        byte[] stream =
                join(of("1SAG1100000007", 0, 1000), of("1SAG1100000007", 234, 1), of("1SAG1100000008", 0, 1000));
        Ran ran = run(stream, "--summary");
        assertEquals(0, ran.exit());
        assertTrue(ran.out().startsWith("telegrams          2001\nlost               2\n"), ran.out());
    }

    @Test
    void aPeriodOfTwoMetersIsNone() {
        // Their numbers follow on: nothing else tells that half a period is of the one and half of the other.
        byte[] stream = join(of("1SAG1100000007", 0, 78), of("1SAG1100000008", 78, 78));
        String out = run(stream, "--summary").out();
        assertTrue(out.contains("whole periods      2\n"), out);
    }

    @Test
    void manyDamagedTelegramsInARowAreEachOne() {
        byte[] stream = new byte[45 * 300];
        for (int n = 0; n < 300; n++) {
            System.arraycopy(damaged(ONE_PHASE), 0, stream, 45 * n, 45);
        }
        assertEquals(
                new Ran(
                        1,
                        "no telegram found, 0 lost; invalid: 300 (wrong FCS 300); skipped: 0; 0 octets outside\n",
                        ""),
                tail(run(stream)));
    }

    private static Ran tail(Ran ran) {
        int last = ran.out().lastIndexOf('\n', ran.out().length() - 2) + 1;
        return new Ran(ran.exit(), ran.out().substring(last), ran.err());
    }

    @Test
    void nothingIsNoTelegram() {
        assertEquals(
                new Ran(1, "no telegram found, 0 lost; invalid: 0; skipped: 0; 0 octets outside\n", ""),
                run(new byte[0]));
        assertEquals(1, run(new byte[0], "--summary").exit());
        String nothing = "no telegram found, 0 lost; invalid: 0; skipped: 0; 0 octets outside\n";
        assertEquals(new Ran(1, "", nothing), run(new byte[0], "--json"));
        assertEquals(nothing, run(new byte[0], "--csv").err());
    }

    @Test
    void aSkippedFrameAloneIsNoTelegram() {
        assertEquals(1, run(VERSION_1).exit());
        assertEquals(0, run(join(ONE_PHASE, VERSION_1)).exit());
    }

    @Test
    void aFileIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("one.s1"), ONE_PHASE);
        assertEquals(0, run(new byte[0], file.toString()).exit());
    }

    @Test
    void whatCannotBeIsWrongUsage(@TempDir Path folder) {
        Path missing = folder.resolve("missing.s1");
        assertEquals(
                new Ran(64, "", missing + ": no such file; give a recording, or - for standard input\n"),
                run(new byte[0], missing.toString()));
        assertEquals(64, run(ONE_PHASE, "--json", "--csv").exit());
        assertEquals(64, run(ONE_PHASE, "--summary", "--raw").exit());
        assertEquals(64, run(ONE_PHASE, "--jason").exit());
    }

    @Test
    void aReaderThatHasGoneEndsTheWork() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] octets, int from, int length) {
                System.arraycopy(ONE_PHASE, 0, octets, from, ONE_PHASE.length);
                return ONE_PHASE.length;
            }
        };
        CommandLine line = new CommandLine(new DecodeS1Command(endless));
        line.setOut(new PrintWriter(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));
        assertEquals(0, line.execute());
    }
}
