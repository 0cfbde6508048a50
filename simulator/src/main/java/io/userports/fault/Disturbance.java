package io.userports.fault;

/**
 * A fault and how often it strikes.
 *
 * @param every 1 for every telegram, 10 for every tenth
 * @param fault what is done
 */
public record Disturbance(int every, Fault fault) {
    public Disturbance {
        if (every < 1) {
            throw new IllegalArgumentException("a fault strikes every 1st, 2nd, … telegram, not every " + every);
        }
    }

    /** {@return {@code fault} on every telegram} */
    public static Disturbance always(Fault fault) {
        return new Disturbance(1, fault);
    }

    /** {@return whether it strikes in the second {@code number}} */
    public boolean strikes(long number) {
        return Math.floorMod(number, (long) every) == 0;
    }
}
