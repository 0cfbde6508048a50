package io.userports.vector;

import java.util.Locale;

/** What a vector asks of a receiver. */
public enum Result {
    /** Strict reading finds nothing: the receiver must read it. */
    VALID,
    /** Odd, but legal or seen in the field: the receiver should live with it. */
    ACCEPTABLE,
    /** Broken in one place: the receiver must not show what is broken, and reads on. */
    INVALID;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
