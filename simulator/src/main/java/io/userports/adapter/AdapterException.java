package io.userports.adapter;

/**
 * An adapter that cannot be had: it is not there, is not the only one that is meant, or is taken.
 *
 * <p>The message says what is there and what to do; whoever wanted the adapter puts in front what for.
 */
public final class AdapterException extends RuntimeException {
    private AdapterException(String message, Throwable cause) {
        super(message, cause);
    }

    static AdapterException of(String message) {
        return new AdapterException(message, null);
    }

    static AdapterException of(String message, Throwable cause) {
        return new AdapterException(message, cause);
    }
}
