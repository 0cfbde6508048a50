package io.userports.p1;

/** How well a value fits the format of its object. */
public enum Fit {
    /** As the announced edition writes it. */
    EXACT,
    /** Readable, but of another width or of another edition (a warning, p1 rule R22). */
    OTHER_SHAPE,
    /** The mark of a value that was never set, like the time 632525252525W. */
    UNSET,
    /** Not a value of this object. */
    NONE;

    /** {@return the worse of both} */
    Fit and(Fit other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
