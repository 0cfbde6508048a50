package io.userports.link;

import io.userports.yaml.InputException;
import java.time.Duration;

/** How fast simulated time passes: as it is, some times faster, or as fast as the links take it. */
public final class TimeScale {
    /** A simulated second takes a second. */
    public static final TimeScale REAL_TIME = new TimeScale(1);
    /** No clock at all: the next unit follows when the link has taken the last one. */
    public static final TimeScale MAX = new TimeScale(0);

    /** Beyond it a second is shorter than the lateness of a thread that wakes up. */
    private static final int LARGEST = 1000;

    private final int factor;

    private TimeScale(int factor) {
        this.factor = factor;
    }

    /** {@return the scale in which {@code factor} simulated seconds take a second}; 1 to {@value #LARGEST}. */
    public static TimeScale times(int factor) {
        if (factor < 1 || factor > LARGEST) {
            throw new IllegalArgumentException("a time scale is from 1 to " + LARGEST + ", not " + factor);
        }
        return factor == 1 ? REAL_TIME : new TimeScale(factor);
    }

    /**
     * {@return the scale that {@code text} names: a whole number from 1 to {@value #LARGEST}, or {@code max}}
     *
     * @throws InputException when it is neither
     */
    public static TimeScale parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        if (text.matches("[0-9]{1,4}")) {
            int factor = Integer.parseInt(text);
            if (factor >= 1 && factor <= LARGEST) {
                return times(factor);
            }
        }
        throw InputException.of("'" + text + "' is not a time scale; allowed: whole numbers from 1 (real time) to "
                + LARGEST + ", or max (as fast as the link takes it)");
    }

    /** {@return whether there is no clock} */
    public boolean isMax() {
        return factor == 0;
    }

    /** {@return how many real nanoseconds {@code simulated} takes; 0 when there is no clock} */
    public long nanosOf(Duration simulated) {
        return isMax() ? 0 : simulated.toNanos() / factor;
    }

    /** {@return how much simulated time passes in {@code nanos} real nanoseconds; none when there is no clock} */
    public Duration simulatedIn(long nanos) {
        return Duration.ofNanos(Math.multiplyExact(nanos, factor));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeScale that && that.factor == factor;
    }

    @Override
    public int hashCode() {
        return factor;
    }

    @Override
    public String toString() {
        return isMax() ? "max" : Integer.toString(factor);
    }
}
