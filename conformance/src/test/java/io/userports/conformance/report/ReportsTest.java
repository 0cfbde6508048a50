package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final class FullDisk implements Report {
        @Override
        public void ended(ScenarioResult result) {
            throw new UncheckedIOException(new IOException("disk full"));
        }

        @Override
        public void finished(Summary summary) {
            throw new AssertionError("a report that failed is left alone");
        }

        @Override
        public String toString() {
            return "results.ndjson";
        }
    }

    private static final class Notebook implements Report {
        private final List<String> notes = new ArrayList<>();

        @Override
        public void started(int scenarios) {
            notes.add("started " + scenarios);
        }

        @Override
        public void ended(ScenarioResult result) {
            notes.add("ended " + result.id());
        }

        @Override
        public void finished(Summary summary) {
            notes.add("finished " + summary.exit() + " " + summary.lost());
        }
    }

    @Test
    void aReportThatCannotBeWrittenCostsTheOthersNothingAndTheRunItsGoodEnd() {
        Notebook notebook = new Notebook();
        Reports reports = Reports.of(new FullDisk(), notebook);
        Summary summary = Results.summary(Results.PASS, Results.N_A);
        reports.started(2);
        summary.results().forEach(reports::ended);
        reports.finished(summary);
        assertEquals(
                List.of(
                        "started 2",
                        "ended p1-unknown-object-between",
                        "ended s1-rate",
                        "finished RIG_ERROR [results.ndjson cannot be written: disk full]"),
                notebook.notes);
        assertEquals(ExitCode.RIG_ERROR, reports.complete(summary).exit());
    }

    @Test
    void aRunThatLosesNothingEndsAsItsVerdictsSay() {
        Reports reports = Reports.of(new Notebook());
        assertEquals(Results.summary(Results.PASS), reports.complete(Results.summary(Results.PASS)));
    }
}
