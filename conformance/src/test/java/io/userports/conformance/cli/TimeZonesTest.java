package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A CEMS that is run under two time zones, in one of which it does not work. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class TimeZonesTest {
    @TempDir
    Path folder;

    @Test
    void eachTimeZoneHasItsRunAndItsEvidenceAndTheWorstCounts() throws IOException {
        Ran ran = test();
        assertEquals(List.of("p1-single-phase FAIL", "p1-single-phase PASS"), ran.verdicts());
        assertEquals(1, ran.exit());
        assertEquals(List.of("Europe/Brussels", "UTC"), Files.readAllLines(folder.resolve("zones")));
        assertEquals(List.of("out.Europe-Brussels", "out.UTC"), evidence());
        assertEquals(List.of("  \"timeZones\" : [ \"Europe/Brussels\" ],"), zonesOf("out.Europe-Brussels"));
        assertEquals(List.of("  \"timeZones\" : [ \"UTC\" ],"), zonesOf("out.UTC"));
    }

    @Test
    void oneCanBeRunAlone() throws IOException {
        Ran ran = test("--time-zone", "UTC");
        assertEquals(List.of("p1-single-phase PASS"), ran.verdicts());
        assertEquals(0, ran.exit());
        assertEquals(List.of("UTC"), Files.readAllLines(folder.resolve("zones")));
        assertEquals(List.of("out"), evidence());
        assertEquals(List.of("  \"timeZones\" : [ \"UTC\" ],"), zonesOf("out"));
    }

    private Ran test(String... more) throws IOException {
        Cases cases = new Cases(folder);
        // The one in which it fails comes first: the last of them does not count for more.
        String cems = cases.starting(
                "time-zones: [Europe/Brussels, UTC]",
                cases.shellAroundReference("echo $TZ >> '" + folder.resolve("zones") + "'\n"
                        + "[ $TZ = UTC ] && exec \"$@\"\n"
                        + "head -c 50 \"$P1\" > /dev/null; exit 3"));
        List<String> arguments = new ArrayList<>(List.of("test", "--cems", cems, "--rig", cases.rig("pty")));
        arguments.addAll(List.of(
                "--scenario", "p1-single-phase", "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return Ran.quietly(arguments.toArray(String[]::new));
    }

    private List<String> evidence() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private List<String> zonesOf(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("run.json")).stream()
                .filter(line -> line.contains("timeZones"))
                .toList();
    }
}
