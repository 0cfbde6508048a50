package io.userports.conformance.cems;

import java.util.List;
import java.util.Optional;

/** A CEMS that runs and is watched. */
public interface Cems extends AutoCloseable {
    /** {@return what it said so far} */
    Observations observations();

    /** {@return how it ended, in words, if it did} */
    Optional<String> ended();

    /** {@return the last lines that it wrote for people} */
    List<String> lastWords();

    /** Ends it, whatever it does; nothing of it stays behind. */
    @Override
    void close();
}
