package io.userports.grid;

/**
 * How the network turns during one second: its angle and its frequency, which moves evenly from one to the other.
 *
 * @param angle where in its turn it is when the second begins, in turns, from 0 to below 1; at 0 the voltage of L1 rises
 *     through zero
 * @param from the frequency in hertz when the second begins
 * @param to the frequency in hertz when it ends
 */
public record Cycle(double angle, double from, double to) {
    /** In turns: far more than arithmetic loses, far less than shows. */
    private static final double ROUNDING = 1e-9;

    /** {@return a network that begins with a rising zero of L1 and keeps {@code hertz}} */
    public static Cycle steady(double hertz) {
        return new Cycle(0, hertz, hertz);
    }

    /** {@return the second that follows without a jump, at the end of which the frequency is {@code hertz}} */
    public Cycle next(double hertz) {
        double end = turnsAt(1);
        return new Cycle(end - Math.floor(end), to, hertz);
    }

    /** {@return the second before this one, at the beginning of which the frequency was {@code hertz}} */
    Cycle before(double hertz) {
        double begin = angle - (hertz + from) / 2;
        return new Cycle(begin - Math.floor(begin), hertz, from);
    }

    /** {@return the turns since the one in which the second began, {@code seconds} into it} */
    public double turnsAt(double seconds) {
        return angle + seconds * (from + (to - from) / 2 * seconds);
    }

    /** {@return how many seconds into the second {@code turns} are reached} */
    public double secondsAt(double turns) {
        double slope = (to - from) / 2;
        double missing = turns - angle;
        // The root that stays finite when the frequency does not move.
        return 2 * missing / (from + Math.sqrt(from * from + 4 * slope * missing));
    }

    /** {@return when the angle of the network first is {@code radians}, in seconds into the second} */
    double secondsAfter(double radians) {
        double turn = radians / (2 * Math.PI);
        // A turn that has just been reached counts, or else rounding would decide by a whole turn.
        return secondsAt(turn + Math.ceil(angle - turn - ROUNDING));
    }

    /** {@return the frequency in hertz, {@code seconds} into the second} */
    public double hertzAt(double seconds) {
        return from + (to - from) * seconds;
    }
}
