package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.userports.grid.Profile;
import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.Gaps;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the emulator promises of its octets, seen from outside. */
class EmulateTest {
    private static final int TELEGRAMS = 10;
    private static final String P1_ENDED = "2026-01-15 12:00:09  P1 10 sent, 0 not taken";

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theSameSeedGivesTheSameOctetsInEveryProcessAndOnEveryLink() throws Exception {
        byte[] first = standardOutput("7");
        assertArrayEquals(first, standardOutput("7"));
        assertArrayEquals(first, file("--seed", "7"));
        assertEquals(TELEGRAMS, telegrams(first));
        assertEquals(TELEGRAMS, telegrams(file("--seed", "8")));
        assertFalse(Arrays.equals(first, file("--seed", "8")));
    }

    @Test
    void aPortMayLeaveBySeveralLinks() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        String status =
                "2026-01-15 12:00:09  P1 " + one + " 10 sent, 0 not taken  P1 " + other + " 10 sent, 0 not taken";
        assertEquals(
                new Ran(0, List.of("P1 " + one, "P1 " + other, status), List.of()),
                Ran.of(("emulate --duration 10s --time-scale max --p1 file:" + one + " --p1 file:" + other)
                        .split(" ")));
        assertEquals(TELEGRAMS, telegrams(Files.readAllBytes(one)));
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
        assertEquals(
                Ran.refused("userports: --p1: 'file:" + one + "' is where P1 leaves already; give each its own link"),
                Ran.of("emulate", "--p1", "file:" + one, "--p1", "file:" + one));
    }

    @Test
    void withoutConsentNothingLeaves() throws IOException {
        assertEquals(0, file("--consent", "off").length);
    }

    @Test
    void everyBuiltInHouseholdSendsATelegramASecond() throws IOException {
        for (String profile : Profile.BUILT_IN) {
            assertEquals(TELEGRAMS, telegrams(file("--profile", profile)), profile);
        }
    }

    @ParameterizedTest
    @CsvSource({"2600, 1500000, 156000", "4000, 2000000, 240000"})
    void aMinuteOfSamplesIsComplete(String rate, String bitRate, int telegrams) throws IOException {
        Path file = folder.resolve("out.s1");
        assertEquals(
                new Ran(
                        0,
                        List.of("S1 " + file, "2026-01-15 12:00:59  S1 " + telegrams + " sent, 0 not taken"),
                        List.of()),
                Ran.of(("emulate --duration 60s --time-scale max --rate " + rate + " --bit-rate " + bitRate
                                + " --s1 file:" + file)
                        .split(" ")));
        assertEquals(telegrams, numberedTelegrams(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @CsvSource({"--bit-rate 2000000, 40000", "--rate 2600, 26000"})
    void aProfileThatNeedsTheQuickerLineIsUsedOnItOrWithAnotherRate(String options, int telegrams) throws IOException {
        Path profile = Files.writeString(
                folder.resolve("quick.yaml"),
                """
                edition: 50217
                wiring: star
                identification: FLU5\\253769001_A
                meter-id: 1SAG3100000042
                seed: 2
                start: 2026-01-15T12:00:00+01:00
                steady: true
                s1: { sampling: 80/period }
                """);
        Path file = folder.resolve("out.s1");
        assertEquals(
                new Ran(
                        0,
                        List.of("S1 " + file, "2026-01-15 12:00:09  S1 " + telegrams + " sent, 0 not taken"),
                        List.of()),
                Ran.of(("emulate --duration 10s --time-scale max --profile " + profile + " " + options + " --s1 file:"
                                + file)
                        .split(" ")));
        assertEquals(telegrams, numberedTelegrams(Files.readAllBytes(file)));
        assertEquals(
                Ran.refused("userports: profile " + profile + ": s1.sampling: 80/period × 52 Hz × 450 bit = 1.87 Mbit/s"
                        + " does not fit 1.50 Mbit/s; at most 64/period, or --bit-rate 2000000"),
                Ran.of("emulate", "--profile", profile.toString(), "--s1", "file:" + file));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void bothPortsAreEmulatedUnlessOneIsAskedForAndNothingIsLateThatDoesNotLeave() {
        Ran ran = Ran.of("emulate", "--duration", "10s", "--time-scale", "100", "--rate", "2600");
        assertEquals(new Ran(0, ran.out(), List.of()), ran);
        assertEquals(
                List.of(
                        "P1 /dev/N",
                        "S1 /dev/N",
                        "2026-01-15 12:00:10  P1 0 sent, 10 not taken  S1 0 sent, 26000 not taken"),
                ran.out().stream()
                        .map(line -> line.replaceAll("/dev/.*", "/dev/N").replaceAll("12:[0-9:]+", "12:00:10"))
                        .toList());
    }

    @Test
    void whatLeavesByTheClockSaysHowLate() {
        Path file = folder.resolve("out.s1");
        Ran ran = Ran.of("emulate", "--duration", "10s", "--time-scale", "100", "--s1", "file:" + file);
        assertTrue(
                ran.out().get(1).matches(".* sent, .* not taken  late [0-9.]+ ms \\(half\\), [0-9.]+ ms \\(99 %\\)"),
                ran.toString());
    }

    @Test
    void bothPortsOfOneMeterLeaveSideBySide() throws IOException {
        Path p1 = folder.resolve("out.p1");
        Path s1 = folder.resolve("out.s1");
        assertEquals(
                new Ran(0, List.of("P1 " + p1, "S1 " + s1, P1_ENDED + "  S1 26000 sent, 0 not taken"), List.of()),
                Ran.of(("emulate --duration 10s --time-scale max --rate 2600 --p1 file:" + p1 + " --s1 file:" + s1)
                        .split(" ")));
        assertEquals(TELEGRAMS, telegrams(Files.readAllBytes(p1)));
        assertEquals(26_000, numberedTelegrams(Files.readAllBytes(s1)));
    }

    @Test
    void aPortThatBreaksIsNamedAndEndsBoth() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is a disk that is always full");
        Path p1 = folder.resolve("out.p1");
        assertEquals(
                new Ran(
                        3,
                        List.of("P1 " + p1, "S1 /dev/full"),
                        List.of(
                                "userports: S1: /dev/full takes no more octets (No space left on device); free the disk or"
                                        + " restart its reader")),
                Ran.of("emulate", "--p1", "file:" + p1, "--s1", "file:/dev/full"));
    }

    private byte[] standardOutput(String seed) throws Exception {
        try (Child child = Child.userports(
                folder, "emulate", "--p1", "-", "--duration", "10s", "--time-scale", "max", "--seed", seed)) {
            assertEquals(0, child.exit());
            assertEquals(List.of("P1 standard output", P1_ENDED), child.err());
            return Files.readAllBytes(child.outFile());
        }
    }

    /** The octets in a file. */
    private byte[] file(String option, String value) throws IOException {
        Path file = Files.createTempFile(folder, "out", ".p1");
        Ran ran = Ran.of("emulate", "--p1", "file:" + file, "--duration", "10s", "--time-scale", "max", option, value);
        assertEquals(new Ran(0, List.of("P1 " + file, ran.out().get(1)), List.of()), ran);
        return Files.readAllBytes(file);
    }

    /** {@return how many telegrams of S1, each numbered after the last, make up {@code octets}} */
    private static int numberedTelegrams(byte[] octets) {
        S1View view = S1View.of(S1Layout.EMUCS_H_1_3);
        int[] count = {0};
        FrameSplitter.Sink sink = new FrameSplitter.Sink() {
            @Override
            public void frame(byte[] buffer, int at, int length, long offset) {
                assertEquals(FrameKind.TELEGRAM, view.kind(buffer, at, length));
                assertEquals(count[0]++ % Gaps.MODULUS, view.sequence());
            }

            @Override
            public void noise(byte[] buffer, int at, int octets, long offset) {
                throw new AssertionError(octets + " octets of noise at " + offset);
            }
        };
        FrameSplitter splitter = FrameSplitter.strict();
        splitter.feed(octets, 0, octets.length, sink);
        splitter.end(sink);
        return count[0];
    }

    private static long telegrams(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.matches("![0-9A-F]{4}"))
                .count();
    }
}
