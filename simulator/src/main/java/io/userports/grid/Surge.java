package io.userports.grid;

/**
 * What a load draws beyond its usual current when it is switched on; it decays exponentially.
 *
 * @param times how many times the usual current comes on top at first; 0 for none
 * @param seconds the time constant of the decay
 */
record Surge(double times, double seconds) {
    static final Surge NONE = new Surge(0, 1);

    /** {@return the factor on the usual current, {@code seconds} after switching on} */
    double factor(double after) {
        return times == 0 || after < 0 ? 1 : 1 + times * Math.exp(-after / seconds);
    }
}
