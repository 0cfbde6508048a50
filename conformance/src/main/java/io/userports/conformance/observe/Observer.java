package io.userports.conformance.observe;

import io.userports.conformance.cems.Quantity;
import java.util.Collection;
import java.util.Optional;

/** One place where a CEMS shows its values, while it is looked at. */
public interface Observer extends AutoCloseable {
    /** Tells it a line that the CEMS has written to its standard output. */
    default void line(String line) {}

    /** Says that {@code quantities} are about to be judged; only who must ask for them does something then. */
    default void ask(Collection<Quantity> quantities) {}

    /** {@return what of the bench has failed, not of the CEMS, and what to do: a sentence} */
    default Optional<String> broken() {
        return Optional.empty();
    }

    @Override
    void close();
}
