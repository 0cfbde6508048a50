package io.userports;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A property held against many inputs drawn by chance, the same ones in every build.
 *
 * <p>{@code -Drounds.times=100} draws a hundred times as many, {@code -Drounds.seed=5} others. A failure names the seed of
 * its own round; with that seed the round comes first.
 */
public final class Rounds {
    private static final long SEED = Long.getLong("rounds.seed", 20_260_115);
    private static final int TIMES = Integer.getInteger("rounds.times", 1);

    private Rounds() {}

    /** Holds {@code property} {@code count} times, each time with chance of its own. */
    public static void of(int count, Consumer<SplittableRandom> property) {
        for (long round = 0; round < (long) count * TIMES; round++) {
            long seed = SEED + round;
            try {
                property.accept(new SplittableRandom(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("run again with -Drounds.seed=" + seed, e);
            }
        }
    }
}
