package io.userports.conformance.loopback;

import io.userports.fault.Disturbances;
import io.userports.s1.Sampling;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is sent round the loop. */
public sealed interface Content {
    /** The patterns by their names. */
    Map<String, Pattern> PATTERNS =
            Map.of("prbs15", Prbs.PRBS15, "prbs31", Prbs.PRBS31, "worst-case", WorstCase.PATTERN);

    /** What no pattern is named for. */
    String TELEGRAMS = "telegrams";

    /**
     * Octets of a pattern without a pause.
     *
     * @param name as people write it
     */
    record OfPattern(String name) implements Content {
        /** Complains about a name that is none. */
        public OfPattern {
            if (!PATTERNS.containsKey(name)) {
                throw InputException.of(Quoted.of(name) + " is no pattern; allowed: "
                        + Stream.concat(Stream.of(TELEGRAMS), PATTERNS.keySet().stream())
                                .sorted()
                                .collect(Collectors.joining(", ")));
            }
        }

        @Override
        public Feed feed(UserPort port, LineRate rate, Disturbances faults, long seed) {
            return new PatternFeed(PATTERNS.get(name), port, rate, faults, seed);
        }

        @Override
        public Checker checker(UserPort port) {
            return new PatternChecker(PATTERNS.get(name));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Telegrams of a meter at their real rate.
     *
     * @param sampling how often S1 samples; as its household says when empty
     */
    record OfTelegrams(Optional<Sampling> sampling) implements Content {
        @Override
        public Feed feed(UserPort port, LineRate rate, Disturbances faults, long seed) {
            return TelegramFeed.of(port, rate, sampling, faults, seed);
        }

        @Override
        public Checker checker(UserPort port) {
            return new TelegramChecker(port);
        }

        @Override
        public String toString() {
            return TELEGRAMS + sampling.map(s -> " at " + s).orElse("");
        }
    }

    /** {@return what is sent of it on {@code port}, struck by {@code faults}} */
    Feed feed(UserPort port, LineRate rate, Disturbances faults, long seed);

    /** {@return who compares it when it comes in again} */
    Checker checker(UserPort port);
}
