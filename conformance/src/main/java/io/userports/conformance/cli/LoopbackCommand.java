package io.userports.conformance.cli;

import io.userports.cli.Terminal;
import io.userports.conformance.check.Printable;
import io.userports.conformance.loopback.Conclusion;
import io.userports.conformance.loopback.Content;
import io.userports.conformance.loopback.Goal;
import io.userports.conformance.loopback.LoopFile;
import io.userports.conformance.loopback.LoopResult;
import io.userports.conformance.loopback.LoopTable;
import io.userports.conformance.loopback.Loopback;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.rig.RigPort;
import io.userports.fault.Disturbances;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code userports loopback}: a bit error ratio test over a looped port. */
@Command(
        name = "loopback",
        description = "Sends octets out of a port whose line comes back to this machine, and counts what is wrong with"
                + " them when they come in again.",
        footer = {
            "",
            "Exit: 0 the bound holds, or without --ber nothing was wrong; 2 too few bits to tell; 3 the line is worse,",
            "      loses octets, or does not come back; 64 wrong usage. More: docs/loopback.md."
        },
        mixinStandardHelpOptions = true)
public final class LoopbackCommand implements Callable<Integer> {
    private static final Duration USUAL = Duration.ofSeconds(60);
    /** More than any bit error ratio of a line, less than which nothing ends in a human life. */
    private static final double HIGHEST = 0.1;

    private static final double LOWEST = 1e-15;
    /** Slower than any S1, to find what a cable bears. */
    private static final int SLOWEST_LINE = 9600;

    private static final int FASTEST_LINE = 12_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RIG", description = "virtual, tcp, another built-in rig, or a YAML file")
    private String rig;

    @Option(
            names = "--port",
            paramLabel = "p1|s1",
            description = "Which port of the rig; s1 unless given, or p1 where the rig has no S1.")
    private Optional<UserPort> port;

    @Option(
            names = "--pattern",
            paramLabel = "NAME",
            defaultValue = Content.TELEGRAMS,
            description =
                    "What is sent: prbs15, prbs31 (ITU-T O.150), worst-case, or telegrams of the port at their real"
                            + " rate; ${DEFAULT-VALUE} unless given.")
    private String pattern;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "How often S1 samples where telegrams are sent, as in emulate: 2600, 52/period, fastest.")
    private Optional<String> rate;

    @Option(
            names = "--bit-rate",
            paramLabel = "BITS",
            description = "Bits a second on S1, 9600 to 12000000; as the rig says unless given.")
    private Optional<Long> bitRate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "How long octets are sent, like 60s or 12h; 60 s unless --ber is given, and with it at most.")
    private Optional<String> duration;

    @Option(
            names = "--ber",
            paramLabel = "RATIO",
            description =
                    "Ends as soon as the bit error ratio is shown to be at most RATIO, like 1e-9, or to be worse.")
    private Optional<String> ber;

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "With which confidence, 0.5 to 0.999999; ${DEFAULT-VALUE} unless given.")
    private String confidence;

    @Option(
            names = "--fault",
            paramLabel = "NAME[:KEY=VALUE,...]",
            description = "What is wrong with the line on purpose, as in emulate, like bit-flip:rate=1e-4.")
    private List<String> faults = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Where the chance of faults and telegrams comes from: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Where the result is written as JSON too.")
    private Optional<Path> json;

    @Override
    public Integer call() {
        Loopback loopback = loopback();
        Goal goal = goal();
        json.ifPresent(JsonResult::prepare);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Printable.of(
                "loopback of " + loopback.port() + " on " + loopback.there().link() + ": " + loopback.content() + " at "
                        + loopback.rate().bitsPerSecond() + " bit/s, seed " + seed));
        out.flush();
        ProgressLine progress = new ProgressLine(out, Terminal.isThere());
        try (Ending ending = Ending.awaited()) {
            LoopResult result;
            try {
                result = loopback.run(goal, progress, ending::isWanted);
            } finally {
                progress.end();
            }
            Conclusion conclusion = Conclusion.of(result);
            json.ifPresent(file ->
                    JsonResult.write(file, LoopFile.of(result, conclusion).text()));
            LoopTable.lines(result).forEach(out::println);
            out.println(Printable.of(conclusion.sentence())
                    + (result.stopped() ? "" : "      exit " + conclusion.exit().code()));
            out.flush();
            return conclusion.exit().code();
        }
    }

    private Loopback loopback() {
        Rig bench = Rig.of(rig);
        UserPort chosen = port.orElseGet(() -> bench.s1().isPresent() ? UserPort.S1 : UserPort.P1);
        RigPort there = bench.port(chosen)
                .orElseThrow(() -> InputException.at("--port", "'s1' is no port of this rig; it has p1 only"));
        LineRate line = bitRate.map(bits -> line(chosen, bits)).orElse(there.rate());
        Loopback loopback = new Loopback(
                rig, chosen, there, line, content(chosen), bench.faults().and(faults(chosen)), seed);
        // What cannot be is said before any port is opened.
        try {
            loopback.check();
        } catch (IllegalArgumentException e) {
            throw InputException.at(bitRate.isPresent() && rate.isEmpty() ? "--bit-rate" : "--rate", e.getMessage());
        }
        return loopback;
    }

    private Content content(UserPort chosen) {
        if (!pattern.equals(Content.TELEGRAMS)) {
            rate.ifPresent(text -> {
                throw InputException.at(
                        "--rate", Quoted.of(text) + " concerns telegrams, and " + pattern + " is sent; leave one out");
            });
            return at("--pattern", () -> new Content.OfPattern(pattern));
        }
        if (chosen == UserPort.P1 && rate.isPresent()) {
            throw InputException.at(
                    "--rate", Quoted.of(rate.get()) + " concerns S1; P1 has a telegram a second, leave it out");
        }
        return new Content.OfTelegrams(rate.map(text -> at("--rate", () -> Sampling.parse(text))));
    }

    private static LineRate line(UserPort chosen, long bits) {
        if (chosen == UserPort.P1 && bits != LineRate.P1.bitsPerSecond()) {
            throw InputException.at("--bit-rate", "'" + bits + "' is not 115200; P1 has no other (DSMR 5.0.2 P1 §6)");
        }
        if (bits < SLOWEST_LINE || bits > FASTEST_LINE) {
            throw InputException.at("--bit-rate", "'" + bits + "' is not " + SLOWEST_LINE + " to " + FASTEST_LINE);
        }
        return new LineRate((int) bits);
    }

    private Disturbances faults(UserPort chosen) {
        Disturbances all = Disturbances.NONE;
        for (String text : faults) {
            Disturbances more = at("--fault " + text, () -> Disturbances.parse(text));
            if (!more.ports().contains(chosen)) {
                throw InputException.at(
                        "--fault " + text, "strikes " + more.ports().get(0) + " only, and the loop is of " + chosen);
            }
            all = all.and(more);
        }
        return all;
    }

    private Goal goal() {
        double sure = number("--confidence", confidence, 0.5, 0.999999);
        Optional<Duration> time = duration.map(LoopbackCommand::time);
        return ber.map(text -> Goal.of(number("--ber", text, LOWEST, HIGHEST), sure, time))
                .orElseGet(() -> Goal.of(time.orElse(USUAL), sure));
    }

    private static double number(String option, String text, double least, double most) {
        if (text.matches("[0-9]*\\.?[0-9]+([eE]-?[0-9]{1,3})?")) {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw InputException.at(option, Quoted.of(text) + " is not a number from " + least + " to " + most);
    }

    private static Duration time(String text) {
        if (text.matches("[0-9]{1,9} ?(ms|s|min|h)")) {
            long milliseconds =
                    Amount.parse(text.replaceFirst("(?<=[0-9])(?=[a-z])", " ")).milliseconds();
            if (milliseconds > 0) {
                return Duration.ofMillis(milliseconds);
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
}
