package io.userports.conformance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of evidence is whole or not there, and shows every octet that was changed. */
final class EvidenceFolderTest {
    @TempDir
    private Path parent;

    private Path evidence(String result) throws IOException {
        Path folder = parent.resolve("out");
        EvidenceFolder begun = EvidenceFolder.begin(folder);
        Files.writeString(begun.part().resolve("results.ndjson"), result);
        Path scenario = EvidenceFolder.scenario(begun.part(), "p1-three-phase");
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
}
