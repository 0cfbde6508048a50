package io.userports.conformance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.bench.Recording;
import io.userports.conformance.bench.Step;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of a scenario come back as they were, and no file makes the reader hold more than evidence has. */
final class RecordingFilesTest {
    private static final Recording RECORDING = new Recording(
            List.of(),
            List.of(),
            List.of(new Stamped(1, Observation.of("{\"event\":\"\\ud800\"}")), new Stamped(2, Observation.of("x"))),
            Map.of("stdout", new byte[] {1, 2, 3}));

    @TempDir
    private Path folder;

    @Test
    void recordsComeBackAsTheyWereButForWhatTheCemsWrote() throws IOException {
        RecordingFiles.write(RECORDING, folder);
        assertEquals(3, Files.size(folder.resolve("stdout.txt")));
        assertEquals(
                new Recording(List.of(), List.of(), RECORDING.observations(), Map.of()), RecordingFiles.read(folder));
    }

    @Test
    void aLineThatIsTooLongIsNotGathered() throws IOException {
        RecordingFiles.write(RECORDING, folder);
        Path observations = folder.resolve("observations.ndjson");
        Files.writeString(observations, Files.readString(observations) + " ".repeat(Json.LONGEST_LINE + 1) + "\n");
        assertEquals(
                "line 3 is longer than any of evidence",
                assertThrows(IOException.class, () -> RecordingFiles.read(folder))
                        .getMessage());
    }

    @Test
    void aFileThatHoldsTooMuchIsNotRead() throws IOException {
        byte[] lines = "{\"step\":\"answered\"}\n".repeat(10).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                10,
                Json.lines(new Limited(new ByteArrayInputStream(lines), lines.length), Step.class)
                        .size());
        assertEquals(
                "holds more than any file of evidence does",
                assertThrows(
                                IOException.class,
                                () -> Json.lines(
                                        new Limited(new ByteArrayInputStream(lines), lines.length - 1), Step.class))
                        .getMessage());
    }
}
