package io.userports.conformance.cli;

import io.userports.cli.Terminal;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.doctor.Doctor;
import io.userports.conformance.doctor.Machine;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
            description = "What is plugged in where: ${DEFAULT-VALUE}, tcp, another built-in rig, or a YAML file.")
    private String rig;

    @Option(
            names = "--cems",
            paramLabel = "NAME|FILE",
            defaultValue = CemsSpec.REFERENCE,
            description =
                    "The CEMS under test: ${DEFAULT-VALUE}, defect:NAME (a wrong one), or a cems.yaml. Several times:"
                            + " all on one meter, each judged, the evidence of each in DIR.NUMBER-NAME.")
    private List<String> cems;

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
            description =
                    "Scenarios side by side, on rigs that are virtual: ${DEFAULT-VALUE}; each has a process of each"
                            + " CEMS.")
    private String jobsText;

    @Option(
            names = "--time-scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many times faster than real time, at most as fast as the CEMS claims: ${DEFAULT-VALUE}.")
    private long timeScale;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "The CEMS runs under this one, like UTC, whatever its time-zones say.")
    private Optional<String> zone;

    @Mixin
    private KnownOption known;

    @Mixin
    private PartOptions part;

    @Override
    public Integer call() {
        int threads = threads();
        Rig bench = Rig.of(rig);
        List<Candidate> tested =
                cems.stream().map(name -> Candidate.of(name, bench)).toList();
        requireTerminal(tested);
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        LocalDate day = LocalDate.now();
        SeveralRuns several = new SeveralRuns(out, cems, spec.commandLine().getOut());
        List<Optional<Path>> lists = lists(several);
        List<KnownFailures> failures =
                lists.stream().map(list -> failures(list, catalogue, day)).toList();
        tested.forEach(each -> each.requireFindable(rig));
        int jobs = tested.stream().allMatch(Candidate::mayGoSideBySide) ? threads : 1;
        List<TestRun> runs = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            Candidate each = tested.get(i);
            runs.add(new TestRun(
                    new TestRun.Given(rig, each.name(), lists.get(i), seed, each.faster(timeScale)),
                    bench,
                    each.spec(),
                    catalogue,
                    failures.get(i),
                    day,
                    jobs,
                    Optional.empty(),
                    spec.commandLine().getOut()));
        }
        return (runs.size() == 1 ? inEachZone(runs.get(0), catalogue) : together(several, runs, catalogue)).code();
    }

    private ExitCode inEachZone(TestRun run, FeatureCatalogue catalogue) {
        List<ZoneId> zones = Candidate.zones(run.cems(), zone);
        ExitCode exit = ExitCode.OK;
        for (ZoneId each : zones) {
            Path folder = zones.size() == 1 ? out : TestRun.folder(out, each);
            Optional<ZoneId> named = zones.size() == 1 && zone.isEmpty() ? Optional.empty() : Optional.of(each);
            Optional<PlannedRun> planned = selection(catalogue, folder, folder)
                    .map(selection -> new PlannedRun(run, selection, folder, named, each, everything()));
            planned.ifPresent(one -> requireFit(run.rig(), one.ports(), folder));
            exit = exit.orWorse(planned.map(PlannedRun::exit).orElseGet(() -> nothingFailed(folder)));
        }
        return exit;
    }

    private ExitCode together(SeveralRuns several, List<TestRun> all, FeatureCatalogue catalogue) {
        List<Rig> benches = all.get(0).rig().forEach(all.size());
        List<ZoneId> zones = all.stream().map(run -> onlyZone(run.cems())).toList();
        ExitCode exit = ExitCode.OK;
        List<PlannedRun> runs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            TestRun run = all.get(i).on(benches.get(i));
            Path folder = several.folder(i);
            ZoneId each = zones.get(i);
            // The shards of all are dealt alike, so that they meet.
            Optional<Selection> selection = selection(catalogue, folder, several.folder(0));
            selection.ifPresent(
                    chosen -> runs.add(new PlannedRun(run, chosen, folder, zone.map(ZoneId::of), each, everything())));
            if (selection.isEmpty()) {
                exit = exit.orWorse(nothingFailed(folder));
            }
        }
        Set<UserPort> ports = EnumSet.noneOf(UserPort.class);
        runs.forEach(run -> ports.addAll(run.ports()));
        requireFit(all.get(0).rig(), ports, out);
        return exit.orWorse(several.exit(runs));
    }

    /** Every link is opened and closed once before anybody comes. */
    private static void requireFit(Rig bench, Set<UserPort> ports, Path folder) {
        new Doctor(bench, Machine.here()).quick(ports, folder).requireFit();
    }

    private ZoneId onlyZone(CemsSpec tested) {
        List<ZoneId> zones = Candidate.zones(tested, zone);
        if (zones.size() > 1) {
            throw InputException.at(
                    "--cems",
                    tested.product() + " has " + zones.size() + " time-zones, but several CEMS run at once; choose one"
                            + " with --time-zone");
        }
        return zones.get(0);
    }

    /** {@code dealt}: where is read how long scenarios took, to deal out shards. */
    private Optional<Selection> selection(FeatureCatalogue catalogue, Path folder, Path dealt) {
        return part.of(
                Selection.of(catalogue, everything() ? tags : Optional.of(Selection.WITHOUT_VECTORS), scenarios),
                folder,
                dealt);
    }

    private ExitCode nothingFailed(Path folder) {
        spec.commandLine().getOut().println("nothing failed in the last run of " + folder + "      exit 0");
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    /** Whether the vectors are selected from too. */
    private boolean everything() {
        return vectors || tags.isPresent() || !scenarios.isEmpty() || part.lastFailed();
    }

    /** {@return where each of the CEMS has what it is known to get wrong} */
    private List<Optional<Path>> lists(SeveralRuns several) {
        if (cems.size() == 1) {
            return List.of(known.file());
        }
        Map<String, Path> files = known.files(several.names());
        return several.names().stream()
                .map(name -> Optional.ofNullable(files.get(name)))
                .toList();
    }

    private static KnownFailures failures(Optional<Path> list, FeatureCatalogue catalogue, LocalDate day) {
        KnownFailures failures = list.map(file -> KnownFailures.read(file, day)).orElse(KnownFailures.none());
        failures.unmatched(catalogue.ids()).forEach(id -> {
            throw InputException.at(
                    list.orElseThrow().toString(),
                    "'" + id + "' is no scenario; " + new Near(id).question(catalogue.ids())
                            + "correct it or take it off the list");
        });
        return failures;
    }

    /** Before the first scenario, not in each. */
    private static void requireTerminal(List<Candidate> tested) {
        List<String> asking = tested.stream()
                .filter(each -> each.spec().asksSomebody())
                .map(Candidate::name)
                .toList();
        if (asking.size() > 1) {
            throw InputException.at(
                    "--cems",
                    String.join(" and ", asking) + " ask a person each, who can answer one; leave the others out");
        }
        if (!asking.isEmpty() && !Terminal.isThere()) {
            throw InputException.at(
                    asking.get(0),
                    "observe.operator asks a person, but standard input or output is no terminal; run it in one, with"
                            + " neither redirected");
        }
    }

    private int threads() {
        int threads = jobsText.matches("[0-9]{1,3}") ? Integer.parseInt(jobsText) : 0;
        if (threads < 1 || threads > MOST_JOBS) {
            throw InputException.at("--jobs", Quoted.of(jobsText) + " is not 1 to " + MOST_JOBS);
        }
        return threads;
    }
}
