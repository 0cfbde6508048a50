package io.userports.conformance.bench;

import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Quantity;
import io.userports.link.Ledger;
import io.userports.meter.Command;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A stage on which everything happens again as it was recorded, in no time. */
final class RecordedStage implements Stage {
    private final Iterator<Step> steps;
    private final Ledger ledger;
    private final Observations observations = new Observations();
    private final Setting setting;

    private RecordedStage(Recording recording) {
        steps = recording.steps().iterator();
        ledger = Ledger.of(recording.entries());
        recording.observations().forEach(s -> observations.add(s.nanos(), s.observation()));
        setting = next(Step.Began.class).setting();
    }

    static RecordedStage of(Recording recording) {
        return new RecordedStage(recording);
    }

    @Override
    public Setting setting() {
        return setting;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public Moment moment() {
        return next(Step.Asked.class).moment();
    }

    @Override
    public <T> Optional<T> await(long deadlineNanos, Duration pause, Function<Moment, Optional<T>> question) {
        return question.apply(moment());
    }

    @Override
    public Instant tell(Command command) {
        return next(Step.Told.class).mark();
    }

    @Override
    public void ask(List<Quantity> quantities) {
        next(Step.Answered.class);
    }

    @Override
    public void askWhetherCurrent(Collection<UserPort> ports) {
        next(Step.Answered.class);
    }

    @Override
    public void neighbour(UserPort port, Function<Neighbour, String> deed) {
        next(Step.Neighboured.class);
    }

    @Override
    public List<String> lastWords() {
        return next(Step.Heard.class).lastWords();
    }

    @Override
    public void close() {}

    /** Throws what stopped the scenario, if that came next. */
    private <T extends Step> T next(Class<T> type) {
        if (!steps.hasNext()) {
            throw new IllegalStateException(
                    "the recording ends where a step '" + type.getSimpleName() + "' is asked for");
        }
        Step step = steps.next();
        if (step instanceof Step.Stopped stopped) {
            throw stopped.error();
        }
        if (!type.isInstance(step)) {
            throw new IllegalStateException(
                    "the recording has " + step + " where a step '" + type.getSimpleName() + "' is asked for");
        }
        return type.cast(step);
    }
}
