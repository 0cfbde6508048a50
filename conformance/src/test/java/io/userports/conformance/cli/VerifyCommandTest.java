package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.evidence.EvidenceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of a run that really took place, and of one that somebody has made better. */
final class VerifyCommandTest {
    private static final String FAILS = "p1-three-phase";

    @TempDir
    private static Path folder;

    private static Path out;

    @BeforeAll
    static void run() throws IOException {
        out = folder.resolve("out");
        Path known = Files.writeString(
                folder.resolve("known.yaml"), "- { scenario: p1-single-phase, because: mended in the next release }\n");
        Ran ran = Ran.quietly(
                "test",
                "--cems",
                "defect:swaps-import-export",
                "--known",
                known.toString(),
                "--scenario",
                FAILS,
                "--scenario",
                "p1-single-phase",
                "--scenario",
                "s1-delta-l2",
                "--out",
                out.toString());
        assertEquals(1, ran.exit(), ran.toString());
    }

    @Test
    void theVerdictsOfARunAreThoseOfItsRecords() {
        assertEquals(
                new Ran(
                        0,
                        List.of(
                                "every file is as its manifest says",
                                "3 verdicts made again from the records: all the same      exit 0"),
                        List.of()),
                Ran.of("verify", out.toString()));
    }

    @Test
    void everyFileThatIsChangedIsNamed() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertTrue(files.size() > 15, files.toString());
        for (Path file : files) {
            byte[] octets = Files.readAllBytes(file);
            byte[] changed = octets.length == 0 ? new byte[1] : octets.clone();
            changed[octets.length / 2] ^= 1;
            Files.write(file, changed);
            Ran ran = Ran.of("verify", out.toString());
            Files.write(file, octets);
            assertEquals(3, ran.exit(), file.toString());
            assertEquals(
                    "the evidence is not as it was written      exit 3",
                    ran.out().get(1));
            String name = out.relativize(file).toString();
            assertTrue(ran.out().get(0).contains(name), ran.toString());
        }
        assertEquals(0, Ran.of("verify", out.toString()).exit());
    }

    @Test
    void aVerdictThatTheRecordsDoNotGiveIsNoticedUnderWhateverManifest() throws IOException {
        Path forged = forged("results.ndjson", text -> text.replace("\"verdict\":\"FAIL\"", "\"verdict\":\"PASS\""));
        Ran ran = Ran.of("verify", forged.toString());
        assertEquals(3, ran.exit(), ran.toString());
        assertTrue(
                ran.out().get(1).startsWith(FAILS + ": says PASS, its records give FAIL (expected   power-import"),
                ran.toString());
        assertEquals(
                List.of(
                        "the run says exit 1, its results give 0",
                        "1 of 3 results are not what the records give      exit 3"),
                ran.out().subList(2, 4));
    }

    @Test
    void aRecordThatDoesNotGiveTheVerdictIsNoticedUnderWhateverManifest() throws IOException {
        Path forged = forged(
                "scenarios/" + FAILS + "/observations.ndjson", text -> text.replace("power-import\"", "power-other\"")
                        .replace("power-export\"", "power-import\"")
                        .replace("power-other\"", "power-export\""));
        Ran ran = Ran.of("verify", forged.toString());
        assertEquals(3, ran.exit(), ran.toString());
        assertTrue(ran.out().get(1).startsWith(FAILS + ": says FAIL, its records give "), ran.toString());
    }

    @Test
    void aResultThatWasTakenAwayIsMissed() throws IOException {
        Path forged = forged("results.ndjson", text -> text.replaceAll("(?m)^.*\"verdict\":\"FAIL\".*\n", ""));
        assertEquals(
                new Ran(
                        3,
                        List.of(
                                "every file is as its manifest says",
                                FAILS + ": was selected, but has no result",
                                "the run says exit 1, its results give 0",
                                "the results are not those of the run      exit 3"),
                        List.of()),
                Ran.of("verify", forged.toString()));
    }

    @Test
    void noResultIsNoRun() throws IOException {
        Ran ran = Ran.of("verify", forged("results.ndjson", text -> "").toString());
        assertEquals(3, ran.exit(), ran.toString());
        assertEquals("there is no result", ran.out().get(1));
        assertEquals(
                "the results are not those of the run      exit 3",
                ran.out().get(ran.out().size() - 1));
    }

    @Test
    void anExitThatTheResultsDoNotGiveIsNoticed() throws IOException {
        Path forged = forged("run.json", text -> text.replace("\"exit\" : 1", "\"exit\" : 0"));
        assertEquals(
                List.of(
                        "every file is as its manifest says",
                        "the run says exit 0, its results give 1",
                        "the results are not those of the run      exit 3"),
                Ran.of("verify", forged.toString()).out());
    }

    @Test
    void aScenarioThatNobodyKnowsIsTold() throws IOException {
        Path forged = forged("results.ndjson", text -> text.replace("\"" + FAILS + "\"", "\"p1-made-up\""));
        Ran ran = Ran.of("verify", forged.toString());
        assertEquals(3, ran.exit(), ran.toString());
        assertEquals(
                List.of(
                        "every file is as its manifest says",
                        "p1-made-up: no scenario of that id is known here",
                        "p1-made-up: has a result, but was not selected",
                        FAILS + ": was selected, but has no result",
                        "1 of 3 results are not what the records give      exit 3"),
                ran.out());
    }

    @Test
    void ofAShardItIsSaidWhatOnlyMergeCanTell() throws IOException {
        Path forged = forged("run.json", text -> text.replace("\"1/1\"", "\"1/2\""));
        assertEquals(
                List.of(
                        "every file is as its manifest says",
                        "shard 1/2: merge tells whether the shards are all of the selection",
                        "3 verdicts made again from the records: all the same      exit 0"),
                Ran.of("verify", forged.toString()).out());
    }

    @Test
    void aRunThatCannotHaveBeenIsRefused() throws IOException {
        Path forged = forged("run.json", text -> text.replace("\"timeScale\" : 1", "\"timeScale\" : 0"));
        assertEquals(
                Ran.refused(
                        "userports: " + forged + "/run.json: is not as a run has written it (timeScale 0 is not 1 or"
                                + " more); run the scenarios again"),
                Ran.of("verify", forged.toString()));
    }

    @Test
    void aFolderThatIsNoEvidenceIsRefused() {
        assertEquals(
                Ran.refused("userports: " + folder + ": holds no evidence (no manifest.json); give a folder that"
                        + " 'userports test --out' has written"),
                Ran.of("verify", folder.toString()));
    }

    /** The evidence with one file changed, under a manifest that says so. */
    private static Path forged(String file, UnaryOperator<String> change) throws IOException {
        Path forged = Files.createTempDirectory(folder, "forged").resolve("out");
        EvidenceFolder begun = EvidenceFolder.begin(forged);
        try (Stream<Path> all = Files.walk(out)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(path).toString();
                Path copy = begun.part().resolve(name);
                Files.createDirectories(copy.getParent());
                if (!name.startsWith("manifest")) {
                    Files.copy(path, copy);
                }
            }
        }
        String text = Files.readString(out.resolve(file));
        String changed = change.apply(text);
        assertTrue(!changed.equals(text));
        Files.writeString(begun.part().resolve(file), changed);
        begun.complete("1");
        return forged;
    }
}
