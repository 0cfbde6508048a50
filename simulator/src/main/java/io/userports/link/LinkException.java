package io.userports.link;

/**
 * A link that cannot be opened or has broken: a fault of the bench, not of what is plugged into it.
 *
 * <p>The message is complete, names the link and says what to do; commands print it without a stack trace and exit
 * with 3.
 */
public final class LinkException extends RuntimeException {
    private LinkException(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@return a complaint whose text is complete as it is} */
    public static LinkException of(String message) {
        return new LinkException(message, null);
    }

    /** {@return the same, brought about by {@code cause}} */
    public static LinkException of(String message, Throwable cause) {
        return new LinkException(message, cause);
    }
}
