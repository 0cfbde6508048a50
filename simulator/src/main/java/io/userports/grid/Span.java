package io.userports.grid;

/**
 * A part of a second in which something stands, and how it fades meanwhile.
 *
 * @param from when it begins, in seconds into the second; may lie before it
 * @param to when it ends; may lie after the second
 * @param onset since when it fades
 * @param decay the time constant with which it fades; infinite when it does not
 */
record Span(double from, double to, double onset, double decay) {
    /** The whole second and those around it. */
    static final Span ALL = of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * How long a change takes to show: the converter of a meter sees no edge steeper than its band, and a step would
     * alias. Two spans of which one ends where the other begins add up to one at every moment.
     */
    static final double EDGE = 0.8e-3;

    /** Ends that are not felt within the second are left away, so that equal spans are equal. */
    Span {
        from = from <= -EDGE ? Double.NEGATIVE_INFINITY : from;
        to = to >= 1 ? Double.POSITIVE_INFINITY : to;
    }

    /** {@return a span in which nothing fades} */
    static Span of(double from, double to) {
        return new Span(from, to, 0, Double.POSITIVE_INFINITY);
    }

    /** {@return this span, fading since {@code onset}} */
    Span fading(double onset, double decay) {
        return new Span(from, to, onset, decay);
    }

    /** {@return what both have in common; it fades as this one does} */
    Span within(Span other) {
        return new Span(Math.max(from, other.from), Math.min(to, other.to), onset, decay);
    }

    /** {@return whether nothing of it is felt within the second} */
    boolean isEmpty() {
        return from >= to || from >= 1 || to <= -EDGE;
    }

    /** {@return whether it is the same at every moment of the second} */
    boolean isSteady() {
        return from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY && decay == Double.POSITIVE_INFINITY;
    }

    /** {@return its share at a moment, {@code seconds} into the second; 1 while it stands and does not fade} */
    double weight(double seconds) {
        if (seconds <= from || seconds >= to + EDGE) {
            return 0;
        }
        double weight = edge(seconds - from) - edge(seconds - to);
        return decay == Double.POSITIVE_INFINITY ? weight : weight * Math.exp((onset - seconds) / decay);
    }

    private static double edge(double after) {
        if (after <= 0) {
            return 0;
        }
        return after >= EDGE ? 1 : (1 - Math.cos(Math.PI * after / EDGE)) / 2;
    }
}
