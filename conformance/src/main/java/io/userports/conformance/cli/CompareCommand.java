package io.userports.conformance.cli;

import io.userports.conformance.report.Comparison;
import io.userports.conformance.report.PastRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code userports compare}: several CEMS, or several versions of one, side by side. */
@Command(
        name = "compare",
        description = "Shows the verdicts of several runs side by side: what differs, and how many of each there are.",
        footer = {
            "",
            "A column is named by product and version; by DIR where these are the same.",
            "A scenario that was not run is '-'. The exit code is 0 whatever differs, and",
            "64 when a DIR holds no evidence."
        },
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "2..*",
            description = "The evidence of each run, in the order of the columns.")
    private List<Path> folders;

    @Option(names = "--all", description = "Also the scenarios on which all agree, after the others.")
    private boolean all;

    @Option(names = "--markdown", description = "Tables as Markdown has them.")
    private boolean markdown;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        new Comparison(folders.stream().map(PastRun::read).toList())
                .lines(all, markdown)
                .forEach(out::println);
        out.flush();
    }
}
