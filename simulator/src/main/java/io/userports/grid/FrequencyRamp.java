package io.userports.grid;

import java.time.Duration;
import java.time.Instant;

/**
 * A frequency of the network that moves evenly from one value to another and stays there.
 *
 * @param begin when it begins to move
 * @param from hertz at first, {@value #LEAST} to {@value #MOST}
 * @param to hertz in the end, {@value #LEAST} to {@value #MOST}
 * @param lasting how long it takes; zero for at once
 */
public record FrequencyRamp(Instant begin, double from, double to, Duration lasting) {
    /** What a network may have at the extremes (EN 50160). */
    public static final double LEAST = 47;

    public static final double MOST = 52;

    public FrequencyRamp {
        for (double hertz : new double[] {from, to}) {
            if (!(hertz >= LEAST && hertz <= MOST)) {
                throw new IllegalArgumentException(
                        hertz + " Hz is no frequency of a network; allowed: " + LEAST + " to " + MOST + " Hz");
            }
        }
        if (lasting.isNegative()) {
            throw new IllegalArgumentException("a ramp lasts " + lasting + "; allowed: nothing or more");
        }
    }

    /** {@return a frequency that is {@code hertz} from {@code begin} on} */
    public static FrequencyRamp jump(Instant begin, double hertz) {
        return new FrequencyRamp(begin, hertz, hertz, Duration.ZERO);
    }

    double hertzAt(Instant time) {
        double passed = Duration.between(begin, time).toNanos();
        double share = lasting.isZero() ? 1 : Math.min(Math.max(passed / lasting.toNanos(), 0), 1);
        return from + (to - from) * share;
    }
}
