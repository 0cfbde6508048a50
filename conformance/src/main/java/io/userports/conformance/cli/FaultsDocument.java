package io.userports.conformance.cli;

import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.fault.FaultKind;
import io.userports.fault.FaultParameter;
import io.userports.fault.FieldCase;
import io.userports.vector.Folder;
import io.userports.vector.Vector;
import io.userports.vector.VectorFile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The catalogue of faults as a page, and which scenarios play which case of the field: {@code userports faults --markdown}
 * writes it, a test compares it.
 */
final class FaultsDocument {
    private static final List<String> HEAD = List.of(
            "# Faults",
            "",
            "Made by `userports faults --markdown`; a test compares this page with the code.",
            "",
            "A fault is written as its name and its parameters: `emulate --fault wrong-crc:every=10`, in a rig as",
            "`{fault: wrong-crc, every: 10}`, in a scenario as `When every 10th telegram has a wrong CRC` or",
            "`When every 10th telegram suffers \"wrong-crc\"`. Each also has `every` (1 for each telegram), `after` (how",
            "many are left alone first), `times` (how often at most), `share` (by chance, like `1 %`) and `port` (`p1`,",
            "`s1`). Several strike in their order, each on what the one before has left; one that needs a whole telegram",
            "is refused behind one that may leave none. One that finds a telegram without what it needs leaves it alone.",
            "A comma within a value is written `\\\\,`. All chance comes from the seed of the run.",
            "",
            "| fault | the telegram … | parameters | clause | vectors | a correct receiver … |",
            "|---|---|---|---|---|---|");

    private static final List<String> CASES = List.of(
            "",
            "## Cases",
            "",
            "What the specifications and the field know of telegrams that go wrong: M of P1, S of S1. The name of a case",
            "stands for its faults: `emulate --fault m05:every=10`. Every vector is played to a CEMS too (`test --vectors`).",
            "",
            "| case | what | made by | vectors | scenarios | a correct receiver |",
            "|---|---|---|---|---|---|");

    /** More of them are counted, not named. */
    private static final int NAMED = 3;

    private final FeatureCatalogue catalogue;
    private final List<Vector.Judged> vectors;

    FaultsDocument(FeatureCatalogue catalogue, Folder vectors) {
        this.catalogue = catalogue;
        this.vectors = vectors.read().stream()
                .flatMap(file -> file.tests(Vector.Judged.class).stream())
                .map(VectorFile.Located::vector)
                .toList();
    }

    String text() {
        StringBuilder page = new StringBuilder();
        HEAD.forEach(line -> page.append(line).append('\n'));
        FaultKind.LIST.forEach(kind -> page.append(row(
                "`" + kind.name() + "`",
                kind.about().telegram(),
                kind.parameters().stream().map(FaultsDocument::parameter).collect(Collectors.joining("<br>")),
                kind.about().clause(),
                some(vectors(kind)),
                kind.about().receiver())));
        CASES.forEach(line -> page.append(line).append('\n'));
        FieldCase.LIST.forEach(one -> page.append(row(
                one.id(),
                one.says(),
                madeBy(one),
                some(vectors(one)),
                String.join(", ", scenarios(one)),
                one.receiver())));
        return page.toString();
    }

    /** {@return the ids of the vectors that such a fault makes} */
    List<String> vectors(FaultKind kind) {
        return vectors.stream()
                .filter(v ->
                        v.faults().stream().anyMatch(f -> f.equals(kind.name()) || f.startsWith(kind.name() + ":")))
                .map(Vector::id)
                .toList();
    }

    /** {@return the ids of the vectors of this case} */
    List<String> vectors(FieldCase one) {
        return vectors.stream()
                .filter(v -> v.cases().contains(one.id()))
                .map(Vector::id)
                .toList();
    }

    private static String some(List<String> ids) {
        String first = ids.stream().limit(NAMED).collect(Collectors.joining(", "));
        return ids.size() <= NAMED ? first : first + " and " + (ids.size() - NAMED) + " more";
    }

    /** {@return the ids of the scenarios that say that they play this case} */
    List<String> scenarios(FieldCase one) {
        return catalogue.scenarios().stream()
                .filter(scenario -> scenario.words().contains("@case:" + one.id())
                        || scenario.words().contains("@clause:FIELD-" + one.id()))
                .map(scenario -> scenario.tags().id())
                .toList();
    }

    private static String madeBy(FieldCase one) {
        return one.faults().isEmpty()
                ? one.otherwise()
                : one.faults().stream().map(fault -> "`" + fault + "`").collect(Collectors.joining("<br>"));
    }

    private static String parameter(FaultParameter parameter) {
        return "`" + parameter.name() + "`: " + parameter.is() + FaultsCommand.usual(parameter);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
