package io.userports.conformance.cli;

import io.userports.conformance.bench.Plan;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.report.ConsoleReport;
import io.userports.conformance.report.JUnitReport;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ResultsFile;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.requirement.Requirements;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.RigBroken;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code userports test}: scenarios against a CEMS, verdicts with evidence. */
@Command(
        name = "test",
        description = "Runs scenarios against a CEMS and gives verdicts.",
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
    private static final int MOST_JOBS = 64;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rig",
            paramLabel = "NAME|FILE",
            defaultValue = "virtual",
            description = "What is plugged in where: ${DEFAULT-VALUE}, tcp, or a YAML file.")
    private String rig;

    @Option(
            names = "--cems",
            paramLabel = "NAME|FILE",
            defaultValue = CemsSpec.REFERENCE,
            description = "The CEMS under test: ${DEFAULT-VALUE}, defect:NAME (a wrong one), or a cems.yaml.")
    private String cems;

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Only scenarios with these tags, like '@must and not @clause:BR-6.1'.")
    private Optional<String> tags;

    @Option(names = "--scenario", paramLabel = "ID", description = "Only this scenario; may be given more than once.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "userports-out",
            description = "Where the evidence goes: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Where all chance comes from: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "8",
            description = "Scenarios side by side, on rigs that are virtual: ${DEFAULT-VALUE}.")
    private int jobs;

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description = "Failures that the vendor knows of, each with its reason.")
    private Optional<Path> known;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw InputException.at("--jobs", "'" + jobs + "' is not 1 to " + MOST_JOBS);
        }
        Rig bench = Rig.of(rig);
        CemsSpec tested = CemsSpec.of(cems);
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        Selection selection = Selection.of(catalogue, tags, scenarios);
        KnownFailures failures = known.map(KnownFailures::read).orElse(KnownFailures.none());
        failures.unmatched(catalogue.ids()).forEach(id -> {
            throw InputException.at(
                    known.orElseThrow().toString(), "'" + id + "' is no scenario; take it off the list");
        });
        Requirements requirements = Requirements.load();
        boolean terminal = System.console() != null;
        console.println(tested.vendor() + " " + tested.product() + " " + tested.version() + " on " + bench.description()
                + ", " + selection.ids().size() + " scenarios, seed " + seed);
        console.flush();
        Reports reports = Reports.of(
                ResultsFile.at(file("results.ndjson")),
                JUnitReport.at(file("junit.xml")),
                ConsoleReport.on(console, requirements, terminal ? Ansi.AUTO : Ansi.OFF, terminal));
        ScenarioRun run = new ScenarioRun(
                Plan.of(bench, tested, seed),
                selection,
                failures,
                reports,
                new Rerun(rig, cems, seed),
                out,
                bench.virtual() ? jobs : 1);
        return run.exit().code();
    }

    private Path file(String name) {
        try {
            return Files.createDirectories(out).resolve(name);
        } catch (IOException e) {
            throw RigBroken.of("--out " + out + " cannot be written: " + e + "; choose another directory", e);
        }
    }
}
