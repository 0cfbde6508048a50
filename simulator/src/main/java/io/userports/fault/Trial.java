package io.userports.fault;

import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One telegram on which faults are tried before they strike others. */
final class Trial {
    /** A telegram that takes longer would keep its line from many others. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Emission sample;

    Trial(Emission sample) {
        this.sample = sample;
    }

    /** Complains when {@code fault} needs a whole telegram and one of those {@code before} it may leave none. */
    static void checkOrder(Fault fault, List<Fault> before) {
        if (fault.needsWhole()) {
            before.stream().filter(Fault::spoils).findFirst().ifPresent(spoiler -> {
                throw InputException.at(
                        fault.named(),
                        "it needs a whole telegram, and " + spoiler.named() + " before it may leave none; write "
                                + fault.named() + " first, or have them strike different telegrams (every, after)");
            });
        }
    }

    /** Complains when {@code fault} cannot strike what those {@code before} it leave. */
    void check(Fault fault, List<Fault> before) {
        checkOrder(fault, before);
        List<Emission> parts = List.of(sample);
        for (Fault one : before) {
            parts = left(one, parts);
        }
        Optional<IllegalArgumentException> refused = refusal(fault, parts);
        // What spoils a telegram may do so now and then only, and leave others as they are.
        if (refused.isPresent() && !fault.needsWhole()) {
            refused = refusal(fault, List.of(sample));
        }
        refused.ifPresent(e -> {
            throw InputException.at(fault.named(), e.getMessage(), e);
        });
        Duration last = Duration.between(
                sample.due(),
                left(fault, List.of(sample)).stream()
                        .map(Emission::due)
                        .reduce(sample.due(), (a, b) -> a.isAfter(b) ? a : b));
        if (last.compareTo(LONGEST) > 0) {
            throw InputException.at(
                    fault.named(),
                    "a telegram of " + sample.octets().length + " octets would take " + last.toSeconds()
                            + " s; at most " + LONGEST.toSeconds() + " s, so ask for fewer or shorter pauses");
        }
    }

    /** {@return why {@code fault} can strike none of {@code parts}; empty when it can} */
    private Optional<IllegalArgumentException> refusal(Fault fault, List<Emission> parts) {
        Optional<IllegalArgumentException> first = Optional.empty();
        for (Emission part : parts) {
            try {
                if (part.octets().length > 0) {
                    fault.strike(part, strike());
                    return Optional.empty();
                }
            } catch (IllegalArgumentException e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        return first;
    }

    private List<Emission> left(Fault fault, List<Emission> parts) {
        List<Emission> left = new ArrayList<>();
        for (Emission part : parts) {
            left.addAll(
                    refusal(fault, List.of(part)).isPresent() || part.octets().length == 0
                            ? List.of(part)
                            : fault.strike(part, strike()));
        }
        return left;
    }

    private Strike strike() {
        return Strike.first(new SplittableRandom(0), sample.port() == UserPort.P1 ? LineRate.P1 : LineRate.S1);
    }
}
