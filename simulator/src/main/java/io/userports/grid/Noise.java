package io.userports.grid;

import java.util.SplittableRandom;

/**
 * Chance that can be asked twice: the same seed, name and moment always give the same draw, whatever was drawn before.
 *
 * @param seed the seed of the run
 * @param still whether nothing varies in time; what is drawn once is drawn all the same
 */
public record Noise(long seed, boolean still) {
    /** Odd constants that spread neighbouring arguments over all bits. */
    private static final long NAME = 0x9E3779B97F4A7C15L;

    private static final long MOMENT = 0xD1B54A32D192ED03L;

    /** Chance that varies in time. */
    public Noise(long seed) {
        this(seed, false);
    }

    /** {@return a generator that belongs to {@code name} and {@code moment} alone} */
    public SplittableRandom random(String name, long moment) {
        return new SplittableRandom(seed * 31 + name.hashCode() * NAME + moment * MOMENT);
    }

    /** {@return a number from 0 to below 1} */
    public double at(String name, long moment) {
        return random(name, moment).nextDouble();
    }

    /** {@return a number from -1 to below 1, another every second; 0 when nothing varies} */
    double unrest(String name, long second) {
        return still ? 0 : 2 * at(name, second) - 1;
    }

    /**
     * {@return a number from -1 to below 1 that moves smoothly, taking a new course every {@code period} seconds; 0 when
     * nothing varies}
     */
    double smooth(String name, long second, long period) {
        if (still) {
            return 0;
        }
        long knot = Math.floorDiv(second, period);
        double within = Math.floorMod(second, period) / (double) period;
        double ease = within * within * (3 - 2 * within);
        return 2 * ((1 - ease) * at(name, knot) + ease * at(name, knot + 1)) - 1;
    }
}
