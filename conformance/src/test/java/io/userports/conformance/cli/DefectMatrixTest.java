package io.userports.conformance.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.bench.Plan;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.reference.ReferenceInProcess;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.Verdict;
import io.userports.link.LinkSpec;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge judged: every scenario against the correct reference and against every wrong one, ten times faster. */
final class DefectMatrixTest {
    /**
     * The scenarios of one port, run so much faster than real time, of so many mistakes and so many of each side by side.
     * Samples need a machine that is never late by more than half a round of their numbers, 49 ms of simulated time.
     */
    private enum Half {
        P1("not @needs:s1", 10, 1, 16, 1),
        S1("@needs:s1", 1, 3, 18, 5);

        private final String tags;
        private final int faster;
        private final int mistakes;
        private final int jobs;
        private final int jobsAgain;

        Half(String tags, int faster, int mistakes, int jobs, int jobsAgain) {
            this.tags = tags;
            this.faster = faster;
            this.mistakes = mistakes;
            this.jobs = jobs;
            this.jobsAgain = jobsAgain;
        }
    }

    private static final int AGAIN = 3;
    /** Nobody needs long to start within this process. */
    private static final Rig RIG = Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("2 s"));

    private static final Set<Verdict> FAILED = EnumSet.of(Verdict.FAIL, Verdict.NOTE, Verdict.NO);

    private static final Map<Defect, Map<String, ScenarioResult>> MATRIX = new EnumMap<>(Defect.class);

    @TempDir
    private static Path directory;

    @BeforeAll
    static void runEverything() {
        for (Defect defect : Defect.values()) {
            MATRIX.put(defect, new ConcurrentSkipListMap<>());
        }
        for (Half half : Half.values()) {
            runAll(half);
        }
    }

    @AfterAll
    static void writeDown() throws IOException {
        Files.writeString(Path.of("target/defect-matrix.txt"), asText());
    }

    /** Samples spend their time waiting, not calculating, so several mistakes go side by side. */
    private static void runAll(Half half) {
        ExecutorService runs = Executors.newFixedThreadPool(half.mistakes);
        List<CompletableFuture<Void>> all = Arrays.stream(Defect.values())
                .filter(d -> d.ports().contains(UserPort.valueOf(half.name())))
                .map(d -> CompletableFuture.runAsync(() -> MATRIX.get(d).putAll(run(d, half)), runs))
                .toList();
        all.forEach(CompletableFuture::join);
        runs.shutdown();
    }

    private static Set<String> failed(Map<String, ScenarioResult> results) {
        return results.values().stream()
                .filter(r -> FAILED.contains(r.verdict()))
                .map(ScenarioResult::id)
                .collect(Collectors.toSet());
    }

    private static Map<String, ScenarioResult> run(Defect defect, Half half) {
        Map<String, ScenarioResult> results = new TreeMap<>(run(defect, half, List.of(), half.jobs));
        for (int again = 0; again < AGAIN && !late(results).isEmpty(); again++) {
            results.putAll(run(defect, half, late(results), half.jobsAgain));
        }
        return results;
    }

    private static Map<String, ScenarioResult> run(Defect defect, Half half, List<String> scenarios, int jobs) {
        try {
            CemsSpec.Claims claims = CemsSpec.of(CemsSpec.REFERENCE).claims();
            Plan plan = new Plan(RIG, claims, ReferenceInProcess.starter(defect, half.faster), 42, half.faster);
            Optional<String> tags = scenarios.isEmpty() ? Optional.of(half.tags) : Optional.empty();
            ScenarioRun run = new ScenarioRun(
                    plan,
                    Selection.of(FeatureCatalogue.load(), tags, scenarios),
                    KnownFailures.none(),
                    Reports.of(),
                    new Rerun("tcp", defect.slug(), 42),
                    Files.createDirectories(directory.resolve(defect.slug())),
                    jobs);
            run.exit();
            return run.results().stream().collect(Collectors.toMap(ScenarioResult::id, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A busy machine is late in fast time; what was not judged for that reason is judged again, alone. */
    private static List<String> late(Map<String, ScenarioResult> results) {
        return results.values().stream()
                .filter(r -> r.verdict() == Verdict.INCONCLUSIVE)
                .filter(r -> r.finding().toString().contains("use a less busy machine"))
                .map(ScenarioResult::id)
                .toList();
    }

    @Test
    void theCorrectCemsPassesEverything() {
        assertEquals(
                "",
                MATRIX.get(Defect.NONE).values().stream()
                        .filter(r -> r.verdict() != Verdict.PASS)
                        .map(ScenarioResult::toString)
                        .collect(joining("\n")));
    }

    @Test
    void everyScenarioIsFailedByADefectThatIsAlive() {
        Set<String> caught = new TreeSet<>();
        MATRIX.forEach((defect, results) -> caught.addAll(defect == Defect.DEAD ? Set.of() : failed(results)));
        Set<String> uncaught = new TreeSet<>(MATRIX.get(Defect.NONE).keySet());
        uncaught.removeAll(caught);
        assertEquals(
                Set.of(), uncaught, "a scenario that no wrong CEMS fails judges nothing: add a defect or sharpen it");
    }

    @Test
    void everyDefectIsCaught() {
        Set<Defect> uncaught = EnumSet.allOf(Defect.class);
        uncaught.remove(Defect.NONE);
        uncaught.removeIf(d -> !failed(MATRIX.get(d)).isEmpty());
        assertEquals(Set.of(), uncaught);
    }

    @Test
    void aDeadCemsPassesNothing() {
        assertEquals(
                Set.of(),
                MATRIX.get(Defect.DEAD).values().stream()
                        .filter(r -> r.verdict() == Verdict.PASS)
                        .map(ScenarioResult::id)
                        .collect(Collectors.toSet()));
    }

    @Test
    void noVerdictBlamesTheBench() {
        assertEquals(
                "",
                MATRIX.values().stream()
                        .flatMap(r -> r.values().stream())
                        .filter(r -> r.verdict() == Verdict.RIG_ERROR)
                        .map(ScenarioResult::toString)
                        .collect(joining("\n")));
    }

    private static String asText() {
        return MATRIX.get(Defect.NONE).keySet().stream()
                .map(id -> id + ": "
                        + MATRIX.entrySet().stream()
                                .filter(e -> e.getValue().containsKey(id))
                                .filter(e -> e.getValue().get(id).verdict() != Verdict.PASS)
                                .map(e -> e.getKey().slug() + " "
                                        + e.getValue().get(id).verdict())
                                .collect(joining(", ")))
                .collect(joining("\n", "", "\n"));
    }
}
