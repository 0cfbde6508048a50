package io.userports.conformance.bench;

import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Quantity;
import io.userports.link.Ledger;
import io.userports.meter.Command;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A stage on which nothing moves any more: every moment is its last. */
record Standing(Setting setting, Ledger ledger, Moment moment, Observations observations) implements Stage {
    /** {@return one whose meter began at {@code start} and whose process did not run for {@code pause}} */
    static Standing at(Instant start, long startNanos, Ledger ledger, Duration pause, String address) {
        Map<UserPort, String> addresses = Map.of(UserPort.P1, address, UserPort.S1, address);
        Moment last = new Moment(
                System.nanoTime(), ledger.size(), 0, pause.toNanos(), 0, 0, Optional.empty(), Optional.empty());
        return new Standing(
                new Setting(start, startNanos, 1, true, 0, false, addresses), ledger, last, new Observations());
    }

    /** {@return the same, on which this was observed} */
    Standing showing(Observations.Stamped... all) {
        Observations shown = new Observations();
        List.of(all).forEach(s -> shown.add(s.nanos(), s.observation()));
        Moment last = new Moment(
                moment.nanos(),
                moment.entries(),
                all.length,
                moment.pauseNanos(),
                0,
                0,
                moment.ended(),
                moment.broken());
        return new Standing(setting, ledger, last, shown);
    }

    @Override
    public <T> Optional<T> await(long deadlineNanos, Duration pause, Function<Moment, Optional<T>> question) {
        return question.apply(moment);
    }

    @Override
    public Instant tell(Command command) {
        throw new IllegalStateException("nothing moves any more");
    }

    @Override
    public void neighbour(UserPort port, Function<Neighbour, String> deed) {}

    @Override
    public void ask(List<Quantity> quantities) {}

    @Override
    public void askWhetherCurrent(Collection<UserPort> ports) {}

    @Override
    public List<String> lastWords() {
        return List.of();
    }

    @Override
    public void close() {}
}
