package io.userports.cli;

import io.userports.grid.Profile;
import io.userports.s1.S1Settings;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code emulate} that concern S1 alone. */
final class SampleOptions {
    /** What RS-422 carries (TIA/EIA-422). */
    private static final int FASTEST_LINE = 10_000_000;

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

    /** Complains about any that is given although S1 is not emulated. */
    void refuse() {
        refuse("--rate", rate);
        refuse("--bit-rate", bitRate);
        refuse("--s1-jitter", jitter);
    }

    /** {@return the rate of the line} */
    LineRate line() {
        return bitRate.map(SampleOptions::line).orElse(LineRate.S1);
    }

    /** {@return how {@code household}, the profile of that name, is sampled} */
    S1Settings settings(String profile, Profile household) {
        String asked = rate.isPresent() ? "--rate" : "profile " + profile + ": s1.sampling";
        Sampling sampling = OptionText.at(
                asked, () -> Sampling.parse(rate.orElse(household.s1().sampling())));
        String where = rate.isEmpty() && bitRate.isPresent() ? "--bit-rate" : asked;
        S1Settings settings = OptionText.at(where, () -> S1Settings.of(household, sampling, line()));
        return settings.withPacing(
                S1Settings.BATCH, jitter.map(SampleOptions::jitter).orElse(Duration.ZERO));
    }

    private static void refuse(String option, Optional<?> value) {
        if (value.isPresent()) {
            throw InputException.at(
                    option,
                    Quoted.of(value.get().toString()) + " concerns S1, which is not emulated; give --s1 LINK too");
        }
    }

    private static LineRate line(String text) {
        long bitsPerSecond = OptionText.whole(text);
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
        long micros = OptionText.whole(text);
        if (micros < 0 || micros > most) {
            throw InputException.at(
                    "--s1-jitter",
                    Quoted.of(text) + " is no jitter; allowed: 0 to " + most
                            + ", whole microseconds, less than half a batch");
        }
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
