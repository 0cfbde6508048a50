package io.userports.yaml;

/**
 * A complaint about something the user gave: where it stands, what is wrong, what is allowed, what to do.
 *
 * <p>The message is complete and meant for people; commands print it without a stack trace and exit with 64.
 */
public final class InputException extends RuntimeException {
    private InputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@return a complaint whose text is complete as it is} */
    public static InputException of(String message) {
        return new InputException(message, null);
    }

    /** {@return a complaint about {@code where} (a file, a file and line, an option)} */
    public static InputException at(String where, String message) {
        return new InputException(where + ": " + message, null);
    }

    /** {@return the same, because of {@code cause}} */
    public static InputException at(String where, String message, Throwable cause) {
        return new InputException(where + ": " + message, cause);
    }
}
