package io.userports.conformance.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.reference.Defect;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The judge judged: every scenario against the correct reference, against a dead one, and against a wrong one that is
 * known to fail it; every defect in one scenario at least. The full matrix, {@link FullMatrixTest}, says who fails what.
 */
final class DefectMatrixTest {
    private static final String TO_RUN = "run 'mvn -Pmatrix verify', for new scenarios alone with"
            + " -Dmatrix.new=true, and commit " + DefectMatrix.FILE;

    private static final Map<Half, MatrixRun> RUNS = new EnumMap<>(Half.class);
    private static final Map<Half, Map<Defect, Set<String>>> CELLS = new EnumMap<>(Half.class);
    private static final Set<String> SCENARIOS = new TreeSet<>();

    private static DefectMatrix matrix;

    @TempDir
    private static Path out;

    @BeforeAll
    static void runTheSample() throws IOException {
        matrix = DefectMatrix.committed();
        for (Half half : Half.values()) {
            Set<String> scenarios = half.scenarios(FeatureCatalogue.load());
            SCENARIOS.addAll(scenarios);
            Map<Defect, Set<String>> cells = matrix.sample(scenarios);
            CELLS.put(half, cells);
            Map<Defect, Set<String>> all = new EnumMap<>(cells);
            all.put(Defect.NONE, scenarios);
            all.put(Defect.DEAD, scenarios);
            RUNS.put(half, new MatrixRun(half, 42, out).run(all));
        }
    }

    private static String told(Defect defect, Predicate<ScenarioResult> which) {
        return RUNS.values().stream()
                .flatMap(run -> run.of(defect).values().stream())
                .filter(which)
                .map(ScenarioResult::toString)
                .collect(joining("\n"));
    }

    @Test
    void theMatrixKnowsEveryScenarioAndNoOther() {
        assertEquals(SCENARIOS, new TreeMap<>(matrix.failedBy()).keySet(), TO_RUN);
    }

    @Test
    void theCorrectCemsPassesEverything() {
        assertEquals("", told(Defect.NONE, r -> r.verdict() != Verdict.PASS));
    }

    @Test
    void aDeadCemsPassesNothing() {
        assertEquals("", told(Defect.DEAD, r -> r.verdict() == Verdict.PASS));
    }

    @Test
    void everyScenarioIsFailedByADefectThatIsAlive() {
        Set<String> uncaught = new TreeSet<>();
        matrix.aliveOf(SCENARIOS).forEach((id, defects) -> {
            if (defects.isEmpty()) {
                uncaught.add(id);
            }
        });
        assertEquals(
                Set.of(), uncaught, "a scenario that no wrong CEMS fails judges nothing: add a defect or sharpen it");
    }

    @Test
    void everyDefectFailsAScenario() {
        assertEquals(Set.of(), matrix.idle(), "a defect that fails no scenario shows nothing; " + TO_RUN);
    }

    @Test
    void whatWasFailedIsFailedStill() {
        StringBuilder passed = new StringBuilder();
        CELLS.values()
                .forEach(cells -> cells.forEach((defect, ids) ->
                        passed.append(told(defect, r -> ids.contains(r.id()) && !MatrixRun.isFailed(r)))));
        assertEquals("", passed.toString(), TO_RUN);
    }

    @Test
    void noVerdictBlamesTheBench() {
        assertEquals(
                "",
                RUNS.values().stream()
                        .flatMap(run -> run.all().stream())
                        .filter(r -> r.verdict() == Verdict.RIG_ERROR)
                        .map(ScenarioResult::toString)
                        .collect(joining("\n")));
    }
}
