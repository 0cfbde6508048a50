package io.userports.conformance.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The one place that waits: for an answer, and no longer than it may take. */
public final class Waiting {
    private static final Duration INTERVAL = Duration.ofMillis(5);

    private Waiting() {}

    /** {@return the first answer that {@code question} gives before {@code deadlineNanos}; asked at least once} */
    public static <T> Optional<T> until(long deadlineNanos, Supplier<Optional<T>> question) {
        AtomicReference<Optional<T>> answer = new AtomicReference<>(question.get());
        long left = deadlineNanos - System.nanoTime();
        if (answer.get().isPresent() || left <= INTERVAL.toNanos()) {
            return answer.get();
        }
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(INTERVAL)
                    .pollInSameThread()
                    .atMost(Duration.ofNanos(left))
                    .until(() -> {
                        answer.set(question.get());
                        return answer.get().isPresent();
                    });
        } catch (ConditionTimeoutException e) {
            return question.get();
        }
        return answer.get();
    }
}
