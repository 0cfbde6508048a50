package io.userports.conformance.evidence;

import io.userports.conformance.bench.Recording;
import io.userports.conformance.bench.Stages;
import io.userports.conformance.report.EvidenceFiles;
import io.userports.conformance.report.Report;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.report.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what happened in each scenario, and completes the folder of evidence when the run is over; told of it last. */
public final class EvidenceReport implements Report, Stages.Keeper {
    private final EvidenceFolder folder;
    private final String userports;
    private final List<String> lost = new ArrayList<>();

    private EvidenceReport(EvidenceFolder folder, String userports) {
        this.folder = folder;
        this.userports = userports;
    }

    /** {@return a report that completes {@code folder}; {@code userports} is the version of this program} */
    public static EvidenceReport of(EvidenceFolder folder, String userports) {
        return new EvidenceReport(folder, userports);
    }

    @Override
    public void keep(String scenario, Recording recording) {
        try {
            RecordingFiles.write(recording, EvidenceFiles.scenario(folder.part(), scenario));
        } catch (IOException e) {
            synchronized (lost) {
                lost.add(scenario + ": " + e.getMessage());
            }
        }
    }

    @Override
    public void ended(ScenarioResult result) {}

    @Override
    public void finished(Summary summary) {
        try {
            if (!lost.isEmpty()) {
                throw new IOException(lost.size() + " scenarios could not be kept, the first: " + lost.get(0));
            }
            if (!summary.lost().isEmpty()) {
                throw new IOException("something is missing; the rest is in " + folder.part());
            }
            folder.complete(userports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "the folder of evidence";
    }
}
