package io.userports.conformance.observe;

import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One place where a CEMS shows its values, while it is looked at. */
public interface Observer extends AutoCloseable {
    /** Tells it a line that the CEMS has written to its standard output. */
    default void line(String line) {}

    /** {@return whether somebody must be asked, who then looks} */
    default boolean mustBeAsked() {
        return false;
    }

    /** Asks for {@code quantities}, in that order, and returns when it has the answers. */
    default void ask(List<Quantity> quantities) {}

    /** Asks whether what is read from {@code ports} is presented as current, and returns when it has the answer. */
    default void askWhetherCurrent(Collection<UserPort> ports) {}

    /** {@return what of the bench has failed, not of the CEMS, and what to do: a sentence} */
    default Optional<String> broken() {
        return Optional.empty();
    }

    /** {@return what else a person should know who wonders what was seen, a sentence each} */
    default List<String> notes() {
        return List.of();
    }

    @Override
    void close();
}
