package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is not claimed is not asked, named, counted, and never all well. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ClaimsRunTest {
    private static final String REFERENCE =
            "'{java}', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-cp', '{classpath}',"
                    + " io.userports.conformance.reference.ReferenceMain, '--p1={p1}', '--time-scale={time-scale}'";

    @TempDir
    Path folder;

    @Test
    void aRunInWhichNothingIsClaimedEndsWithTwo() throws IOException {
        Ran ran = test(
                "ports: [p1], quantities: [power-import], freshness: 1 s, interval: 2 s, editions: [50217], wirings:"
                        + " [star]",
                List.of("delta-voltage-l2-zero", "p1-telegram-398-octets", "p1-export", "s1-any-first-number"));
        assertEquals(
                List.of(
                        "delta-voltage-l2-zero N/A",
                        "p1-export N/A",
                        "p1-telegram-398-octets N/A",
                        "s1-any-first-number N/A"),
                ran.verdicts());
        assertEquals(2, ran.exit());
        assertEquals(
                List.of(
                        "claims p1; 1 quantity; freshness 1 s, interval 2 s, recovery within 5 telegrams",
                        "review contradiction: claims.freshness: '1 s' is shorter than the interval '2 s': values would"
                                + " be stale before the next are shown; write a longer time"),
                ran.out().subList(1, 3));
        assertEquals(
                "of 4 must-level scenarios 0 were judged; 4 N/A: delta not claimed (1), edition 50213 not claimed (1),"
                        + " edition 50216 not claimed (1), s1 not claimed (1)",
                ran.out().get(ran.out().size() - 2));
        assertTrue(Files.readString(folder.resolve("out/review.json")).contains("\"level\" : \"contradiction\""));
    }

    @Test
    void aCemsIsFedAsFastAsItClaims() throws IOException {
        String claims = "ports: [p1], quantities: [power-import], freshness: 5 s, fastest: 4";
        Ran ran = test(claims, List.of("p1-three-phase"), "--time-scale", "4");
        assertEquals(List.of("p1-three-phase PASS"), ran.verdicts(), () -> String.join("\n", ran.out()));
        assertTrue(
                ran.out().get(0).endsWith(", seed 42, 4 times as fast"),
                ran.out().get(0));
        String results = Files.readString(folder.resolve("out/results.ndjson"));
        assertTrue(results.contains(" --time-scale 4 --scenario p1-three-phase "), results);
        assertEquals(
                64, test(claims, List.of("p1-three-phase"), "--time-scale", "5").exit());
    }

    @Test
    void aSerialLineIsNoFaster() throws IOException {
        String rig = new Cases(folder).rig("serial:/dev/no-such-port");
        assertEquals(
                Ran.refused(
                        "userports: --time-scale: '2' on a serial line, whose bit rate leaves no room; use 1, or a rig of"
                                + " pty or tcp"),
                test(
                        "ports: [p1], quantities: [power-import], freshness: 5 s, fastest: 4",
                        List.of("p1-three-phase"),
                        "--time-scale",
                        "2",
                        "--rig",
                        rig));
    }

    private Ran test(String claims, List<String> scenarios, String... more) throws IOException {
        Path cems = Files.writeString(
                folder.resolve("cems.yaml"),
                """
                vendor: some
                product: thing
                version: "1"
                start: { command: [%s] }
                claims: { %s }
                """
                        .formatted(REFERENCE, claims));
        List<String> arguments = new ArrayList<>(List.of("test", "--cems", cems.toString()));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        scenarios.forEach(id -> arguments.addAll(List.of("--scenario", id)));
        arguments.addAll(List.of(more));
        return Ran.quietly(arguments.toArray(String[]::new));
    }
}
