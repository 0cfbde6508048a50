package io.userports.conformance.verdict;

/** The bench failed, not the CEMS: a port is gone, a permission is missing. The message names the remedy. */
public final class RigBroken extends RuntimeException {
    private RigBroken(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@return a broken bench}; {@code message} says what is broken and what to do. */
    public static RigBroken of(String message) {
        return new RigBroken(message, null);
    }

    /** {@return a broken bench, because of {@code cause}}; {@code message} says what is broken and what to do. */
    public static RigBroken of(String message, Throwable cause) {
        return new RigBroken(message, cause);
    }
}
