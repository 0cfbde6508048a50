package io.userports.conformance.cli;

import io.userports.cli.Terminal;
import io.userports.conformance.bench.Plan;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.check.Printable;
import io.userports.conformance.reference.Defect;
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
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
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
            names = "--vectors",
            description = "Plays every vector to the CEMS too, which takes some minutes more; else only where --tags or"
                    + " --scenario name them.")
    private boolean vectors;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "8",
            description = "Scenarios side by side, on rigs that are virtual: ${DEFAULT-VALUE}.")
    private String jobs;

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description = "Failures that the vendor knows of, each with its reason.")
    private Optional<Path> known;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        int threads = threads();
        Rig bench = Rig.of(rig);
        if (cems.startsWith(CemsSpec.DEFECT)) {
            Defect.of(cems.substring(CemsSpec.DEFECT.length()));
        }
        CemsSpec tested = CemsSpec.of(cems);
        requireTerminal(tested);
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        boolean everything = vectors || tags.isPresent() || !scenarios.isEmpty();
        Selection selection =
                Selection.of(catalogue, everything ? tags : Optional.of(Selection.WITHOUT_VECTORS), scenarios);
        KnownFailures failures = known.map(KnownFailures::read).orElse(KnownFailures.none());
        failures.unmatched(catalogue.ids()).forEach(id -> {
            throw InputException.at(
                    known.orElseThrow().toString(), "'" + id + "' is no scenario; take it off the list");
        });
        Requirements requirements = Requirements.load();
        int count = selection.ids().size();
        String what = tested.vendor() + " " + tested.product() + " " + tested.version() + " on " + bench.description()
                + ", " + count + (count == 1 ? " scenario" : " scenarios") + ", seed " + seed
                + (everything ? "" : " (--vectors plays " + (catalogue.ids().size() - count) + " more)");
        try {
            Reports reports = reports(console, requirements);
            ScenarioRun run = new ScenarioRun(
                    Plan.of(bench, tested, seed),
                    selection,
                    failures,
                    reports,
                    new Rerun(rig, cems, seed),
                    out,
                    bench.madeAnew() && !tested.alone() ? threads : 1);
            console.println(Printable.of(what));
            console.flush();
            return run.exit().code();
        } catch (IOException e) {
            throw RigBroken.of("--out " + out + ": cannot be written (" + e + "); choose a directory of your own", e);
        }
    }

    /** Before the first scenario, not in each. */
    private void requireTerminal(CemsSpec tested) {
        if (tested.asksSomebody() && !Terminal.isThere()) {
            throw InputException.at(
                    cems,
                    "observe.operator asks a person, but standard input or output is no terminal; run it in one, with"
                            + " neither redirected");
        }
    }

    private int threads() {
        int threads = jobs.matches("[0-9]{1,3}") ? Integer.parseInt(jobs) : 0;
        if (threads < 1 || threads > MOST_JOBS) {
            throw InputException.at("--jobs", Quoted.of(jobs) + " is not 1 to " + MOST_JOBS);
        }
        return threads;
    }

    private Reports reports(PrintWriter console, Requirements requirements) throws IOException {
        boolean terminal = Terminal.isThere();
        try {
            Files.createDirectories(out);
            return Reports.of(
                    ResultsFile.at(out.resolve("results.ndjson")),
                    JUnitReport.at(out.resolve("junit.xml")),
                    ConsoleReport.on(console, requirements, terminal ? Ansi.AUTO : Ansi.OFF, terminal));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
