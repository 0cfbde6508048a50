package io.userports.cli;

import io.userports.grid.Household;
import io.userports.grid.Profile;
import io.userports.link.TimeScale;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code emulate} that say from when to when, how fast and with what chance a meter runs. */
final class RunOptions {
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

    /** {@return how fast it runs} */
    TimeScale scale() {
        return OptionText.at("--time-scale", () -> TimeScale.parse(timeScale));
    }

    /** {@return the meter of {@code profile}, which runs for ever} */
    Meter meter(Profile profile) {
        long chance = seed.orElse(profile.seed());
        Consent given =
                switch (consent) {
                    case "on" -> Consent.GIVEN;
                    case "off" -> Consent.WITHHELD;
                    default -> throw InputException.at("--consent", Quoted.of(consent) + " is neither on nor off");
                };
        Household home = Household.of(profile, chance);
        return Meter.of(home, home.at(begin(profile)), chance, given);
    }

    /** {@return {@code meter}, which ends when it is asked to} */
    Meter bounded(Meter meter, Profile profile) {
        return duration.map(text -> meter.until(begin(profile).plusMillis(milliseconds(text))))
                .orElse(meter);
    }

    private Instant begin(Profile profile) {
        return start.map(text -> OptionText.at("--start", () -> Profile.instant(text)))
                .orElse(profile.startInstant());
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
}
