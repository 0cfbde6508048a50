package io.userports.p1;

/** A stretch of a stream, whole or partly a telegram; the pieces follow each other without gaps or overlaps. */
public sealed interface Piece {
    /** {@return how many octets of the stream come before this piece} */
    long offset();

    /**
     * Octets that begin like a telegram; whether they are a whole and valid one is for {@link P1Codec} to say.
     *
     * @param octets all of them, from the slash; never changed after construction
     */
    record Unit(long offset, byte[] octets) implements Piece {}

    /**
     * Octets outside telegrams.
     *
     * @param length how many
     * @param first the first of them, at most {@value #SHOWN}
     */
    record Noise(long offset, long length, byte[] first) implements Piece {
        /** As many octets as a piece of noise remembers. */
        public static final int SHOWN = 32;
    }
}
