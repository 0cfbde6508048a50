package io.userports.conformance.cli;

import io.userports.conformance.reference.Defect;
import io.userports.conformance.requirement.CataloguedScenario;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.verdict.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page about the defects: each with the scenarios that it fails, of those that a CEMS must pass. */
record DefectsDocument(FeatureCatalogue catalogue, DefectMatrix matrix) {
    static final Path FILE = Path.of("../docs/defects.md");

    private static final List<String> HEAD = List.of(
            "# Defects of the reference CEMS",
            "",
            "Each is a mistake that real CEMS make. `userports test --cems defect:NAME` shows what the report says of it. Made by",
            "`mvn -Pmatrix verify`, which runs every scenario with every defect of its port; a test compares this page with what it",
            "found. `conformance/src/test/resources/io/userports/conformance/cli/defect-matrix.txt` has the scenarios that a CEMS",
            "should pass too, and the vectors.",
            "",
            "What a defect does to the data request of P1 shows on a rig that has one, like `virtual`; on `tcp` those scenarios are N/A.",
            "",
            "| name | what it does wrong | fails, of the scenarios that a CEMS must pass |",
            "|---|---|---|");

    /** {@return the lines of the page} */
    List<String> lines() {
        List<String> lines = new ArrayList<>(HEAD);
        Map<Defect, Set<String>> fails = fails();
        Arrays.stream(Defect.values())
                .filter(d -> d != Defect.NONE)
                .map(d -> "| `" + d.slug() + "` | " + d.description() + " | "
                        + (d == Defect.DEAD ? "all that it starts" : String.join(", ", fails.getOrDefault(d, Set.of())))
                        + " |")
                .forEach(lines::add);
        return lines;
    }

    private Map<Defect, Set<String>> fails() {
        Set<String> must = catalogue.scenarios().stream()
                .filter(s -> s.tags().level() == Level.MUST && !s.words().contains("@vector"))
                .map(CataloguedScenario::tags)
                .map(tags -> tags.id())
                .collect(Collectors.toSet());
        Map<Defect, Set<String>> fails = new TreeMap<>();
        matrix.of(must)
                .failedBy()
                .forEach((id, defects) -> defects.forEach(
                        d -> fails.computeIfAbsent(d, x -> new TreeSet<>()).add(id)));
        return fails;
    }
}
