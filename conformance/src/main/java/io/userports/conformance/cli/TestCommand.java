package io.userports.conformance.cli;

import io.userports.cli.Terminal;
import io.userports.conformance.bench.Plan;
import io.userports.conformance.bench.Stages;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Review;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Printable;
import io.userports.conformance.evidence.EvidenceFolder;
import io.userports.conformance.evidence.EvidenceReport;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.report.ConsoleReport;
import io.userports.conformance.report.JUnitReport;
import io.userports.conformance.report.JoinedMessages;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ResultsFile;
import io.userports.conformance.report.ReviewFile;
import io.userports.conformance.report.ReviewText;
import io.userports.conformance.report.RunFile;
import io.userports.conformance.report.RunReport;
import io.userports.conformance.report.Shard;
import io.userports.conformance.report.Summary;
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
import java.util.Set;
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
            names = "--time-scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many times faster than real time, at most as fast as the CEMS claims: ${DEFAULT-VALUE}.")
    private long timeScale;

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description = "Failures that the vendor knows of, each with its reason, maybe until a day.")
    private Optional<Path> known;

    @Mixin
    private PartOptions part;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        int threads = threads();
        Shard shard = part.shard();
        Rig bench = Rig.of(rig);
        if (cems.startsWith(CemsSpec.DEFECT)) {
            Defect.of(cems.substring(CemsSpec.DEFECT.length()));
        }
        CemsSpec tested = CemsSpec.of(cems);
        int faster = faster(tested, bench);
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        LocalDate day = LocalDate.now();
        KnownFailures failures = known(catalogue, day);
        boolean everything = vectors || tags.isPresent() || !scenarios.isEmpty() || part.lastFailed();
        Selection selected =
                Selection.of(catalogue, everything ? tags : Optional.of(Selection.WITHOUT_VECTORS), scenarios);
        if (part.lastFailed()) {
            Set<String> failed = part.failed(out);
            if (failed.isEmpty()) {
                console.println("nothing failed in the last run of " + out + "      exit 0");
                console.flush();
                return ExitCode.OK.code();
            }
            selected = selected.only(failed)
                    .orElseThrow(() -> InputException.at(
                            "--last-failed",
                            "none of those that failed last time matches: " + String.join(", ", failed)
                                    + "; run them without --tags and --scenario"));
        }
        Selection selection = part.of(selected, out);
        Requirements requirements = Requirements.load();
        int count = selection.ids().size();
        String what = tested.vendor() + " " + tested.product() + " " + tested.version() + " on " + bench.description()
                + ", " + count + (count == 1 ? " scenario" : " scenarios")
                + (shard.equals(Shard.WHOLE)
                        ? ""
                        : ", shard " + shard + " of " + selection.whole().size())
                + ", seed " + seed
                + (faster == 1 ? "" : ", " + faster + " times as fast")
                + (everything
                        ? ""
                        : " (--vectors plays "
                                + (catalogue.ids().size() - selection.whole().size()) + " more)");
        Review review = Review.of(tested, bench, Evidence.TRACERS);
        try {
            int jobsHere = bench.madeAnew() && !tested.start().process().isWholeRun() ? threads : 1;
            Plan plan =
                    Plan.of(bench, tested, seed, faster, tested.start().zones().get(0));
            EvidenceFolder folder = EvidenceFolder.begin(out);
            EvidenceReport evidence = EvidenceReport.of(folder, Version.number());
            Files.write(folder.part().resolve("cems.yaml"), CemsSpec.source(cems));
            Files.write(folder.part().resolve("rig.yaml"), Rig.source(rig));
            if (known.isPresent()) {
                Files.copy(known.get(), folder.part().resolve("known.yaml"));
            }
            Reports reports = reports(
                    folder.part(),
                    evidence,
                    console,
                    requirements,
                    review,
                    summary -> new RunFile(
                            Version.number(),
                            catalogue.digest(),
                            RunFile.Tested.of(tested),
                            rig,
                            day.toString(),
                            seed,
                            plan.timeScale(),
                            jobsHere,
                            List.of(),
                            shard,
                            List.copyOf(selection.whole()),
                            summary.durationMs(),
                            summary.exit().code(),
                            summary.lost(),
                            summary.remarks()));
            ScenarioRun run = new ScenarioRun(
                    plan,
                    Stages.keeping(evidence),
                    selection,
                    failures,
                    reports,
                    new Rerun(rig, cems, seed, faster),
                    MessagesFile.at(folder.part().resolve(JoinedMessages.NAME)),
                    out,
                    jobsHere);
            console.println(Printable.of(what));
            ReviewText.lines(review).forEach(console::println);
            console.flush();
            return run.exit().code();
        } catch (IOException e) {
            throw RigBroken.of("--out " + out + ": cannot be written (" + e + "); choose a directory of your own", e);
        }
    }

    private KnownFailures known(FeatureCatalogue catalogue, LocalDate day) {
        KnownFailures failures =
                known.map(file -> KnownFailures.read(file, day)).orElse(KnownFailures.none());
        failures.unmatched(catalogue.ids()).forEach(id -> {
            throw InputException.at(
                    known.orElseThrow().toString(),
                    "'" + id + "' is no scenario; " + new Near(id).question(catalogue.ids()) + "take it off the list");
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

    private int faster(CemsSpec tested, Rig bench) {
        if (timeScale < 1) {
            throw InputException.at("--time-scale", "'" + timeScale + "' is not 1 or more");
        }
        int fastest = tested.claims().fastest();
        if (timeScale > fastest) {
            throw InputException.at(
                    "--time-scale",
                    "'" + timeScale + "' is more than 'claims.fastest: " + fastest + "' of " + cems
                            + "; a CEMS is fed no faster than it claims to bear");
        }
        if (timeScale > 1 && bench.isPaced()) {
            throw InputException.at(
                    "--time-scale",
                    "'" + timeScale
                            + "' on a serial line, whose bit rate leaves no room; use 1, or a rig of pty or tcp");
        }
        return (int) timeScale;
    }

    private Reports reports(
            Path part,
            EvidenceReport evidence,
            PrintWriter console,
            Requirements requirements,
            Review review,
            Function<Summary, RunFile> run)
            throws IOException {
        boolean terminal = Terminal.isThere();
        try {
            return Reports.of(
                    ResultsFile.at(part.resolve(ResultsFile.NAME)),
                    ReviewFile.at(part.resolve(ReviewFile.NAME), review),
                    JUnitReport.at(part.resolve(JUnitReport.NAME), review),
                    RunReport.in(part, run),
                    evidence,
                    ConsoleReport.on(console, requirements, terminal ? Ansi.AUTO : Ansi.OFF, terminal));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
