package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.userports.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the command {@code test} said of a CEMS, run as its vendor would run it.
 *
 * @param results the line of {@code results.ndjson} of each scenario, by id
 */
record ForeignRun(Map<String, JsonNode> results) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who may not have been judged because the machine was busy is asked so often again. */
    private static final int AGAIN = 3;

    private static final int JOBS_AGAIN = 2;

    /** {@return a run of all scenarios in {@code folder}, its evidence in {@code out/CEMS-NAME} there} */
    static ForeignRun of(Path folder, String cems, String name) throws IOException, InterruptedException {
        String out = "out/" + cems + "-" + name;
        ForeignRun run = new ForeignRun(run(folder, cems, out, Integer.getInteger("foreign.jobs", 4), Set.of()));
        for (int again = 1; again <= AGAIN && !run.late().isEmpty(); again++) {
            run.results.putAll(run(folder, cems, out + "-late-" + again, JOBS_AGAIN, run.late()));
        }
        return run;
    }

    private static Map<String, JsonNode> run(Path folder, String cems, String out, int jobs, Set<String> scenarios)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("test", "--cems", cems + ".yaml"));
        arguments.addAll(List.of("--jobs", Integer.toString(jobs), "--out", out));
        scenarios.forEach(id -> arguments.addAll(List.of("--scenario", id)));
        try (Child child = Child.userports(folder, arguments.toArray(String[]::new))) {
            int exit = child.process().waitFor();
            assertTrue(exit <= 2, () -> cems + " ended with " + exit + ": " + child);
        }
        Map<String, JsonNode> results = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(out).resolve("results.ndjson"))) {
            JsonNode result = JSON.readTree(line);
            results.put(result.get("id").asText(), result);
        }
        return results;
    }

    /** {@return the ids of the scenarios that ended in a verdict} */
    Set<String> judged() {
        return results.keySet();
    }

    /** {@return the scenarios that ended in {@code verdict}, a line each with its finding} */
    String with(Verdict verdict) {
        return results.keySet().stream()
                .filter(id -> verdict(id).equals(verdict.toString()))
                .map(this::told)
                .collect(Collectors.joining());
    }

    /** {@return the scenarios whose verdicts differ from those of {@code other}, two lines each with both findings} */
    String differences(ForeignRun other) {
        return results.keySet().stream()
                .filter(id -> !verdict(id).equals(other.verdict(id)))
                .map(id -> told(id) + other.told(id))
                .collect(Collectors.joining());
    }

    /** {@return whether any scenario was judged at all, so that the adapter and what it stands on work} */
    boolean sawItRead() {
        return results.keySet().stream().anyMatch(id -> verdict(id).equals(Verdict.PASS.toString()));
    }

    private Set<String> late() {
        return results.keySet().stream()
                .filter(id -> verdict(id).equals(Verdict.INCONCLUSIVE.toString()))
                .filter(id -> results.get(id).get("finding").toString().contains("use a less busy machine"))
                .collect(Collectors.toSet());
    }

    private String verdict(String id) {
        return results.get(id).get("verdict").asText();
    }

    private String told(String id) {
        return id + " " + verdict(id) + " " + results.get(id).get("finding") + "\n";
    }
}
