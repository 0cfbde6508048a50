package io.userports.cli;

import io.userports.fault.Disturbances;
import io.userports.grid.Profile;
import io.userports.link.DataRequest;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.link.LinkSpec;
import io.userports.link.Outlet;
import io.userports.link.Player;
import io.userports.link.Playing;
import io.userports.link.TimeScale;
import io.userports.meter.Meter;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code userports emulate}: a meter that sends real telegrams. */
@Command(
        name = "emulate",
        description =
                "Emulates a meter with its two user ports: a telegram a second on P1, thousands of samples a second on S1.",
        mixinStandardHelpOptions = true)
public final class EmulateCommand implements Callable<Integer> {
    /** Enough for the lateness that is shown; a run may last for weeks. */
    private static final int KEPT = 1000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            defaultValue = "three-phase",
            description = "The household: single-phase, three-phase, delta, prosumer, second-generation,"
                    + " steady-single-phase, steady-star, steady-delta, stress, or a YAML file;"
                    + " ${DEFAULT-VALUE} unless given.")
    private String profile;

    @Option(
            names = "--p1",
            paramLabel = "LINK",
            description =
                    "Where P1 leaves: pty, pty:PATH, tcp:PORT, tcp:HOST:PORT, rfc2217:PORT, rfc2217:HOST:PORT, serial:DEVICE,"
                            + " serial:rfc2217://HOST:PORT, file:PATH (appended), - (standard output); several times for"
                            + " several readers. Only the ports that are given are emulated; both on a pty when none is.")
    private List<String> p1 = List.of();

    @Option(
            names = "--data-request",
            paramLabel = "LINE",
            description = "By which line readers ask for telegrams of P1: none, cts or dsr of a serial device or of"
                    + " rfc2217, open of a pty; none unless given. While it is not asserted nothing leaves.")
    private Optional<String> dataRequest;

    @Option(names = "--s1", paramLabel = "LINK", description = "Where S1 leaves, as --p1.")
    private List<String> s1 = List.of();

    @Mixin
    private SampleOptions samples = new SampleOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private FaultOption faults = new FaultOption();

    @Override
    public Integer call() {
        TimeScale scale = run.scale();
        List<Place> places = places();
        LineRate sampleLine = samples.line();
        DataRequest request = request(places);
        Set<UserPort> ports = places.stream().map(Place::port).collect(Collectors.toSet());
        Meter meter = meter(ports.contains(UserPort.S1));
        Disturbances disturbances = faults.on(ports);
        if (!disturbances.list().isEmpty()) {
            OptionText.at("--fault", () -> meter.tell(new io.userports.meter.Command.Disturb(disturbances)));
        }
        boolean ownOutput = places.stream().anyMatch(place -> place.link() instanceof LinkSpec.Stdout);
        PrintWriter words =
                ownOutput ? spec.commandLine().getErr() : spec.commandLine().getOut();
        boolean terminal = Terminal.isThere() && !ownOutput;
        FaultLines struck = new FaultLines(words, terminal);
        List<Outlet> outlets = new ArrayList<>();
        InterruptionLines interrupted = new InterruptionLines(words, terminal, outlets);
        Player player = Player.of(scale);
        AtomicReference<Optional<StatusLine>> status = new AtomicReference<>(Optional.empty());
        Runnable end = () -> {
            player.close();
            struck.last();
            interrupted.print();
            status.get().ifPresent(StatusLine::last);
            outlets.forEach(outlet -> outlet.link().close());
        };
        Thread hook = new Thread(end, "userports ends");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            for (Place place : places) {
                Link link = place.port() == UserPort.P1
                        ? open(place.port(), place.link(), LineRate.P1, request)
                        : open(place.port(), place.link(), sampleLine, DataRequest.NONE);
                outlets.add(new Outlet(place.port(), link, ledger(outlets, place, struck)));
            }
            outlets.forEach(
                    outlet -> words.println(outlet.port() + " " + outlet.link().address()));
            words.flush();
            Playing playing = player.play(meter, outlets);
            StatusLine line = new StatusLine(words, terminal, !scale.isMax(), outlets, playing);
            status.set(Optional.of(line));
            new Watch(playing, line, struck, interrupted).untilTheEnd();
        } catch (RuntimeException e) {
            // Once the process is ending, what breaks is what has been closed.
            if (hook.getState() == Thread.State.NEW && !(ownOutput && readerLeft(e))) {
                throw e;
            }
        } finally {
            end.run();
            forget(hook);
        }
        return 0;
    }

    /** Where a port shall leave. */
    private record Place(UserPort port, LinkSpec link) {}

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        p1.forEach(text -> place(places, UserPort.P1, "--p1", text));
        s1.forEach(text -> place(places, UserPort.S1, "--s1", text));
        if (places.isEmpty()) {
            places.add(new Place(UserPort.P1, LinkSpec.parse("pty")));
            places.add(new Place(UserPort.S1, LinkSpec.parse("pty")));
        }
        if (places.stream().noneMatch(place -> place.port() == UserPort.S1)) {
            samples.refuse();
        }
        return places;
    }

    private static void place(List<Place> places, UserPort port, String option, String text) {
        LinkSpec link = OptionText.at(option, () -> LinkSpec.parse(text));
        places.stream()
                .filter(place -> place.link().equals(link) && !link.isMadeAnew())
                .findFirst()
                .ifPresent(place -> {
                    throw InputException.at(
                            option,
                            Quoted.of(link.toString()) + " is where " + place.port() + " leaves"
                                    + (place.port() == port ? " already" : "") + "; give each its own link");
                });
        places.add(new Place(port, link));
    }

    /** Faults are told of once a port; what its further readers miss is noted for each of them. */
    private static Ledger ledger(List<Outlet> before, Place place, FaultLines struck) {
        boolean first = before.stream().noneMatch(outlet -> outlet.port() == place.port());
        Ledger ledger = Ledger.keeping(KEPT);
        return first ? ledger.tellingOfFaults(struck) : ledger;
    }

    /** Whoever reads a pipe may stop when they have enough, as {@code head} does. */
    private static boolean readerLeft(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause().getCause();
        return cause instanceof IOException && "Broken pipe".equals(cause.getMessage());
    }

    private Meter meter(boolean sampled) {
        Profile household = Profile.of(profile);
        Meter plain = run.meter(household);
        return run.bounded(sampled ? plain.withS1(samples.settings(profile, household)) : plain, household);
    }

    private DataRequest request(List<Place> places) {
        DataRequest request = dataRequest
                .map(text -> OptionText.at("--data-request", () -> DataRequest.valueOf(text)))
                .orElse(DataRequest.NONE);
        if (request.isWired()) {
            List<LinkSpec> specs = places.stream()
                    .filter(place -> place.port() == UserPort.P1)
                    .map(Place::link)
                    .toList();
            if (specs.isEmpty()) {
                throw InputException.at("--data-request", "is a line of P1, which is not emulated; add --p1");
            }
            specs.stream()
                    .filter(spec -> !spec.requestLines().contains(request.line()))
                    .findFirst()
                    .ifPresent(spec -> {
                        throw InputException.at("--data-request", spec.refusal(request));
                    });
        }
        return request;
    }

    private static Link open(UserPort port, LinkSpec spec, LineRate rate, DataRequest request) {
        try {
            return spec.open(rate, request);
        } catch (LinkException e) {
            throw Watch.said(port, e);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }
}
