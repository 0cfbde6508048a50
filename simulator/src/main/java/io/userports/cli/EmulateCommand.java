package io.userports.cli;

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
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code userports emulate}: a meter that sends real telegrams. */
@Command(
        name = "emulate",
        description = "Emulates a meter: a telegram a second on a virtual or a real port.",
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
            defaultValue = "pty",
            description =
                    "Where P1 leaves: pty, pty:PATH, tcp:PORT, tcp:HOST:PORT, serial:DEVICE, file:PATH, - (standard"
                            + " output); ${DEFAULT-VALUE} unless given.")
    private String p1;

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

    @Override
    public Integer call() {
        TimeScale scale = at("--time-scale", () -> TimeScale.parse(timeScale));
        LinkSpec linkSpec = at("--p1", () -> LinkSpec.parse(p1));
        Meter meter = meter();
        Ledger ledger = Ledger.keeping(KEPT);
        boolean ownOutput = linkSpec instanceof LinkSpec.Stdout;
        PrintWriter words =
                ownOutput ? spec.commandLine().getErr() : spec.commandLine().getOut();
        Link link = linkSpec.open(LineRate.P1);
        Player player = Player.of(scale);
        Runnable end = () -> {
            player.close();
            link.close();
        };
        Thread hook = new Thread(end, "userports ends");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            words.println("P1 " + link.address());
            words.flush();
            Playing playing = player.play(meter, Map.of(UserPort.P1, link), ledger);
            watch(playing, new StatusLine(words, Terminal.isThere() && !ownOutput), ledger);
        } catch (LinkException e) {
            if (!ownOutput || !readerLeft(e)) {
                throw e;
            }
        } finally {
            end.run();
            forget(hook);
        }
        return 0;
    }

    /** Whoever reads a pipe may stop when they have enough, as {@code head} does. */
    private static boolean readerLeft(LinkException e) {
        return e.getCause() instanceof IOException cause && "Broken pipe".equals(cause.getMessage());
    }

    private Meter meter() {
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
        Meter meter = Meter.of(home, home.at(begin), chance, given);
        return duration.map(text -> meter.until(begin.plusMillis(milliseconds(text))))
                .orElse(meter);
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

    private static <T> T at(String option, java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | InputException e) {
            throw InputException.at(option, e.getMessage());
        }
    }

    private static void watch(Playing playing, StatusLine status, Ledger ledger) {
        while (true) {
            try {
                playing.done().get(1, TimeUnit.SECONDS);
                status.last(playing, ledger);
                return;
            } catch (TimeoutException e) {
                status.draw(playing, ledger);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
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
