package io.userports.conformance.doctor;

import java.util.Locale;

/**
 * What the clock is like by which meters are paced.
 *
 * @param stepNanos the smallest step it was seen to make
 * @param aheadMillis how far the clock of the day ran ahead of it within a second; negative: behind
 */
public record MonotonicClock(long stepNanos, long aheadMillis) {
    /** A sample of S1 lasts four times as long at 2600 Hz. */
    private static final long COARSE_NANOS = 100_000;

    /** Clocks that are steered differ by 0.5 ms a second at most; the rest is how coarse one of them is. */
    private static final long APART_MILLIS = 20;

    private static final int LOOKS = 1000;

    /** {@return that of this machine, seen while {@code something} is done that takes about a second} */
    static MonotonicClock during(Runnable something) {
        long wall = System.currentTimeMillis();
        long start = System.nanoTime();
        something.run();
        long nanos = System.nanoTime() - start;
        return new MonotonicClock(smallestStep(), System.currentTimeMillis() - wall - nanos / 1_000_000);
    }

    private static long smallestStep() {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            long before = System.nanoTime();
            long after = System.nanoTime();
            while (after == before) {
                after = System.nanoTime();
            }
            smallest = Math.min(smallest, after - before);
        }
        return smallest;
    }

    /** {@return whether that will do} */
    Result result() {
        String found = String.format(
                Locale.ROOT,
                "steps of %d ns, %d ms apart from the clock of the day in a second",
                stepNanos,
                aheadMillis);
        if (stepNanos <= 0 || stepNanos > COARSE_NANOS) {
            return new Result.Finding(
                    found + ": too coarse for samples of S1, or not monotonic",
                    "take another clock source (/sys/devices/system/clocksource), or another machine");
        }
        if (Math.abs(aheadMillis) > APART_MILLIS) {
            return new Result.Note(
                    found + ": one of them is being set, or the machine slept",
                    "wait until its time service has settled; dates in the evidence come from the clock of the day");
        }
        return new Result.Fine(found);
    }
}
