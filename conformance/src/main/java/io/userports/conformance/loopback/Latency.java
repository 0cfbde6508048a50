package io.userports.conformance.loopback;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.HdrHistogram.Histogram;

/**
 * How long octets are on their way: from the call that hands the first one of a piece to the system, to the return of the
 * call that reads it at the far end. Jitter is the difference of two such times that follow each other.
 *
 * <p>One thread tells what leaves, another what has come in.
 */
final class Latency {
    private static final int DIGITS = 3;

    /** More than a minute of pieces; what is older and never came has been lost. */
    private static final int MOST = 1 << 13;

    private record Mark(long octet, long nanos) {}

    private final Queue<Mark> marks = new ArrayBlockingQueue<>(MOST);
    private final Histogram latency = new Histogram(DIGITS);
    private final Histogram jitter = new Histogram(DIGITS);
    private long last = -1;

    /** The octet before which {@code octets} were sent leaves at {@code nanos}. */
    void leaves(long octets, long nanos) {
        Mark mark = new Mark(octets, nanos);
        while (!marks.offer(mark)) {
            marks.poll();
        }
    }

    /** Of the octets that were sent, all before number {@code octets} were there at {@code nanos}. */
    void arrived(long octets, long nanos) {
        for (Mark mark = marks.peek(); mark != null && mark.octet < octets; mark = marks.peek()) {
            if (!marks.remove(mark)) {
                continue;
            }
            long time = Math.max(0, nanos - mark.nanos);
            latency.recordValue(time);
            if (last >= 0) {
                jitter.recordValue(Math.abs(time - last));
            }
            last = time;
        }
    }

    Optional<Spread> latency() {
        return spread(latency);
    }

    Optional<Spread> jitter() {
        return spread(jitter);
    }

    private static Optional<Spread> spread(Histogram times) {
        return times.getTotalCount() == 0 ? Optional.empty() : Optional.of(Spread.of(times));
    }
}
