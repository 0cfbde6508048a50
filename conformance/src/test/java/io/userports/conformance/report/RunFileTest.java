package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    private static final RunFile RUN = new RunFile(
            "0.1.0",
            "5b37",
            new RunFile.Tested("ACME", "Home \"Manager\"", "2.3"),
            "rigs/mine.yaml",
            List.of("P1 rack-2", "S1 rack-2"),
            "2026-11-23",
            Long.MIN_VALUE,
            10,
            8,
            List.of("UTC", "Europe/Brussels"),
            new Shard(2, 3),
            List.of("water-only", "p1-export"),
            41_234,
            3,
            List.of("junit.xml cannot be written: disk full"),
            List.of("listed as known, but not run: s1-rate"));
    private static final String TEXT =
            """
            {
              "userports" : "0.1.0",
              "features" : "5b37",
              "cems" : {
                "vendor" : "ACME",
                "product" : "Home \\"Manager\\"",
                "version" : "2.3"
              },
              "rig" : "rigs/mine.yaml",
              "tags" : [ "P1 rack-2", "S1 rack-2" ],
              "day" : "2026-11-23",
              "seed" : -9223372036854775808,
              "timeScale" : 10,
              "jobs" : 8,
              "timeZones" : [ "UTC", "Europe/Brussels" ],
              "shard" : "2/3",
              "selected" : [ "p1-export", "water-only" ],
              "durationMs" : 41234,
              "exit" : 3,
              "lost" : [ "junit.xml cannot be written: disk full" ],
              "remarks" : [ "listed as known, but not run: s1-rate" ]
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void itIsReadBackAsItWasWritten() throws IOException {
        assertEquals(TEXT, RUN.text());
        Files.writeString(folder.resolve("run.json"), TEXT);
        assertEquals(RUN, RunFile.read(folder));
    }

    @Test
    void itIsThereOnlyOnceTheRunIsOver() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "of another run");
        Report report = RunReport.in(folder, summary -> {
            assertEquals(Results.summary(Results.PASS), summary);
            return RUN;
        });
        report.ended(Results.PASS);
        assertFalse(Files.exists(file));
        report.finished(Results.summary(Results.PASS));
        assertEquals(TEXT, Files.readString(file));
        assertEquals(List.of(file), Files.list(folder).toList());
    }

    @Test
    void whatNoRunHasWrittenIsRefused() throws IOException {
        assertRefused(TEXT.replace("\"rig\"", "\"rack\""));
        assertRefused(TEXT.replace("\"rig\" : \"rigs/mine.yaml\",", ""));
        assertRefused(TEXT.replace("\"jobs\" : 8,", ""));
        assertRefused(TEXT.replace("\"jobs\" : 8,", "\"jobs\" : 8, \"jobs\" : 8,"));
        assertRefused(TEXT.replace("\"jobs\" : 8,", "\"jobs\" : 8.5,"));
        assertRefused(TEXT.replace("\"2.3\"", "null"));
        assertRefused(TEXT.replace("2/3", "4/3"));
        assertRefused(TEXT.replace("2026-11-23", "yesterday"));
        assertRefused(TEXT.replace("\"timeScale\" : 10", "\"timeScale\" : 0"));
        assertRefused(TEXT + "{}");
        assertRefused(TEXT.substring(0, 60));
        assertRefused("");
    }

    @Test
    void whatIsNotTheSameInTwoRunsIsTold() {
        assertEquals(List.of(), Runs.run("1/2").differences(Runs.run("2/2", "2.4", 42)));
        assertEquals(
                List.of(new RunFile.Difference("seed", "'42'", "'7'")),
                Runs.run("1/2").differences(Runs.run("2/2", "2.4", 7)));
        assertEquals(
                List.of(
                        "version of userports",
                        "edition of the scenarios",
                        "rig",
                        "seed",
                        "time scale",
                        "set of time zones",
                        "CEMS",
                        "number of shards",
                        "selection of scenarios"),
                new RunFile(
                                "0.2.0",
                                "00",
                                RUN.cems(),
                                RUN.rig(),
                                RUN.tags(),
                                RUN.day(),
                                7,
                                2,
                                8,
                                List.of("UTC"),
                                new Shard(1, 3),
                                List.of(),
                                0,
                                0,
                                List.of(),
                                List.of())
                        .differencesOfShards(Runs.run("1/2")).stream()
                                .map(RunFile.Difference::what)
                                .toList());
    }

    private void assertRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), text);
        InputException e = assertThrows(InputException.class, () -> RunFile.read(folder), text);
        assertTrue(e.getMessage().startsWith(file + ": is not as a run has written it ("), e.getMessage());
        assertTrue(e.getMessage().endsWith("); run the scenarios again"), e.getMessage());
    }
}
