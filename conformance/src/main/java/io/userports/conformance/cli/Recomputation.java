package io.userports.conformance.cli;

import io.userports.conformance.bench.Plan;
import io.userports.conformance.bench.Recording;
import io.userports.conformance.bench.Stages;
import io.userports.conformance.evidence.RecordingFiles;
import io.userports.conformance.report.EvidenceFiles;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.verdict.KnownFailures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The verdicts of a run, made again from what was recorded: the same scenarios ask the same questions of it.
 *
 * @param plan what was planned; nothing of it is started
 * @param selection the scenarios
 * @param known what was listed as known
 * @param recordings of the scenarios in which a meter was to begin
 */
record Recomputation(Plan plan, Selection selection, KnownFailures known, Function<String, Recording> recordings) {
    /** {@return the recordings in a folder of evidence} */
    static Function<String, Recording> in(Path folder) {
        return id -> {
            try {
                return RecordingFiles.read(EvidenceFiles.scenario(folder, id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** {@return the results, by id; how long each takes now says nothing} */
    Map<String, ScenarioResult> results() {
        ScenarioRun run = new ScenarioRun(
                plan,
                Stages.of(recordings),
                selection,
                known,
                Reports.of(),
                new Rerun("", List.of(), plan.seed(), 1, Optional.empty()),
                MessagesFile.none(),
                Path.of(""),
                Math.max(1, Runtime.getRuntime().availableProcessors()));
        run.exit();
        return run.results().stream().collect(Collectors.toMap(ScenarioResult::id, Function.identity()));
    }

    /** {@return where the verdicts or findings of {@code before} are not those that the recordings give, a sentence each} */
    List<String> differences(List<ScenarioResult> before) {
        Map<String, ScenarioResult> now = results();
        List<String> differences = new ArrayList<>();
        for (ScenarioResult result : before) {
            Optional<ScenarioResult> again = Optional.ofNullable(now.get(result.id()));
            if (again.isEmpty()) {
                differences.add(result.id() + ": no scenario of that id is known here");
            } else if (again.get().verdict() != result.verdict()) {
                differences.add(result.id() + ": says " + result.verdict() + ", its records give "
                        + again.get().verdict()
                        + again.get()
                                .finding()
                                .map(f -> " (" + String.join("; ", f.lines()) + ")")
                                .orElse(""));
            } else if (!again.get().finding().equals(result.finding())) {
                differences.add(result.id() + ": its finding is not the one that its records give");
            }
        }
        return differences;
    }
}
