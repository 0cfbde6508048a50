package io.userports.s1;

/** How many telegrams are missing between two that came one after the other (e-MUCS H 1.3 §4.3, sequence number). */
public final class Gaps {
    /** After as many telegrams the sequence number begins anew. */
    public static final int MODULUS = 256;

    private Gaps() {}

    /** {@return the fewest telegrams, 0 to 255, that can be missing between the numbers {@code before} and {@code now}} */
    public static int bySequence(int before, int now) {
        return now - before - 1 & MODULUS - 1;
    }

    /**
     * {@return how many are missing between the numbers {@code before} and {@code now}, {@code seconds} apart}
     *
     * <p>The number says how many modulo 256, the clock says which multiple; it must not be wrong by half a round of
     * the number, 49 ms at 2600 Hz.
     */
    public static long byClock(int before, int now, double seconds, double samplesPerSecond) {
        int step = now - before & MODULUS - 1;
        long rounds = Math.round((seconds * samplesPerSecond - step) / MODULUS);
        return Math.max(0, rounds * MODULUS + step - 1);
    }
}
