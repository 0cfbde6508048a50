package io.userports.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorsCommandTest {
    private static final String GOOD =
            """
            {"file": "p1-crc.json", "tests": [{"id": "p1-crc-of-a", "comment": "the letter A", "text": "A", "crc": "30C0"}]}
            """;

    @TempDir
    Path temporary;

    private Path vectors;

    @BeforeEach
    void copyTheVectors() throws IOException {
        vectors = Files.createDirectory(temporary.resolve("vectors"));
        try (Stream<Path> files = Files.list(Vectors.DIRECTORY)) {
            for (Path file : files.toList()) {
                Files.copy(file, vectors.resolve(file.getFileName().toString()));
            }
        }
    }

    private Ran run(String command, String... arguments) {
        List<String> all = Stream.concat(Stream.of(command, "--directory", vectors.toString()), Stream.of(arguments))
                .toList();
        return Ran.of(new VectorsCommand(), all.toArray(String[]::new));
    }

    private void replace(String file, String what, String by) throws IOException {
        Path path = vectors.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(what));
        Files.writeString(path, text.replace(what, by));
    }

    private Path envelope(String text) throws IOException {
        return Files.writeString(temporary.resolve("envelope.json"), text);
    }

    @Test
    void lintCountsWhatIsWell() {
        Ran ran = run("lint");
        assertTrue(ran.out().matches("[0-9]+ tests in 11 files, nothing to complain about\\R"), ran.out());
        assertEquals(0, ran.exit());
    }

    @Test
    void lintEndsWithOneWhenThereAreComplaints() throws IOException {
        replace("p1-crc.json", "\"BB3D\"", "\"BB3E\"");
        Ran ran = run("lint");
        assertTrue(
                ran.out()
                        .matches("\\S+/p1-crc.json:[0-9]+ p1-crc-check-value: the vector says checksum BB3E, we compute"
                                + " BB3D\\R"),
                ran.out());
        assertEquals(1, ran.exit());
    }

    @Test
    void lintWantsAFolder() {
        Ran ran = Ran.of(new VectorsCommand(), "lint", "--directory", "nowhere");
        assertEquals(
                "nowhere: no such folder; give the one of the vectors by --directory",
                ran.err().strip());
        assertEquals(64, ran.exit());
    }

    @Test
    void vectorsAloneIsWrongUsage() {
        Ran ran = Ran.of(new VectorsCommand());
        assertTrue(ran.err().startsWith("vectors what? Give lint, fmt or add"), ran.err());
        assertEquals(64, ran.exit());
    }

    @Test
    void fmtCheckNamesTheFileAndItsFirstOtherLine() throws IOException {
        replace("p1-crc.json", "  \"theme\": ", "  \"theme\" :");
        byte[] before = Files.readAllBytes(vectors.resolve("p1-crc.json"));
        Ran ran = run("fmt", "--check");
        assertEquals(
                vectors.resolve("p1-crc.json") + ":4: found '\"theme\" :\"CRC-16/ARC as P1 telegrams carry it\",', fmt"
                        + " writes '\"theme\": \"CRC-16/ARC as P1 telegrams carry it\",'",
                ran.out().strip());
        assertEquals(1, ran.exit());
        assertArrayEquals(before, Files.readAllBytes(vectors.resolve("p1-crc.json")));
    }

    @Test
    void fmtWritesTheFileAsItWas() throws IOException {
        byte[] before = Files.readAllBytes(vectors.resolve("p1-crc.json"));
        replace("p1-crc.json", "  \"theme\": ", "  \"theme\" :");
        Ran ran = run("fmt");
        assertEquals(vectors.resolve("p1-crc.json") + " formatted", ran.out().strip());
        assertEquals(0, ran.exit());
        assertArrayEquals(before, Files.readAllBytes(vectors.resolve("p1-crc.json")));
        assertEquals(new Ran(0, "", ""), run("fmt", "--check"));
    }

    @Test
    void addAppendsTheTests() throws IOException {
        Path envelope = envelope(GOOD);
        Ran ran = run("add", envelope.toString());
        assertEquals(envelope + " added", ran.out().strip());
        assertEquals(0, ran.exit());
        assertTrue(
                Files.readString(vectors.resolve("p1-crc.json"))
                        .endsWith(
                                """
                            {
                              "id": "p1-crc-of-a",
                              "comment": "the letter A",
                              "crc": "30C0",
                              "text": "A"
                            }
                          ]
                        }
                        """));
        assertEquals(0, run("lint").exit());
        assertEquals(0, run("fmt", "--check").exit());
        assertEquals(false, Files.exists(temporary.resolve("envelope.json.rej")));
    }

    @Test
    void addRefusesAllWhenOneTestIsWrong() throws IOException {
        byte[] before = Files.readAllBytes(vectors.resolve("p1-crc.json"));
        Path envelope = envelope(GOOD.replace(
                "}]}",
                "}, {\"id\": \"p1-crc-some\", \"comment\": \"a text\","
                        + " \"text\": \"/some !\", \"crc\": \"A3D4\"}]}"));
        Ran ran = run("add", envelope.toString());
        assertEquals(1, ran.exit());
        assertTrue(ran.out().contains("p1-crc-some: the id stands twice, first at "), ran.out());
        assertTrue(ran.out().strip().endsWith("envelope.json refused; see " + envelope + ".rej"), ran.out());
        assertArrayEquals(before, Files.readAllBytes(vectors.resolve("p1-crc.json")));
        String rejected = Files.readString(temporary.resolve("envelope.json.rej"));
        assertTrue(rejected.contains("the id stands twice") && rejected.contains("p1-crc-of-a"), rejected);
    }

    @Test
    void addSaysWhichFilesThereAre() throws IOException {
        Ran ran = run(
                "add", envelope(GOOD.replace("p1-crc.json", "../p1-crc.json")).toString());
        assertEquals(1, ran.exit());
        assertTrue(ran.out().contains("there is no file '../p1-crc.json'; the files are p1-acceptable.json, p1-crc"));
        assertTrue(Files.exists(temporary.resolve("envelope.json.rej")));
    }

    @Test
    void addKeepsAnEnvelopeThatIsNoJson() throws IOException {
        Ran ran = run("add", envelope("{\"file\": ").toString());
        assertEquals(1, ran.exit());
        assertTrue(
                Files.readString(temporary.resolve("envelope.json.rej")).contains("\"envelope\": \"{\\\"file\\\": \""));
    }

    @Test
    void addWantsAnEnvelope() {
        Ran ran = run("add", temporary.resolve("none.json").toString());
        assertEquals(64, ran.exit());
        assertTrue(ran.err().contains("none.json: "), ran.err());
    }
}
