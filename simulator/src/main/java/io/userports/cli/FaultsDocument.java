package io.userports.cli;

import io.userports.fault.FaultKind;
import io.userports.fault.FaultParameter;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of faults as a page: {@code userports faults --markdown} writes it, a test compares it. */
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
            "is refused behind one that may leave none. All chance comes from the seed of the run.",
            "");

    private FaultsDocument() {}

    static String text() {
        StringBuilder page = new StringBuilder(String.join("\n", HEAD));
        page.append("\n| fault | the telegram … | parameters | clause | a correct receiver … |\n");
        page.append("|---|---|---|---|---|\n");
        FaultKind.LIST.forEach(kind -> page.append(row(
                "`" + kind.name() + "`",
                kind.about().telegram(),
                kind.parameters().stream().map(FaultsDocument::parameter).collect(Collectors.joining("<br>")),
                kind.about().clause(),
                kind.about().receiver())));
        return page.toString();
    }

    private static String parameter(FaultParameter parameter) {
        return "`" + parameter.name() + "`: " + parameter.is() + FaultsCommand.usual(parameter);
    }

    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
