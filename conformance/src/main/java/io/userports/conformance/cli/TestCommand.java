package io.userports.conformance.cli;

import io.userports.cli.Terminal;
import io.userports.conformance.bench.Plan;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.check.Printable;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.report.ConsoleReport;
import io.userports.conformance.report.JUnitReport;
import io.userports.conformance.report.Report;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ResultsFile;
import io.userports.conformance.report.RunFile;
import io.userports.conformance.report.RunReport;
import io.userports.conformance.report.Summary;
import io.userports.conformance.report.TimeLeft;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.requirement.Requirements;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.RigBroken;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
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
            description = "Failures that the vendor knows of, each with its reason, maybe until a day.")
    private Optional<Path> known;

    @Mixin
    private PartOptions part;

    @Override
    public Integer call() {
        int threads = threads();
        Rig bench = Rig.of(rig);
        if (cems.startsWith(CemsSpec.DEFECT)) {
            Defect.of(cems.substring(CemsSpec.DEFECT.length()));
        }
        CemsSpec tested = CemsSpec.of(cems);
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        KnownFailures failures = known(catalogue);
        Optional<Selection> selection = part.of(
                Selection.of(catalogue, everything() ? tags : Optional.of(Selection.WITHOUT_VECTORS), scenarios), out);
        if (selection.isEmpty()) {
            spec.commandLine().getOut().println("nothing failed in the last run of " + out + "      exit 0");
            spec.commandLine().getOut().flush();
            return ExitCode.OK.code();
        }
        try {
            return run(bench, tested, catalogue, selection.get(), failures, bench.madeAnew() ? threads : 1)
                    .code();
        } catch (IOException e) {
            throw RigBroken.of("--out " + out + ": cannot be written (" + e + "); choose a directory of your own", e);
        }
    }

    private ExitCode run(
            Rig bench,
            CemsSpec tested,
            FeatureCatalogue catalogue,
            Selection selection,
            KnownFailures failures,
            int threads)
            throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        boolean terminal = Terminal.isThere();
        Plan plan = Plan.of(bench, tested, seed);
        TimeLeft left = TimeLeft.of(selection.ids(), PartOptions.durationsIn(out), threads);
        Reports reports = reports(
                ConsoleReport.on(console, Requirements.load(), terminal ? Ansi.AUTO : Ansi.OFF, terminal)
                        .expecting(left),
                summary -> new RunFile(
                        Version.number(),
                        catalogue.digest(),
                        RunFile.Tested.of(tested),
                        rig,
                        seed,
                        plan.timeScale(),
                        threads,
                        List.of(),
                        selection.shard(),
                        List.copyOf(selection.whole()),
                        summary.durationMs(),
                        summary.exit().code(),
                        summary.lost(),
                        summary.remarks()));
        ScenarioRun run = new ScenarioRun(plan, selection, failures, reports, new Rerun(rig, cems, seed), out, threads);
        String more = everything()
                ? ""
                : " (--vectors plays "
                        + (catalogue.ids().size() - selection.whole().size()) + " more)";
        console.println(Printable.of(RunFile.Tested.of(tested) + " on " + bench.description() + ", "
                + selection.inWords() + ", seed " + seed + more));
        console.flush();
        return run.exit();
    }

    /** Whether the vectors are selected from too. */
    private boolean everything() {
        return vectors || tags.isPresent() || !scenarios.isEmpty() || part.lastFailed();
    }

    private KnownFailures known(FeatureCatalogue catalogue) {
        KnownFailures failures =
                known.map(file -> KnownFailures.read(file, LocalDate.now())).orElse(KnownFailures.none());
        failures.unmatched(catalogue.ids()).forEach(id -> {
            throw InputException.at(
                    known.orElseThrow().toString(),
                    "'" + id + "' is no scenario; " + new Near(id).question(catalogue.ids())
                            + "correct it or take it off the list");
        });
        return failures;
    }

    private int threads() {
        int threads = jobs.matches("[0-9]{1,3}") ? Integer.parseInt(jobs) : 0;
        if (threads < 1 || threads > MOST_JOBS) {
            throw InputException.at("--jobs", Quoted.of(jobs) + " is not 1 to " + MOST_JOBS);
        }
        return threads;
    }

    private Reports reports(Report console, Function<Summary, RunFile> run) throws IOException {
        try {
            Files.createDirectories(out);
            Report last = RunReport.in(out, run);
            return Reports.of(
                    ResultsFile.at(out.resolve(ResultsFile.NAME)),
                    JUnitReport.at(out.resolve(JUnitReport.NAME)),
                    last,
                    console);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
