package io.userports.conformance.evidence;

import io.userports.conformance.bench.Recording;
import io.userports.conformance.bench.Step;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What happened in one scenario, in a folder of its own.
 *
 * <p>{@code ledger.ndjson.gz} (what left), {@code observations.ndjson} (what the CEMS showed), {@code steps.ndjson} (what
 * the scenario asked and when), and what the CEMS wrote, as {@code stdout.txt} and {@code stderr.txt}. All times are
 * nanoseconds after the meter had begun.
 */
public final class RecordingFiles {
    private static final String LEDGER = "ledger.ndjson.gz";
    private static final String OBSERVATIONS = "observations.ndjson";
    private static final String STEPS = "steps.ndjson";
    private static final String OUTPUT = ".txt";

    /** What one file may hold, unpacked: a quarter of an hour of S1 is less, and so is all that is kept of a CEMS that floods. */
    private static final long MOST = 256L * 1024 * 1024;

    private RecordingFiles() {}

    /** Writes {@code recording} into {@code folder}, which is made. */
    public static void write(Recording recording, Path folder) throws IOException {
        Recording relative = recording.fromItsBeginning();
        Files.createDirectories(folder);
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(LEDGER)), 64 * 1024),
                StandardCharsets.UTF_8))) {
            write(relative.entries(), LedgerLine::of, out);
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(OBSERVATIONS))) {
            write(relative.observations(), ObservationLine::of, out);
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(STEPS))) {
            write(relative.steps(), Function.identity(), out);
        }
        for (Map.Entry<String, byte[]> output : relative.outputs().entrySet()) {
            Files.write(folder.resolve(output.getKey() + OUTPUT), output.getValue());
        }
    }

    /**
     * {@return the recording in {@code folder}, without what the CEMS wrote: no verdict is made from that}
     *
     * @throws IOException when a file is missing, or is none that {@link #write} has written
     */
    public static Recording read(Path folder) throws IOException {
        List<LedgerLine> ledger;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(LEDGER)))) {
            ledger = Json.lines(new Limited(in, MOST), LedgerLine.class);
        }
        List<ObservationLine> observations;
        try (InputStream in = Files.newInputStream(folder.resolve(OBSERVATIONS))) {
            observations = Json.lines(new Limited(in, MOST), ObservationLine.class);
        }
        List<Step> steps;
        try (InputStream in = Files.newInputStream(folder.resolve(STEPS))) {
            steps = Json.lines(new Limited(in, MOST), Step.class);
        }
        return new Recording(
                steps,
                ledger.stream().map(LedgerLine::entry).toList(),
                observations.stream().map(ObservationLine::stamped).toList(),
                Map.of());
    }

    private static <T> void write(List<T> all, Function<T, ?> line, BufferedWriter out) throws IOException {
        for (T one : all) {
            out.write(Json.MAPPER.writeValueAsString(line.apply(one)));
            out.write('\n');
        }
    }
}
