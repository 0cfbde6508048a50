package io.userports.conformance.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code results.ndjson}: one JSON object a scenario, written as the scenario ends.
 *
 * <p>Keys: {@code id, name, level, clauses, verdict, finding, durationMs, seed, rerun}; {@code finding} is a list of
 * facts or null. A run that is killed leaves the lines of the scenarios that had ended.
 */
public final class ResultsFile implements Report {
    /** Its name in the folder of the evidence. */
    public static final String NAME = "results.ndjson";

    private final Path file;
    private final BufferedWriter out;

    private ResultsFile(Path file, BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /** {@return a report that writes {@code file}, which is emptied first} */
    public static ResultsFile at(Path file) {
        try {
            return new ResultsFile(file, Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void ended(ScenarioResult result) {
        try {
            out.write(StrictJson.line(ResultLine.of(result)));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finished(Summary summary) {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** {@return the results that {@code file} holds}; one that no run has written is an {@code InputException}. */
    public static List<ScenarioResult> read(Path file) {
        List<ScenarioResult> results = new ArrayList<>();
        for (String line : StrictJson.text(file).lines().toList()) {
            String where = file + ":" + (results.size() + 1);
            results.add(StrictJson.read(line, where, ResultLine.class).result());
        }
        return List.copyOf(results);
    }
}
