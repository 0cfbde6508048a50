package io.userports.conformance.report;

/**
 * Somebody who is told how a run goes, by one thread at a time.
 *
 * <p>A report that cannot be written throws {@link java.io.UncheckedIOException}: evidence is then incomplete.
 */
public interface Report {
    /** Says that {@code scenarios} scenarios are about to be run. */
    default void started(int scenarios) {}

    /** Says that a scenario has ended. */
    void ended(ScenarioResult result);

    /** Says that the run is over; nothing follows. */
    void finished(Summary summary);
}
