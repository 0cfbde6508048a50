package io.userports.cli;

import io.userports.fault.Disturbances;
import io.userports.grid.Profile;
import io.userports.link.DataRequest;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.link.LinkSpec;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
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
                            + " serial:rfc2217://HOST:PORT, file:PATH (appended), - (standard output). Only the ports that are given are emulated; both on a pty when none is.")
    private Optional<String> p1;

    @Option(
            names = "--data-request",
            paramLabel = "LINE",
            description = "By which line readers ask for telegrams of P1: none, cts or dsr of a serial device or of"
                    + " rfc2217, open of a pty; none unless given. While it is not asserted nothing leaves.")
    private Optional<String> dataRequest;

    @Option(names = "--s1", paramLabel = "LINK", description = "Where S1 leaves, as --p1.")
    private Optional<String> s1;

    @Mixin
    private SampleOptions samples = new SampleOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private FaultOption faults = new FaultOption();

    @Override
    public Integer call() {
        TimeScale scale = run.scale();
        Map<UserPort, LinkSpec> specs = specs();
        LineRate sampleLine = samples.line();
        DataRequest request = request(specs);
        Meter meter = meter(specs.containsKey(UserPort.S1));
        Disturbances disturbances = faults.on(specs.keySet());
        if (!disturbances.list().isEmpty()) {
            OptionText.at("--fault", () -> meter.tell(new io.userports.meter.Command.Disturb(disturbances)));
        }
        boolean ownOutput = specs.containsValue(new LinkSpec.Stdout());
        PrintWriter words =
                ownOutput ? spec.commandLine().getErr() : spec.commandLine().getOut();
        boolean terminal = Terminal.isThere() && !ownOutput;
        FaultLines struck = new FaultLines(words, terminal);
        Ledger ledger = Ledger.keeping(KEPT).tellingOfFaults(struck);
        Map<UserPort, Link> links = new EnumMap<>(UserPort.class);
        InterruptionLines interrupted = new InterruptionLines(words, terminal, links);
        Player player = Player.of(scale);
        AtomicReference<Optional<StatusLine>> status = new AtomicReference<>(Optional.empty());
        Runnable end = () -> {
            player.close();
            struck.last();
            interrupted.print();
            status.get().ifPresent(StatusLine::last);
            links.values().forEach(Link::close);
        };
        Thread hook = new Thread(end, "userports ends");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            specs.forEach((port, link) -> links.put(
                    port,
                    port == UserPort.P1
                            ? open(port, link, LineRate.P1, request)
                            : open(port, link, sampleLine, DataRequest.NONE)));
            links.forEach((port, link) -> words.println(port + " " + link.address()));
            words.flush();
            Playing playing = player.play(meter, links, ledger);
            StatusLine line = new StatusLine(words, terminal, !scale.isMax(), links, playing, ledger);
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

    private Map<UserPort, LinkSpec> specs() {
        Map<UserPort, LinkSpec> specs = new EnumMap<>(UserPort.class);
        p1.ifPresent(text -> specs.put(UserPort.P1, OptionText.at("--p1", () -> LinkSpec.parse(text))));
        s1.ifPresent(text -> specs.put(UserPort.S1, OptionText.at("--s1", () -> LinkSpec.parse(text))));
        if (specs.isEmpty()) {
            specs.put(UserPort.P1, LinkSpec.parse("pty"));
            specs.put(UserPort.S1, LinkSpec.parse("pty"));
        }
        LinkSpec one = specs.get(UserPort.P1);
        if (one != null && one.equals(specs.get(UserPort.S1)) && !one.isMadeAnew()) {
            throw InputException.at("--s1", Quoted.of(one.toString()) + " is where P1 leaves; give each its own link");
        }
        if (!specs.containsKey(UserPort.S1)) {
            samples.refuse();
        }
        return specs;
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

    private DataRequest request(Map<UserPort, LinkSpec> specs) {
        DataRequest request = dataRequest
                .map(text -> OptionText.at("--data-request", () -> DataRequest.valueOf(text)))
                .orElse(DataRequest.NONE);
        if (request.isWired()) {
            LinkSpec spec = specs.get(UserPort.P1);
            if (spec == null) {
                throw InputException.at("--data-request", "is a line of P1, which is not emulated; add --p1");
            }
            if (!spec.requestLines().contains(request.line())) {
                throw InputException.at("--data-request", spec.refusal(request));
            }
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
