package io.userports.conformance.report;

import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.Verdict;
import io.userports.yaml.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that has ended, read back from its evidence.
 *
 * @param folder where the evidence lies
 * @param run what was run with what
 * @param results what came of each scenario, in the order of their ends
 */
public record PastRun(Path folder, RunFile run, List<ScenarioResult> results) {
    private static final Set<Verdict> FAILED =
            EnumSet.of(Verdict.FAIL, Verdict.STALE, Verdict.INCONCLUSIVE, Verdict.RIG_ERROR);

    /** {@return this run, unchangeable} */
    public PastRun {
        results = List.copyOf(results);
    }

    /** {@return the run whose evidence {@code folder} holds}; another folder is an {@link InputException}. */
    public static PastRun read(Path folder) {
        return find(folder)
                .orElseThrow(() -> InputException.at(
                        folder.toString(),
                        "holds no evidence of a run that has ended (no " + RunFile.NAME + "); give a folder that"
                                + " 'userports test --out' has written"));
    }

    /** {@return the run whose evidence {@code folder} holds, if one has ended there} */
    public static Optional<PastRun> find(Path folder) {
        if (!Files.exists(folder.resolve(RunFile.NAME))) {
            return Optional.empty();
        }
        RunFile run = RunFile.read(folder);
        return Optional.of(new PastRun(folder, run, ResultsFile.read(folder.resolve(ResultsFile.NAME))));
    }

    /** {@return whether these are the results of that run, none more and none less: what speaks against it, a sentence each} */
    public List<String> contradictions() {
        List<String> contradictions = new ArrayList<>();
        Set<String> there = new TreeSet<>();
        for (ScenarioResult result : results) {
            if (!there.add(result.id())) {
                contradictions.add(result.id() + ": has more than one result");
            }
            if (!run.selected().contains(result.id())) {
                contradictions.add(result.id() + ": has a result, but was not selected");
            }
        }
        if (results.isEmpty()) {
            contradictions.add("there is no result");
        } else if (run.shard().equals(Shard.WHOLE)) {
            Set<String> told = run.lost().stream()
                    .flatMap(sentence -> Stream.of(sentence.split("[ ,]+")))
                    .collect(Collectors.toSet());
            run.selected().stream()
                    .filter(id -> !there.contains(id) && !told.contains(id))
                    .forEach(id -> contradictions.add(id + ": was selected, but has no result"));
        }
        int exit = ExitCode.of(
                        results.stream().map(ScenarioResult::verdict).toList(),
                        run.lost().isEmpty())
                .code();
        if (exit != run.exit()) {
            contradictions.add("the run says exit " + run.exit() + ", its results give " + exit);
        }
        return contradictions;
    }

    /**
     * {@return whether its results are those of its shard}
     *
     * <p>One that was balanced by how long scenarios took cannot be told from one of which some were taken away.
     */
    public boolean isAllOfItsShard() {
        Set<String> there = results.stream().map(ScenarioResult::id).collect(Collectors.toSet());
        return there.equals(run.shard().of(run.selected(), Map.of()))
                || run.shard().equals(Shard.WHOLE);
    }

    /** {@return the scenarios to look at again: FAIL, STALE, INCONCLUSIVE, RIG-ERROR} */
    public Set<String> failed() {
        return results.stream()
                .filter(result -> FAILED.contains(result.verdict()))
                .map(ScenarioResult::id)
                .collect(Collectors.toSet());
    }

    /** {@return how long each scenario took, in milliseconds} */
    public Map<String, Long> durations() {
        return results.stream()
                .collect(Collectors.toMap(ScenarioResult::id, ScenarioResult::durationMs, Long::max, TreeMap::new));
    }
}
