package io.userports.conformance.doctor;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How late a thread wakes that has parked to absolute deadlines, as the one does that paces a meter.
 *
 * @param p50 at most so late woke half of the times
 * @param p99 at most so late woke all but one of a hundred
 * @param worst the latest
 */
public record Lateness(Duration p50, Duration p99, Duration worst) {
    /** How often batches of S1 leave. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** e-MUCS H 1.3 §4.2.3 gives a sample 10 ms to leave; it waits up to 5 ms for the rest of its batch. */
    private static final Duration S1 = Duration.ofMillis(5);

    /** What comes later may make a CEMS count a round of S1 numbers too many: such failures are INCONCLUSIVE. */
    private static final Duration S1_COUNTING = Duration.ofMillis(40);

    /** Half the period of P1: failures behind such a telegram are INCONCLUSIVE. */
    private static final Duration P1 = Duration.ofMillis(500);

    private static final String REMEDY = "end what else runs here, take fewer --jobs, or a machine with more cores";

    /** {@return that of this machine now, which takes a second} */
    static Lateness measure() {
        return measure(Duration.ofSeconds(1));
    }

    static Lateness measure(Duration time) {
        long[] late = new long[Math.toIntExact(time.toNanos() / STEP_NANOS)];
        long start = System.nanoTime();
        for (int i = 0; i < late.length; i++) {
            long deadline = start + (i + 1) * STEP_NANOS;
            long left = deadline - System.nanoTime();
            while (left > 0) {
                LockSupport.parkNanos(left);
                left = deadline - System.nanoTime();
            }
            late[i] = -left;
        }
        return of(late);
    }

    /** {@return what these figures, in nanoseconds, come to} */
    static Lateness of(long... late) {
        long[] sorted = late.clone();
        Arrays.sort(sorted);
        return new Lateness(
                Duration.ofNanos(sorted[(sorted.length - 1) / 2]),
                Duration.ofNanos(sorted[(sorted.length - 1) * 99 / 100]),
                Duration.ofNanos(sorted[sorted.length - 1]));
    }

    /**
     * {@return whether that will do}
     *
     * @param sampled whether the rig has S1
     * @param real whether that leaves by a line, where nothing makes up for what is late
     */
    Result result(boolean sampled, boolean real) {
        if (worst.compareTo(P1) >= 0) {
            return new Result.Finding(
                    this + ": a telegram of P1 that is 500 ms late makes failures INCONCLUSIVE", REMEDY);
        }
        if (sampled && p99.compareTo(S1) > 0) {
            String found =
                    this + ": more than one of a hundred batches of S1 leaves later than the 10 ms of e-MUCS H 1.3";
            return real ? new Result.Finding(found, REMEDY) : new Result.Note(found, REMEDY);
        }
        if (sampled && worst.compareTo(S1_COUNTING) >= 0) {
            return new Result.Note(
                    this + ": samples of S1 that are 40 ms late make failures in counting INCONCLUSIVE", REMEDY);
        }
        return new Result.Fine(toString());
    }

    @Override
    public String toString() {
        return "p50 " + millis(p50) + ", p99 " + millis(p99) + ", worst " + millis(worst) + " ms late";
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e6);
    }
}
