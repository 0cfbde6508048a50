package io.userports.grid;

import java.util.SplittableRandom;

/**
 * Chance that can be asked twice: the same seed, name and moment always give the same draw, whatever was drawn before.
 *
 * @param seed the seed of the run
 */
public record Noise(long seed) {
    /** Odd constants that spread neighbouring arguments over all bits. */
    private static final long NAME = 0x9E3779B97F4A7C15L;

    private static final long MOMENT = 0xD1B54A32D192ED03L;

    /** {@return a generator that belongs to {@code name} and {@code moment} alone} */
    public SplittableRandom random(String name, long moment) {
        return new SplittableRandom(seed * 31 + name.hashCode() * NAME + moment * MOMENT);
    }

    /** {@return a number from 0 to below 1} */
    public double at(String name, long moment) {
        return random(name, moment).nextDouble();
    }

    /** {@return a number from -1 to below 1 that moves smoothly, taking a new course every {@code period} seconds} */
    double smooth(String name, long second, long period) {
        long knot = Math.floorDiv(second, period);
        double within = Math.floorMod(second, period) / (double) period;
        double ease = within * within * (3 - 2 * within);
        return 2 * ((1 - ease) * at(name, knot) + ease * at(name, knot + 1)) - 1;
    }
}
