package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.userports.grid.Profile;
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

/** What the emulator promises of its octets, seen from outside. */
class EmulateTest {
    private static final int TELEGRAMS = 10;

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
    void withoutConsentNothingLeaves() throws IOException {
        assertEquals(0, file("--consent", "off").length);
    }

    @Test
    void everyBuiltInHouseholdSendsATelegramASecond() throws IOException {
        for (String profile : Profile.BUILT_IN) {
            assertEquals(TELEGRAMS, telegrams(file("--profile", profile)), profile);
        }
    }

    private byte[] standardOutput(String seed) throws Exception {
        try (Child child = Child.userports(
                folder, "emulate", "--p1", "-", "--duration", "10s", "--time-scale", "max", "--seed", seed)) {
            assertEquals(0, child.exit());
            assertEquals(List.of("P1 standard output"), child.err());
            return Files.readAllBytes(child.outFile());
        }
    }

    /** The octets in a file; beside the address nothing is printed, because nobody watches a terminal. */
    private byte[] file(String option, String value) throws IOException {
        Path file = Files.createTempFile(folder, "out", ".p1");
        assertEquals(
                new Ran(0, List.of("P1 " + file), List.of()),
                Ran.of("emulate", "--p1", "file:" + file, "--duration", "10s", "--time-scale", "max", option, value));
        return Files.readAllBytes(file);
    }

    private static long telegrams(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.matches("![0-9A-F]{4}"))
                .count();
    }
}
