package io.userports.conformance.loopback;

import java.util.Optional;

/** Compares what comes in with what was sent. One thread sends, another one does all the rest. */
interface Checker {
    /** Is told of a piece before the first octet of it leaves. */
    void sending(Feed.Piece piece);

    /** Takes octets in the order in which they came in, in any portions. */
    void take(byte[] octets, int from, int to);

    /** {@return how many of the octets that were sent lie before the next one to come in, as far as that is known} */
    long position();

    /** {@return whether what came in was ever recognised} */
    boolean recognised();

    /** Nothing will come any more. */
    void end(long sent);

    /** {@return what was found up to now, but for the last few octets before {@link #end}} */
    LineErrors errors();

    /** {@return what became of telegrams, where they are what is sent} */
    default Optional<TelegramCount> telegrams() {
        return Optional.empty();
    }
}
