package io.userports.conformance.cems;

import io.userports.wire.UserPort;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A CEMS that runs and is watched. */
public interface Cems extends AutoCloseable {
    /** {@return what it said so far} */
    Observations observations();

    /** {@return whether it shows something only when it is asked} */
    default boolean mustBeAsked() {
        return false;
    }

    /**
     * Returns when it has shown {@code quantities}, those whose value grows old soonest last.
     *
     * @throws io.userports.conformance.verdict.NotJudged when it was asked and nobody could tell
     */
    default void ask(List<Quantity> quantities) {}

    /**
     * Returns when it has shown whether it presents what it reads from {@code ports} as current.
     *
     * @throws io.userports.conformance.verdict.NotJudged when it was asked and nobody could tell
     */
    default void askWhetherCurrent(Collection<UserPort> ports) {}

    /** {@return what of the bench has failed, not of the CEMS, and what to do: a sentence} */
    default Optional<String> broken() {
        return Optional.empty();
    }

    /**
     * {@return what it lacks to be ready, in words, while it is not}
     *
     * @throws io.userports.conformance.verdict.RigBroken when the bench cannot tell
     */
    default Optional<String> unready() {
        return Optional.empty();
    }

    /** {@return how it ended, in words, if it did} */
    Optional<String> ended();

    /** {@return the last lines that it wrote for people; of one that has ended without any, the last that it wrote} */
    List<String> lastWords();

    /** {@return what of its mappings was never found in what it has shown so far, for people} */
    default List<String> neverFound() {
        return List.of();
    }

    /** {@return its standard output as it came; nothing of one that is no process} */
    default Ring standardOutput() {
        return new Ring();
    }

    /** {@return its standard error as it came; nothing of one that is no process} */
    default Ring standardError() {
        return new Ring();
    }

    /** Ends it, whatever it does; nothing of it stays behind. */
    @Override
    void close();
}
