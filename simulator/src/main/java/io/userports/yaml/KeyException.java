package io.userports.yaml;

import java.util.function.Supplier;

/** What a record says in its constructor about the value of one of its own keys; the reader adds file and line. */
public final class KeyException extends IllegalArgumentException {
    private final String key;

    private KeyException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** {@return a complaint about {@code key}, written as in the file: the value quoted, what is allowed} */
    public static KeyException of(String key, String message) {
        return new KeyException(key, message);
    }

    /** {@return what {@code value} gives; what it complains about is said of {@code key}} */
    public static <T> T at(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (KeyException e) {
            throw new KeyException(key + "." + e.key, e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new KeyException(key, e.getMessage());
        }
    }

    /**
     * Asks that a key has been given.
     *
     * @param what what to write there, as in {@code a number from 1 to 4}
     * @throws IllegalArgumentException when {@code value} is null
     */
    public static void require(Object value, String key, String what) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException("the key '" + key + "' is missing; write " + what);
        }
    }

    /** {@return the key} */
    public String key() {
        return key;
    }
}
