package io.userports.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code results.ndjson}: one JSON object a scenario, written as the scenario ends.
 *
 * <p>Keys: {@code id, name, level, clauses, verdict, finding, durationMs, seed, rerun}; {@code finding} is a list of
 * facts or null. A run that is killed leaves the lines of the scenarios that had ended.
 */
public final class ResultsFile implements Report {
    private static final ObjectMapper JSON = new ObjectMapper();

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
            out.write(json(result));
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

    private static String json(ScenarioResult result) throws JsonProcessingException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", result.id());
        line.put("name", result.name());
        line.put("level", result.level().toString());
        line.put("clauses", result.clauses());
        line.put("verdict", result.verdict().toString());
        line.put("finding", result.finding().orElse(null));
        line.put("durationMs", result.durationMs());
        line.put("seed", result.seed());
        line.put("rerun", result.rerun());
        return JSON.writeValueAsString(line);
    }
}
