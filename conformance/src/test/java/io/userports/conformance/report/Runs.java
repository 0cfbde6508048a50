package io.userports.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs that the tests of the reports share. */
final class Runs {
    static final List<String> SELECTED = Stream.of(
                    Results.PASS, Results.FAIL, Results.NOTE, Results.N_A, Results.INCONCLUSIVE)
            .map(ScenarioResult::id)
            .toList();

    private Runs() {}

    /** {@return a run that went well, of that shard} */
    static RunFile run(String shard) {
        return run(shard, "2.3", 42);
    }

    static RunFile run(String shard, String version, long seed) {
        return new RunFile(
                "0.1.0",
                "5b37",
                new RunFile.Tested("ACME", "Home Manager", version),
                "virtual",
                List.of(),
                "2026-11-23",
                seed,
                1,
                8,
                List.of(),
                Shard.parse(shard),
                SELECTED,
                41_234,
                0,
                List.of(),
                List.of());
    }

    static PastRun past(String folder, RunFile run, ScenarioResult... results) {
        return new PastRun(Path.of(folder), run, List.of(results));
    }

    /** Writes the evidence of that run, but for its messages. */
    static Path write(Path folder, RunFile run, ScenarioResult... results) throws IOException {
        Files.createDirectories(folder);
        Reports reports =
                Reports.of(ResultsFile.at(folder.resolve(ResultsFile.NAME)), RunReport.in(folder, summary -> run));
        List.of(results).forEach(reports::ended);
        reports.finished(Results.summary(results));
        return folder;
    }
}
