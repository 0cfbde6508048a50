package io.userports.conformance.loopback;

import org.apache.commons.math3.special.Gamma;

/**
 * Whether a bit error ratio is below a bound, asked again and again while bits come in, and answered as soon as it may be.
 *
 * <p>Who looks all the time must not use the bounds of a fixed length: sooner or later chance would cross them. So the
 * errors are weighed by how much likelier they are if the ratio were another one than the bound: a mean over others, drawn
 * from a gamma distribution. If the ratio is the bound, that weight grows beyond 1/(1-confidence) at any time at all with a
 * probability of 1-confidence at most (Ville 1939); if it is worse, even less. To show the contrary another weight is used
 * in the same way. See docs/loopback.md.
 *
 * @param bound the ratio that is to be undercut
 * @param confidence with which it is to be shown, above 0 and below 1
 */
record RatioTest(double bound, double confidence) {
    /** What a good line is taken to be: mostly far better than the bound; ten times on average. */
    private static final double GOOD = 0.1;
    /** What a bad one is taken to be: anything. */
    private static final double BAD = 1;

    /** Of all numbers the bisection looks at the last one that matters. */
    private static final int HALVINGS = 60;

    /** What is known. */
    enum Answer {
        /** The ratio is not above the bound. */
        HOLDS,
        /** It is above the bound. */
        WORSE,
        /** Neither is shown yet. */
        OPEN
    }

    /** {@return what {@code errors} in {@code bits} say} */
    Answer answer(long bits, long errors) {
        double expected = bits * bound;
        if (errors < expected && weight(GOOD, errors, expected) >= threshold()) {
            return Answer.HOLDS;
        }
        return errors > expected && weight(BAD, errors, expected) >= threshold() ? Answer.WORSE : Answer.OPEN;
    }

    /** {@return how many bits show the bound if there are no more errors than these} */
    long bitsFor(long errors) {
        return (long) Math.ceil(most(errors) / bound);
    }

    /** {@return the limits of the ratio, which hold however often they were looked at before} */
    Limits limits(long bits, long errors) {
        return bits == 0 ? new Limits(0, 1) : new Limits(least(errors) / bits, Math.min(1, most(errors) / bits));
    }

    /** {@return the most errors that are to be expected in the mean where {@code errors} have come} */
    private double most(long errors) {
        double high = errors + 1;
        while (weight(GOOD, errors, high) < threshold()) {
            high *= 2;
        }
        return crossing(GOOD, errors, high, errors);
    }

    /** {@return the fewest} */
    private double least(long errors) {
        // Nothing is likelier than none at all: where even that does not weigh enough, nothing is known.
        return weight(BAD, errors, 0) < threshold() ? 0 : crossing(BAD, errors, 0, errors);
    }

    /** {@return where between {@code beyond} and {@code within} the weight comes to the threshold} */
    private double crossing(double shape, long errors, double beyond, double within) {
        double in = within;
        double out = beyond;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (in + out) / 2;
            if (weight(shape, errors, middle) < threshold()) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return out;
    }

    /** {@return the logarithm of how much likelier the errors are if the ratio is not the one that expects {@code mean}} */
    private static double weight(double shape, long errors, double mean) {
        return Gamma.logGamma(errors + shape) - Gamma.logGamma(shape) + mean - (errors + shape) * Math.log1p(mean);
    }

    private double threshold() {
        return -Math.log(1 - confidence);
    }
}
