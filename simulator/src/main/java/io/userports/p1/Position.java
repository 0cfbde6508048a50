package io.userports.p1;

/**
 * Where something stands in a telegram.
 *
 * @param offset octets before it, from the start of the telegram
 * @param line its line, the header being line 1
 */
public record Position(int offset, int line) {
    /** The telegram as a whole. */
    static final Position START = new Position(0, 1);
}
