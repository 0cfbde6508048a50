package io.userports.conformance.cli;

import io.userports.cli.Terminal;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Lifetime;
import io.userports.conformance.doctor.Doctor;
import io.userports.conformance.doctor.Machine;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.RigBroken;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "The CEMS runs under this one, like UTC, whatever its time-zones say.")
    private Optional<String> zone;

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
        requireTerminal(tested);
        List<ZoneId> zones = zones(tested);
        if (tested.start().process() == Lifetime.EXTERNAL && bench.madeAnew()) {
            throw InputException.at(
                    "--rig",
                    Quoted.of(rig) + " makes its ports anew, and a CEMS that runs already cannot know where; give a rig"
                            + " whose links are serial:DEVICE, pty:PATH or tcp:PORT");
        }
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        LocalDate day = LocalDate.now();
        TestRun run = new TestRun(
                new TestRun.Given(rig, cems, known, seed, faster(tested, bench)),
                bench,
                tested,
                catalogue,
                known(catalogue, day),
                day,
                bench.madeAnew()
                                && !tested.start().process().isWholeRun()
                                && tested.alone().isEmpty()
                        ? threads
                        : 1,
                spec.commandLine().getOut());
        ExitCode exit = ExitCode.OK;
        for (ZoneId each : zones) {
            Path folder = zones.size() == 1 ? out : TestRun.folder(out, each);
            exit = exit.orWorse(run(
                    run,
                    catalogue,
                    folder,
                    zones.size() == 1 && zone.isEmpty() ? Optional.empty() : Optional.of(each),
                    each));
        }
        return exit.code();
    }

    private ExitCode run(TestRun run, FeatureCatalogue catalogue, Path folder, Optional<ZoneId> named, ZoneId each) {
        Optional<Selection> selection = part.of(
                Selection.of(catalogue, everything() ? tags : Optional.of(Selection.WITHOUT_VECTORS), scenarios),
                folder);
        if (selection.isEmpty()) {
            spec.commandLine().getOut().println("nothing failed in the last run of " + folder + "      exit 0");
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
        Set<UserPort> ports = run.ports(selection.get());
        new Doctor(run.rig(), Machine.here()).quick(ports, folder).requireFit();
        try {
            return run.in(each, named, selection.get(), folder, everything());
        } catch (IOException e) {
            throw RigBroken.of(
                    "--out " + folder + ": cannot be written (" + e + "); choose a directory of your own", e);
        }
    }

    /** Whether the vectors are selected from too. */
    private boolean everything() {
        return vectors || tags.isPresent() || !scenarios.isEmpty() || part.lastFailed();
    }

    private List<ZoneId> zones(CemsSpec tested) {
        return zone.map(name -> {
                    if (!ZoneId.getAvailableZoneIds().contains(name)) {
                        throw InputException.at(
                                "--time-zone",
                                Quoted.of(name) + " is no time zone; write a name like UTC or Europe/Brussels");
                    }
                    return List.of(ZoneId.of(name));
                })
                .orElseGet(() -> tested.start().zones());
    }

    private KnownFailures known(FeatureCatalogue catalogue, LocalDate day) {
        KnownFailures failures =
                known.map(file -> KnownFailures.read(file, day)).orElse(KnownFailures.none());
        failures.unmatched(catalogue.ids()).forEach(id -> {
            throw InputException.at(
                    known.orElseThrow().toString(),
                    "'" + id + "' is no scenario; " + new Near(id).question(catalogue.ids())
                            + "correct it or take it off the list");
        });
        return failures;
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
}
