package io.userports.conformance.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.reference.Defect;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The judge judged in full: every scenario against every wrong reference of its port, written down for {@link
 * DefectMatrixTest}; and against the correct one with as many seeds as {@code matrix.seeds} says.
 *
 * <p>{@code matrix.new} leaves out the scenarios that are written down already, {@code matrix.defects}, a list of names
 * separated by commas, all other defects, {@code matrix.tags}, a tag expression, all other scenarios; what is written down
 * of those stays.
 */
@Tag("matrix")
final class FullMatrixTest {
    private static final long FIRST_SEED = 42;

    @TempDir
    private Path out;

    @Test
    void everyScenarioIsFailedByADefectThatIsAlive() throws IOException {
        Set<String> all = new TreeSet<>();
        for (Half half : Half.values()) {
            Set<String> scenarios = half.scenarios(FeatureCatalogue.load());
            all.addAll(scenarios);
            Set<String> asked = new TreeSet<>(wanted(half));
            if (Boolean.getBoolean("matrix.new")) {
                asked.removeAll(DefectMatrix.committed().failedBy().keySet());
            }
            Map<Defect, Set<String>> cells = new EnumMap<>(Defect.class);
            half.defects().stream().filter(FullMatrixTest::isAsked).forEach(d -> cells.put(d, asked));
            MatrixRun run = new MatrixRun(half, FIRST_SEED, out).run(cells);
            Files.write(
                    DefectMatrix.FILE, DefectMatrix.committed().with(cells, run).lines());
        }
        DefectMatrix matrix = DefectMatrix.committed().of(all);
        Files.write(DefectMatrix.FILE, matrix.lines());
        Files.write(DefectsDocument.FILE, new DefectsDocument(FeatureCatalogue.load(), matrix).lines());
        Set<String> uncaught = new TreeSet<>(all);
        uncaught.removeIf(
                id -> !matrix.aliveOf(Set.of(id)).getOrDefault(id, Set.of()).isEmpty());
        assertEquals(
                Set.of(), uncaught, "a scenario that no wrong CEMS fails judges nothing: add a defect or sharpen it");
        assertEquals(
                Set.of(), matrix.idle(), "a defect that fails no scenario shows nothing: add a scenario or drop it");
    }

    /** {@return the scenarios of {@code half} that the run is asked for} */
    private static Set<String> wanted(Half half) {
        Set<String> wanted = half.scenarios(FeatureCatalogue.load());
        String tags = System.getProperty("matrix.tags", "");
        if (!tags.isEmpty()) {
            wanted.retainAll(Selection.of(FeatureCatalogue.load(), Optional.of(tags), List.of())
                    .ids());
        }
        return wanted;
    }

    private static boolean isAsked(Defect defect) {
        String asked = System.getProperty("matrix.defects", "");
        return defect != Defect.NONE
                && (asked.isEmpty() || Set.of(asked.split(",")).contains(defect.slug()));
    }

    @Test
    void theCorrectCemsPassesEverythingWhateverTheSeed() {
        StringBuilder failed = new StringBuilder();
        for (int n = 0; n < Integer.getInteger("matrix.seeds", 1); n++) {
            long seed = FIRST_SEED + n;
            for (Half half : Half.values()) {
                MatrixRun run = new MatrixRun(half, seed, out).run(Map.of(Defect.NONE, wanted(half)));
                failed.append(run.all().stream()
                        .filter(r -> r.verdict() != Verdict.PASS)
                        .map(ScenarioResult::toString)
                        .collect(joining("\n")));
            }
        }
        assertEquals("", failed.toString());
    }
}
