package io.userports.conformance.cli;

import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.fault.FaultKind;
import io.userports.fault.FaultParameter;
import io.userports.fault.FieldCase;
import io.userports.vector.Folder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code userports faults}: everything that can be done to a telegram, and what a correct receiver makes of it. */
@Command(
        name = "faults",
        description = "Lists what can be done to telegrams: for emulate --fault, for rigs and for scenarios.",
        footer = {
            "",
            "Every fault also has: every=N (the Nth, the 2Nth, ... telegram), after=N (leave the first N alone),",
            "times=N (at most so often), share=S (by chance, like 1 %%), port=p1 or s1."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64)
public final class FaultsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "show these only, with their parameters; else all")
    private List<String> names = List.of();

    @Option(
            names = "--cases",
            description = "list the cases of the field (M01 ... of P1, S01 ... of S1) and their faults")
    private boolean cases;

    @Option(names = "--markdown", description = "everything, as docs/faults.md has it")
    private boolean markdown;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (markdown) {
            out.print(new FaultsDocument(FeatureCatalogue.load(), Folder.packed()).text());
        } else if (cases && names.isEmpty()) {
            FieldCase.LIST.forEach(c -> show(c, out));
        } else if (names.isEmpty()) {
            FaultKind.LIST.forEach(kind -> out.printf(
                    Locale.ROOT,
                    "%-17s the telegram %s%n",
                    kind.name(),
                    kind.about().telegram()));
            out.printf(
                    "%n%d faults; userports faults NAME tells all of one, --cases what the field knows%n",
                    FaultKind.LIST.size());
        } else {
            names.forEach(name ->
                    FieldCase.find(name).ifPresentOrElse(c -> show(c, out), () -> show(FaultKind.of(name), out)));
        }
        out.flush();
    }

    private static void show(FieldCase one, PrintWriter out) {
        out.println(one.id() + "  " + one.says());
        out.println("     a correct receiver: " + one.receiver());
        one.faults().forEach(fault -> out.println("     --fault '" + fault + "'"));
        if (!one.otherwise().isEmpty()) {
            out.println("     made otherwise: " + one.otherwise());
        }
    }

    private static void show(FaultKind kind, PrintWriter out) {
        out.println(kind.name() + ": the telegram " + kind.about().telegram());
        out.println("  clause              " + kind.about().clause());
        out.println("  a correct receiver  " + kind.about().receiver());
        for (FaultParameter parameter : kind.parameters()) {
            out.printf(Locale.ROOT, "  %-18s  %s%s%n", parameter.name() + "=", parameter.is(), usual(parameter));
        }
    }

    static String usual(FaultParameter parameter) {
        return parameter.usual().isEmpty() ? "" : "; " + parameter.usual() + " when left out";
    }
}
