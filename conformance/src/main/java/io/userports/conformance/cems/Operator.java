package io.userports.conformance.cems;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import java.time.Duration;
import java.util.Optional;

/**
 * A person at the terminal, who looks at what the CEMS displays and is asked for it.
 *
 * @param within the longest that is waited for one answer; 60 s when left out
 */
public record Operator(Amount within) implements Observe.Place {
    private static final long LEAST_MILLIS = 1000;
    private static final long MOST_MILLIS = 3_600_000;

    public Operator {
        within = within == null ? Amount.parse("60 s") : within;
        long millis = KeyException.at("within", within::milliseconds);
        if (millis < LEAST_MILLIS || millis > MOST_MILLIS) {
            throw KeyException.of("within", "'" + within + "' is not 1 s to 1 h");
        }
    }

    @Override
    public String name() {
        return "the operator";
    }

    @Override
    public Optional<String> fixed() {
        return Optional.of("observe.operator asks a person");
    }

    /** {@return the longest that is waited for one answer} */
    public Duration patience() {
        return Duration.ofMillis(within.milliseconds());
    }
}
