package io.userports.p1;

/** How well a value fits the format of its object. */
public enum Fit {
    /** As the announced edition writes it. */
    EXACT,
    /** Readable, but of another width or of another edition (a warning, p1 rule R22). */
    OTHER_SHAPE,
    /** The mark of a value that was never set, like the time 632525252525W. */
    UNSET,
    /** A time that clocks in Brussels show with the other letter only. */
    OTHER_LETTER,
    /** Written like a time, but no clock in Brussels shows it. */
    NO_SUCH_TIME,
    /** Not a value of this object. */
    NONE;

    /** {@return whether the value can be read, or is the mark of one that was never set} */
    boolean isLegible() {
        return compareTo(OTHER_LETTER) <= 0;
    }

    /** {@return the worse of both} */
    Fit and(Fit other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
