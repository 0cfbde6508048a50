package io.userports.conformance.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One question, put again when something has left or was observed, and some time has passed; once more when nothing has
 * happened since for a pause of the CEMS; and at the end.
 */
final class Asking<T> {
    /** So near the end of a span the last answer counts. */
    private static final Duration THE_END = Duration.ofMillis(10);

    private final long deadlineNanos;
    private final long pauseNanos;
    private final long restNanos;
    private final Function<Moment, Optional<T>> question;
    private long known = -1;
    private long last;
    private boolean askedAtRest;

    /**
     * A question that is asked until {@code deadlineNanos}.
     *
     * @param pauseNanos how long not to ask again, even if there is something new
     * @param restNanos after how long without anything new it is asked once more
     */
    Asking(long deadlineNanos, long pauseNanos, long restNanos, Function<Moment, Optional<T>> question) {
        this.deadlineNanos = deadlineNanos;
        this.pauseNanos = pauseNanos;
        this.restNanos = restNanos;
        this.question = question;
        this.last = System.nanoTime() - pauseNanos;
    }

    /** {@return the answer at {@code now}, if it is put and has one; {@code asked} is told first that it is put} */
    Optional<T> ask(Moment now, Consumer<Moment> asked) {
        boolean halted = now.ended().isPresent() || now.broken().isPresent() || now.lost() > 0;
        boolean anew = now.entries() + now.observations() != known && now.nanos() - last >= pauseNanos;
        boolean rests = !askedAtRest && now.nanos() - last >= restNanos;
        if (!halted && !anew && !rests && deadlineNanos - now.nanos() > THE_END.toNanos()) {
            return Optional.empty();
        }
        askedAtRest = !anew && rests;
        known = now.entries() + now.observations();
        last = now.nanos();
        asked.accept(now);
        return question.apply(now);
    }
}
