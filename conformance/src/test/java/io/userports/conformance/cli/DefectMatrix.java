package io.userports.conformance.cli;

import io.userports.conformance.reference.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which defects fail which scenario: a line for each, {@code id: defect, defect}, as the full matrix found out.
 *
 * @param failedBy the defects that fail a scenario, by its id
 */
record DefectMatrix(Map<String, Set<Defect>> failedBy) {
    static final Path FILE = Path.of("src/test/resources/io/userports/conformance/cli/defect-matrix.txt");

    /** They work by the clock, which runs ten times faster here: what they fail, they may pass the next time. */
    private static final Set<Defect> UNSTEADY = EnumSet.of(Defect.ENDS_AT_PAUSE);

    DefectMatrix {
        failedBy = new TreeMap<>(failedBy);
        failedBy.replaceAll((id, defects) -> sorted(defects));
    }

    private static Set<Defect> sorted(Set<Defect> defects) {
        Set<Defect> sorted = EnumSet.noneOf(Defect.class);
        sorted.addAll(defects);
        return sorted;
    }

    /** {@return the matrix that was written last} */
    static DefectMatrix committed() throws IOException {
        Map<String, Set<Defect>> failedBy = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] parts = line.split(":", 2);
            failedBy.put(
                    parts[0],
                    Arrays.stream(parts[1].split(","))
                            .map(String::strip)
                            .filter(slug -> !slug.isEmpty())
                            .map(Defect::of)
                            .collect(Collectors.toSet()));
        }
        return new DefectMatrix(failedBy);
    }

    /** {@return this matrix with what came of {@code cells} in {@code run} instead of what was known of them} */
    DefectMatrix with(Map<Defect, Set<String>> cells, MatrixRun run) {
        Map<String, Set<Defect>> next = new TreeMap<>(failedBy);
        cells.forEach((defect, ids) -> ids.forEach(id -> {
            Set<Defect> defects = sorted(next.getOrDefault(id, Set.of()));
            defects.remove(defect);
            if (run.of(defect).containsKey(id)
                    && MatrixRun.isFailed(run.of(defect).get(id))) {
                defects.add(defect);
            }
            next.put(id, defects);
        }));
        return new DefectMatrix(next);
    }

    /** {@return this matrix of {@code scenarios} alone, as far as it knows them} */
    DefectMatrix of(Set<String> scenarios) {
        Map<String, Set<Defect>> next = new TreeMap<>(failedBy);
        next.keySet().retainAll(scenarios);
        return new DefectMatrix(next);
    }

    /** {@return the defects that fail no scenario} */
    Set<Defect> idle() {
        Set<Defect> idle = EnumSet.complementOf(EnumSet.of(Defect.NONE));
        failedBy.values().forEach(idle::removeAll);
        return idle;
    }

    /** {@return the lines of its file} */
    List<String> lines() {
        return failedBy.entrySet().stream()
                .map(e -> (e.getKey() + ": "
                                + e.getValue().stream().map(Defect::slug).collect(Collectors.joining(", ")))
                        .strip())
                .toList();
    }

    /** {@return what fails each of {@code scenarios} besides being dead, by id} */
    Map<String, Set<Defect>> aliveOf(Set<String> scenarios) {
        Map<String, Set<Defect>> alive = new TreeMap<>(failedBy);
        alive.keySet().retainAll(scenarios);
        alive.replaceAll((id, defects) -> {
            Set<Defect> others = sorted(defects);
            others.remove(Defect.DEAD);
            return others;
        });
        return alive;
    }

    /**
     * {@return a few cells of {@code scenarios} that stand for the whole: each scenario with a defect that fails it, and
     * each defect with a scenario that it fails}
     *
     * <p>Each scenario takes the defect that fails fewest others: it was made for it.
     */
    Map<Defect, Set<String>> sample(Set<String> scenarios) {
        Map<String, Set<Defect>> alive = aliveOf(scenarios);
        Map<Defect, Long> frequent = alive.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(d -> d, () -> new EnumMap<>(Defect.class), Collectors.counting()));
        Map<Defect, Set<String>> sample = new EnumMap<>(Defect.class);
        alive.forEach((id, defects) -> defects.stream()
                .min((one, other) -> Long.compare(weight(one, frequent), weight(other, frequent)))
                .ifPresent(d ->
                        sample.computeIfAbsent(d, x -> new LinkedHashSet<>()).add(id)));
        frequent.keySet().stream().filter(d -> !sample.containsKey(d)).forEach(d -> alive.entrySet().stream()
                .filter(e -> e.getValue().contains(d))
                .findFirst()
                .ifPresent(e -> sample.put(d, Set.of(e.getKey()))));
        return sample;
    }

    private static long weight(Defect defect, Map<Defect, Long> frequent) {
        return UNSTEADY.contains(defect) ? Long.MAX_VALUE : frequent.get(defect);
    }
}
