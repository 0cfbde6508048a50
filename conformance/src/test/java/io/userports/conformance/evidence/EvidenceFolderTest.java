package io.userports.conformance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.report.EvidenceFiles;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder of evidence is whole or not there, and shows every octet that was changed. */
final class EvidenceFolderTest {
    @TempDir
    private Path parent;

    private Path evidence(String result) throws IOException {
        Path folder = parent.resolve("out");
        EvidenceFolder begun = EvidenceFolder.begin(folder);
        Files.writeString(begun.part().resolve("results.ndjson"), result);
        Path scenario = EvidenceFiles.scenario(begun.part(), "p1-three-phase");
        Files.createDirectories(scenario);
        Files.write(scenario.resolve("ledger.ndjson.gz"), new byte[] {1, 2, 3});
        begun.complete("1.0");
        return folder;
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasWrittenStandsUnderItsNameWithAManifest() throws IOException {
        Path folder = evidence("a");
        assertEquals(List.of("out"), beside());
        assertEquals(List.of(), EvidenceFolder.differences(folder));
        assertEquals("1.0", EvidenceFolder.madeBy(folder));
        assertEquals(
                """
                {
                  "format" : 1,
                  "userports" : "1.0",
                  "files" : {
                    "results.ndjson" : {
                      "octets" : 1,
                      "sha256" : "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
                    },
                    "scenarios/p1-three-phase/ledger.ndjson.gz" : {
                      "octets" : 3,
                      "sha256" : "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"
                    }
                  }
                }
                """,
                Files.readString(folder.resolve("manifest.json")));
    }

    @Test
    void everyOctetOfEveryFileThatIsChangedIsNoticed() throws IOException {
        Path folder = evidence("a");
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertEquals(4, files.size());
        for (Path file : files) {
            byte[] octets = Files.readAllBytes(file);
            for (int i = 0; i < octets.length; i++) {
                byte[] changed = octets.clone();
                changed[i] ^= 1;
                Files.write(file, changed);
                assertTrue(isNoticed(folder), file + " at " + i);
            }
            Files.write(file, octets);
        }
        assertEquals(List.of(), EvidenceFolder.differences(folder));
    }

    private static boolean isNoticed(Path folder) {
        try {
            return !EvidenceFolder.differences(folder).isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void whatIsMissingAndWhatWasAddedIsNamed() throws IOException {
        Path folder = evidence("a");
        Files.delete(folder.resolve("results.ndjson"));
        Files.writeString(folder.resolve("more.txt"), "");
        assertEquals(List.of("results.ndjson is missing", "more.txt was added"), EvidenceFolder.differences(folder));
    }

    @Test
    void aNewRunTakesThePlaceOfTheOldOneOnlyWhenItIsComplete() throws IOException {
        Path folder = evidence("old");
        EvidenceFolder begun = EvidenceFolder.begin(folder);
        Files.writeString(begun.part().resolve("results.ndjson"), "new");
        assertEquals("old", Files.readString(folder.resolve("results.ndjson")));
        begun.complete("1.0");
        assertEquals("new", Files.readString(folder.resolve("results.ndjson")));
        assertEquals(List.of("out"), beside());
    }

    @Test
    void whatAKilledRunHasLeftGoesWithTheNextOneThatEnds() throws IOException {
        Files.createDirectories(parent.resolve("out.part-999999999").resolve("scenarios"));
        Files.createDirectories(parent.resolve("out.old-999999999"));
        Path running = parent.resolve(
                "out.part-" + ProcessHandle.current().parent().orElseThrow().pid());
        Files.createDirectories(running);
        evidence("a");
        assertEquals(List.of("out", running.getFileName().toString()), beside());
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNeverReplaced() throws IOException {
        Path mine = parent.resolve("mine");
        Files.createDirectories(mine);
        Files.writeString(mine.resolve("thesis.txt"), "years of work");
        InputException refused = assertThrows(InputException.class, () -> EvidenceFolder.begin(mine));
        assertEquals(
                mine + ": is not empty and holds no evidence; name another folder, or empty it yourself",
                refused.getMessage());
        assertFalse(Files.exists(
                parent.resolve("mine.part-" + ProcessHandle.current().pid())));
    }

    @Test
    void aManifestOfAnotherProgramIsNoEvidence() throws IOException {
        Path mine = Files.createDirectories(parent.resolve("mine"));
        Files.writeString(mine.resolve("manifest.json"), "{\"name\": \"a web page\"}");
        assertEquals(
                mine + ": is not empty and holds no evidence; name another folder, or empty it yourself",
                assertThrows(InputException.class, () -> EvidenceFolder.begin(mine))
                        .getMessage());
        assertTrue(Files.exists(mine.resolve("manifest.json")));
    }

    @Test
    void evidenceToWhichSomebodyHasAddedIsNotReplacedWhatIsMissingOrChangedMayBe() throws IOException {
        Path folder = evidence("a");
        Files.delete(folder.resolve("results.ndjson"));
        Path scenario = EvidenceFiles.scenario(folder, "p1-three-phase");
        Files.writeString(scenario.resolve("ledger.ndjson.gz"), "changed");
        evidence("b");
        assertEquals("b", Files.readString(folder.resolve("results.ndjson")));
        Path note = Files.writeString(scenario.resolve("note.txt"), "why it failed");
        assertEquals(
                folder + ": holds 'scenarios/p1-three-phase/note.txt', which no run has written; move it elsewhere, or"
                        + " name another folder",
                assertThrows(InputException.class, () -> EvidenceFolder.begin(folder))
                        .getMessage());
        assertEquals("why it failed", Files.readString(note));
    }

    @Test
    void whatARunThatWasKilledHadMovedAsideGetsItsNameAgain() throws IOException {
        Path folder = evidence("a");
        Path old = parent.resolve("out.old-999999999");
        Files.move(folder, old);
        EvidenceFolder.restore(folder);
        assertEquals(List.of("out"), beside());
        assertEquals(List.of(), EvidenceFolder.differences(folder));
        Files.move(folder, old);
        EvidenceFolder.begin(folder);
        assertEquals("a", Files.readString(folder.resolve("results.ndjson")));
        Path ofOneThatRuns = parent.resolve(
                "out.old-" + ProcessHandle.current().parent().orElseThrow().pid());
        Files.move(folder, ofOneThatRuns);
        EvidenceFolder.restore(folder);
        assertFalse(Files.exists(folder));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoFileIsRefusedAndNotRead() throws IOException {
        for (String name : List.of("results.ndjson", "scenarios/link", "manifest.json", "manifest.sha256")) {
            Path folder = evidence("a");
            Path link = folder.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of("/dev/zero"));
            assertEquals(
                    name + " is neither a file nor a folder (a link is neither); evidence has no such thing",
                    assertThrows(IOException.class, () -> EvidenceFolder.differences(folder))
                            .getMessage());
            Files.delete(link);
            Files.deleteIfExists(folder.resolve("manifest.json"));
            Files.move(folder, parent.resolve("done-" + name.replace('/', '-')));
        }
    }

    @Test
    void aManifestThatNoRunHasWrittenIsRefusedUnderWhateverSeal() throws IOException {
        assertRefused("\"format\" : 1", "\"format\" : 2", "has the format 2, this version of userports reads 1");
        assertRefused("\"userports\" : \"1.0\",", "", "is not as this program writes it: Missing ");
        assertRefused("\"octets\" : 1,", "", "is not as this program writes it: Missing ");
        assertRefused("\"octets\" : 1,", "\"octets\" : null,", "is not as this program writes it: ");
        assertRefused(
                "results.ndjson", "../results", "is not as this program writes it: '../results' is no path within");
        assertRefused("results.ndjson", "/dev/zero", "is not as this program writes it: '/dev/zero' is no path within");
        assertRefused("results.ndjson", "a//b", "is not as this program writes it: 'a//b' is no path within");
    }

    private void assertRefused(String what, String by, String complaint) throws IOException {
        Path folder = evidence("a");
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(what, by));
        Files.writeString(
                folder.resolve("manifest.sha256"), Manifest.Digest.of(manifest).sha256() + "  manifest.json\n");
        String said = assertThrows(IOException.class, () -> EvidenceFolder.differences(folder))
                .getMessage();
        assertTrue(said.startsWith("manifest.json " + complaint), said);
        Files.move(folder, Files.createTempDirectory(parent, "refused").resolve("out"));
    }
}
