package io.userports.p1;

import java.util.Locale;

/** How much a {@link Violation} matters. */
public enum Severity {
    /** The telegram is not valid. */
    ERROR,
    /** Unusual, but a reader can cope with it. */
    WARNING,
    /** Worth knowing, nothing wrong. */
    INFORMATION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
