package io.userports.conformance.report;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several reports as one: told in their order, so that the console, which comes last, knows what the files lost.
 *
 * <p>A report that cannot be written is left alone from then on, the run goes on, and the summary says what is lost.
 */
public final class Reports implements Report {
    private final List<Report> working;
    private final List<String> lost = new ArrayList<>();

    private Reports(List<Report> working) {
        this.working = working;
    }

    /** {@return these reports as one} */
    public static Reports of(Report... inOrder) {
        return new Reports(new ArrayList<>(List.of(inOrder)));
    }

    @Override
    public void started(int scenarios) {
        tell(report -> report.started(scenarios));
    }

    @Override
    public void ended(ScenarioResult result) {
        tell(report -> report.ended(result));
    }

    @Override
    public void finished(Summary summary) {
        tell(report -> report.finished(complete(summary)));
    }

    /** {@return {@code summary} with what these reports have lost; after {@link #finished} it has the final exit code} */
    public Summary complete(Summary summary) {
        return summary.losing(lost);
    }

    private void tell(Consumer<Report> what) {
        for (Report report : List.copyOf(working)) {
            try {
                what.accept(report);
            } catch (UncheckedIOException e) {
                working.remove(report);
                lost.add(report + " cannot be written: " + e.getCause().getMessage());
            }
        }
    }
}
