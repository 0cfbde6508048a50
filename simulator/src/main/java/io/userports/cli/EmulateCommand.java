package io.userports.cli;

import io.userports.fault.Disturbances;
import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.LinkException;
import io.userports.link.LinkSpec;
import io.userports.link.Player;
import io.userports.link.Playing;
import io.userports.link.TimeScale;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
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

    /** What RS-422 carries (TIA/EIA-422). */
    private static final int FASTEST_LINE = 10_000_000;

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
                    "Where P1 leaves: pty, pty:PATH, tcp:PORT, tcp:HOST:PORT, serial:DEVICE, file:PATH (appended), -"
                            + " (standard output). Only the ports that are given are emulated; both on a pty when none is.")
    private Optional<String> p1;

    @Option(names = "--s1", paramLabel = "LINK", description = "Where S1 leaves, as --p1.")
    private Optional<String> s1;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description =
                    "How often S1 samples: a second, 2000 to 4200 in hundreds, like 2600; a period, 40/period to"
                            + " 80/period, like 52/period; or first-generation (52/period), slowest (2000), fastest (4000, on 2000000 bit/s). Else as the profile says.")
    private Optional<String> rate;

    @Option(
            names = "--bit-rate",
            paramLabel = "BITS",
            description = "Bits a second on S1: 1500000 (the brochure) or 2000000 (e-MUCS H 1.3, measured meters);"
                    + " 1500000 unless given.")
    private Optional<String> bitRate;

    @Option(
            names = "--s1-jitter",
            paramLabel = "MICROSECONDS",
            description = "How much earlier or later than due a batch of S1 may leave, 0 to 2499, 0 unless given; a"
                    + " measured meter had 28. A batch is what was sampled in 5 ms: its telegrams stray together; the"
                    + " spacing within it is not imitated on virtual ports.")
    private Optional<String> jitter;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "How long in simulated time, like 10s or 5min; for ever unless given.")
    private Optional<String> duration;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            description = "Where its time begins, like 2026-01-15T12:00:00+01:00; else as its profile says.")
    private Optional<String> start;

    @Option(names = "--seed", paramLabel = "N", description = "Where its noise comes from; else as its profile says.")
    private Optional<Long> seed;

    @Option(
            names = "--time-scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "So many times faster than real time, or max; ${DEFAULT-VALUE} unless given.")
    private String timeScale;

    @Option(
            names = "--consent",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "Whether the customer lets data out; ${DEFAULT-VALUE} unless given.")
    private String consent;

    @Option(
            names = "--fault",
            paramLabel = "NAME[:KEY=VALUE,...]",
            description =
                    "What is done to telegrams, like wrong-crc:every=10, bit-flip:rate=1e-4,port=p1 or m05; several"
                            + " strike in their order. userports faults lists them all.")
    private List<String> faults = List.of();

    @Override
    public Integer call() {
        TimeScale scale = at("--time-scale", () -> TimeScale.parse(timeScale));
        Map<UserPort, LinkSpec> specs = specs();
        LineRate sampleLine = bitRate.map(EmulateCommand::sampleLine).orElse(LineRate.S1);
        Meter meter = meter(sampleLine, specs.containsKey(UserPort.S1));
        Disturbances disturbances = disturbances(specs.keySet());
        if (!disturbances.list().isEmpty()) {
            at("--fault", () -> meter.tell(new io.userports.meter.Command.Disturb(disturbances)));
        }
        boolean ownOutput = specs.containsValue(new LinkSpec.Stdout());
        PrintWriter words =
                ownOutput ? spec.commandLine().getErr() : spec.commandLine().getOut();
        boolean terminal = Terminal.isThere() && !ownOutput;
        Ledger ledger = Ledger.keeping(KEPT).tellingOfFaults(new FaultLines(words, terminal));
        Map<UserPort, Link> links = new EnumMap<>(UserPort.class);
        Player player = Player.of(scale);
        AtomicReference<Optional<StatusLine>> status = new AtomicReference<>(Optional.empty());
        Runnable end = () -> {
            player.close();
            status.get().ifPresent(StatusLine::last);
            links.values().forEach(Link::close);
        };
        Thread hook = new Thread(end, "userports ends");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            specs.forEach(
                    (port, link) -> links.put(port, open(port, link, port == UserPort.P1 ? LineRate.P1 : sampleLine)));
            links.forEach((port, link) -> words.println(port + " " + link.address()));
            words.flush();
            Playing playing = player.play(meter, links, ledger);
            StatusLine line = new StatusLine(words, terminal, !scale.isMax(), links.keySet(), playing, ledger);
            status.set(Optional.of(line));
            watch(playing, line);
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
        p1.ifPresent(text -> specs.put(UserPort.P1, at("--p1", () -> LinkSpec.parse(text))));
        s1.ifPresent(text -> specs.put(UserPort.S1, at("--s1", () -> LinkSpec.parse(text))));
        if (specs.isEmpty()) {
            specs.put(UserPort.P1, LinkSpec.parse("pty"));
            specs.put(UserPort.S1, LinkSpec.parse("pty"));
        }
        LinkSpec one = specs.get(UserPort.P1);
        if (one != null && one.equals(specs.get(UserPort.S1)) && !one.isMadeAnew()) {
            throw InputException.at("--s1", Quoted.of(one.toString()) + " is where P1 leaves; give each its own link");
        }
        if (!specs.containsKey(UserPort.S1)) {
            refuse("--rate", rate);
            refuse("--bit-rate", bitRate);
            refuse("--s1-jitter", jitter);
        }
        return specs;
    }

    private Disturbances disturbances(Set<UserPort> ports) {
        Disturbances all = Disturbances.NONE;
        for (String text : faults) {
            Disturbances more = at("--fault " + text, () -> Disturbances.parse(text));
            if (more.ports().stream().noneMatch(ports::contains)) {
                throw InputException.at(
                        "--fault " + text,
                        "strikes " + more.ports() + " only, which is not emulated; give its link too");
            }
            all = all.and(more);
        }
        return all;
    }

    private static void refuse(String option, Optional<?> value) {
        if (value.isPresent()) {
            throw InputException.at(
                    option,
                    Quoted.of(value.get().toString()) + " concerns S1, which is not emulated; give --s1 LINK too");
        }
    }

    private static LineRate sampleLine(String text) {
        long bitsPerSecond = whole(text);
        if (bitsPerSecond < 1 || bitsPerSecond > FASTEST_LINE) {
            throw InputException.at(
                    "--bit-rate",
                    Quoted.of(text) + " is no bit rate of S1; allowed: 1 to " + FASTEST_LINE
                            + ", usual are 1500000 and 2000000");
        }
        return new LineRate((int) bitsPerSecond);
    }

    private static Duration jitter(String text) {
        long most = S1Settings.BATCH.dividedBy(2).toNanos() / 1000 - 1;
        long micros = whole(text);
        if (micros < 0 || micros > most) {
            throw InputException.at(
                    "--s1-jitter",
                    Quoted.of(text) + " is no jitter; allowed: 0 to " + most
                            + ", whole microseconds, less than half a batch");
        }
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    /** {@return the number, -1 if it is none or one too long for any option} */
    private static long whole(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    /** Whoever reads a pipe may stop when they have enough, as {@code head} does. */
    private static boolean readerLeft(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause().getCause();
        return cause instanceof IOException && "Broken pipe".equals(cause.getMessage());
    }

    private Meter meter(LineRate sampleLine, boolean sampled) {
        Profile household = Profile.of(profile);
        Instant begin =
                start.map(text -> at("--start", () -> Profile.instant(text))).orElse(household.startInstant());
        long chance = seed.orElse(household.seed());
        Consent given =
                switch (consent) {
                    case "on" -> Consent.GIVEN;
                    case "off" -> Consent.WITHHELD;
                    default -> throw InputException.at("--consent", Quoted.of(consent) + " is neither on nor off");
                };
        Household home = Household.of(household, chance);
        Meter plain = Meter.of(home, home.at(begin), chance, given);
        Meter meter = sampled ? plain.withS1(samples(household, sampleLine)) : plain;
        return duration.map(text -> meter.until(begin.plusMillis(milliseconds(text))))
                .orElse(meter);
    }

    private S1Settings samples(Profile household, LineRate line) {
        String asked = rate.isPresent() ? "--rate" : "profile " + profile + ": s1.sampling";
        Sampling sampling =
                at(asked, () -> Sampling.parse(rate.orElse(household.s1().sampling())));
        String where = rate.isEmpty() && bitRate.isPresent() ? "--bit-rate" : asked;
        S1Settings settings = at(where, () -> S1Settings.of(household, sampling, line));
        return settings.withPacing(
                S1Settings.BATCH, jitter.map(EmulateCommand::jitter).orElse(Duration.ZERO));
    }

    private static long milliseconds(String text) {
        if (text.matches("[0-9]{1,9} ?(ms|s|min|h)")) {
            long milliseconds =
                    Amount.parse(text.replaceFirst("(?<=[0-9])(?=[a-z])", " ")).milliseconds();
            if (milliseconds > 0) {
                return milliseconds;
            }
        }
        throw InputException.at("--duration", Quoted.of(text) + " is no time; write it like 10s, 5min or 2h");
    }

    private static <T> T at(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | InputException e) {
            throw InputException.at(option, e.getMessage());
        }
    }

    /** Until all has ended: a port that breaks ends the other one too, because nobody would notice it otherwise. */
    private static void watch(Playing playing, StatusLine status) {
        while (true) {
            try {
                playing.done().get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                if (playing.failure().isPresent()) {
                    throw broken(playing);
                }
                status.draw();
            } catch (ExecutionException e) {
                throw broken(playing);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static RuntimeException broken(Playing playing) {
        RuntimeException cause = playing.failure().orElseThrow();
        return cause instanceof LinkException link
                ? playing.brokenPort().map(port -> said(port, link)).orElse(link)
                : cause;
    }

    private static Link open(UserPort port, LinkSpec spec, LineRate rate) {
        try {
            return spec.open(rate);
        } catch (LinkException e) {
            throw said(port, e);
        }
    }

    private static LinkException said(UserPort port, LinkException e) {
        return LinkException.of(port + ": " + e.getMessage(), e);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }
}
