package io.userports.conformance.cli;

import io.userports.conformance.bench.Plan;
import io.userports.conformance.bench.Stages;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.reference.ReferenceInProcess;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.Verdict;
import io.userports.yaml.Amount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scenarios of one half against references with defects, within this process; what came of each is kept. */
final class MatrixRun {
    /** Who may have failed because the machine was busy is asked so often again. */
    private static final int AGAIN = 3;
    /** A program that is not there to be awaited starts at once. */
    private static final Amount PATIENCE = Amount.parse("2 s");
    /** To wait longer for one that says nothing at all teaches nothing. */
    private static final Amount PATIENCE_WITH_THE_DEAD = Amount.parse("1 s");

    private static final Set<Verdict> FAILED = EnumSet.of(Verdict.FAIL, Verdict.NOTE, Verdict.NO);

    private final FeatureCatalogue catalogue = FeatureCatalogue.load();
    private final Half half;
    private final long seed;
    private final Path out;
    private final Map<Defect, Map<String, ScenarioResult>> results = new ConcurrentHashMap<>();

    MatrixRun(Half half, long seed, Path out) {
        this.half = half;
        this.seed = seed;
        this.out = out;
    }

    static boolean isFailed(ScenarioResult result) {
        return FAILED.contains(result.verdict());
    }

    /** Runs the scenarios of each defect, as many side by side as the half allows; then those that came too late again. */
    MatrixRun run(Map<Defect, ? extends Collection<String>> cells) {
        run(cells, half.jobs());
        for (int again = 0; again < AGAIN; again++) {
            Map<Defect, List<String>> late = new TreeMap<>();
            cells.keySet().forEach(defect -> {
                List<String> ids = late(of(defect));
                if (!ids.isEmpty()) {
                    late.put(defect, ids);
                }
            });
            run(late, half.jobsAgain());
        }
        return this;
    }

    /** {@return what came of the scenarios with {@code defect}, by id} */
    Map<String, ScenarioResult> of(Defect defect) {
        return results.getOrDefault(defect, Map.of());
    }

    /** {@return what came of all scenarios} */
    List<ScenarioResult> all() {
        return results.values().stream().flatMap(r -> r.values().stream()).toList();
    }

    private void run(Map<Defect, ? extends Collection<String>> cells, int jobs) {
        List<Runnable> parts = new ArrayList<>();
        cells.forEach((defect, ids) -> {
            List<String> left = new ArrayList<>(ids);
            // Cucumber needs a moment to begin, so a part is not one scenario; and not all, so that all threads work.
            int size = Math.max(1, Math.min(8, left.size() / jobs + 1));
            for (int from = 0; from < left.size(); from += size) {
                List<String> part = left.subList(from, Math.min(left.size(), from + size));
                parts.add(() -> results.computeIfAbsent(defect, d -> new ConcurrentSkipListMap<>())
                        .putAll(run(defect, part)));
            }
        });
        ExecutorService runs = Executors.newFixedThreadPool(jobs);
        List<CompletableFuture<Void>> all =
                parts.stream().map(p -> CompletableFuture.runAsync(p, runs)).toList();
        all.forEach(CompletableFuture::join);
        runs.shutdown();
    }

    private Map<String, ScenarioResult> run(Defect defect, List<String> scenarios) {
        Amount patience = defect == Defect.DEAD ? PATIENCE_WITH_THE_DEAD : PATIENCE;
        Plan plan = new Plan(
                half.rig(patience),
                CemsSpec.of(CemsSpec.REFERENCE).claims(),
                ReferenceInProcess.starter(defect, half.faster()),
                seed,
                half.faster());
        ScenarioRun run = new ScenarioRun(
                plan,
                Stages.LIVE,
                Selection.of(catalogue, Optional.empty(), scenarios),
                KnownFailures.none(),
                Reports.of(),
                new Rerun("tcp", List.of("defect:" + defect.slug()), seed, half.faster(), Optional.empty()),
                MessagesFile.none(),
                out,
                1);
        run.exit();
        return run.results().stream().collect(Collectors.toMap(ScenarioResult::id, Function.identity()));
    }

    /** A busy machine is late in fast time; what was not judged for that reason is judged again, nearly alone. */
    private static List<String> late(Map<String, ScenarioResult> results) {
        return results.values().stream()
                .filter(r -> r.verdict() == Verdict.INCONCLUSIVE)
                .filter(r -> r.finding().toString().contains("use a less busy machine"))
                .map(ScenarioResult::id)
                .toList();
    }
}
