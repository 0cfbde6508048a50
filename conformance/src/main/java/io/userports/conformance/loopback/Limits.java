package io.userports.conformance.loopback;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Between which bounds the bit error ratio lies, each with the confidence that was asked for.
 *
 * @param lower with that confidence it is not lower; 0 when nothing is known
 * @param upper with that confidence it is not higher; 1 when nothing is known
 */
record Limits(double lower, double upper) {
    /** Nothing is known. */
    static final Limits NONE = new Limits(0, 1);

    /** {@return what both say, where both hold at the same time} */
    Limits within(Limits other) {
        return new Limits(Math.max(lower, other.lower), Math.min(upper, other.upper));
    }

    /**
     * {@return the limits after a number of bits that was fixed before: the sums of Poisson, by way of chi-square; without
     * errors the upper one is -ln(1-confidence)/bits}
     */
    static Limits ofLength(long bits, long errors, double confidence) {
        if (bits == 0) {
            return NONE;
        }
        double upper = errors == 0
                ? -Math.log(1 - confidence)
                : new ChiSquaredDistribution(2.0 * (errors + 1)).inverseCumulativeProbability(confidence) / 2;
        double lower = errors == 0
                ? 0
                : new ChiSquaredDistribution(2.0 * errors).inverseCumulativeProbability(1 - confidence) / 2;
        return new Limits(lower / bits, Math.min(1, upper / bits));
    }
}
