package io.userports.conformance.cli;

import io.userports.conformance.report.RequirementsTable;
import io.userports.conformance.requirement.Coverage;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.requirement.Requirements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code userports requirements}: the coverage table, clause by clause. */
@Command(
        name = "requirements",
        description = "Shows what is asked of a CEMS, clause by clause, and which scenarios judge it.",
        mixinStandardHelpOptions = true)
public final class RequirementsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Coverage coverage = new Coverage(Requirements.load(), FeatureCatalogue.load());
        RequirementsTable.lines(coverage).forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
    }
}
