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
import java.util.Optional;
import java.util.function.Function;

/**
 * One meter, one CEMS and the wire between them: as they run, or as they were recorded.
 *
 * <p>Whoever asks the same questions of a recording gets the same answers: each is asked at a {@link Moment} that was
 * written down.
 */
interface Stage extends AutoCloseable {
    /** {@return what does not change} */
    Setting setting();

    /** {@return what left; only the entries up to a moment may be looked at} */
    Ledger ledger();

    /** {@return what was observed; only what was observed up to a moment may be looked at} */
    Observations observations();

    /** {@return how far everything has come now} */
    Moment moment();

    /**
     * {@return the first answer that {@code question} gives before {@code deadlineNanos}}
     *
     * @param pause how long not to ask again, even if there is something new
     */
    <T> Optional<T> await(long deadlineNanos, Duration pause, Function<Moment, Optional<T>> question);

    /** {@return the simulated instant from which {@code command} is in effect} */
    Instant tell(Command command);

    /** Returns when a CEMS that must be asked has shown {@code quantities}, in that order. */
    void ask(List<Quantity> quantities);

    /** Returns when it has shown whether it presents what it reads from {@code ports} as current. */
    void askWhetherCurrent(Collection<UserPort> ports);

    /** Returns when another device on {@code port} has done {@code deed}, which says in words what it was. */
    void neighbour(UserPort port, Function<Neighbour, String> deed);

    /** {@return the last lines that the CEMS wrote for people} */
    List<String> lastWords();

    @Override
    void close();
}
