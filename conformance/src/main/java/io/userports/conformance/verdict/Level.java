package io.userports.conformance.verdict;

/** How binding a requirement is; written {@code must}, {@code should} or {@code info}. */
public enum Level {
    /** A CEMS that fails it does not conform. */
    MUST,
    /** A CEMS that fails it is worth a note. */
    SHOULD,
    /** Tells how a CEMS behaves; neither answer is wrong. */
    INFO;

    /** {@return the tag that gives a scenario this level, like {@code @must}} */
    public String tag() {
        return "@" + this;
    }

    /** {@return whether this level binds more than {@code other}} */
    public boolean isStrongerThan(Level other) {
        return compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return switch (this) {
            case MUST -> "must";
            case SHOULD -> "should";
            case INFO -> "info";
        };
    }
}
