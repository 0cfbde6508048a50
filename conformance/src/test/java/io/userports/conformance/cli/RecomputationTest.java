package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.bench.Plan;
import io.userports.conformance.bench.Recording;
import io.userports.conformance.bench.Stages;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.evidence.RecordingFiles;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.reference.ReferenceInProcess;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.link.LinkSpec;
import io.userports.yaml.Amount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was recorded of a scenario gives the very verdict and finding that were given when it ran. */
final class RecomputationTest {
    private static final List<String> SCENARIOS = List.of(
            "p1-three-phase", "p1-gas-on-channel-3", "p1-wrong-crc", "consent-withdrawn", "s1-delta-l2", "s1-gap-13");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"NONE", "WATER_AS_GAS", "NO_CRC_CHECK", "KEEPS_STALE", "DEAD", "DIVIDES_BY_U2"})
    void recordsGiveTheVerdictsOfTheRun(Defect defect) {
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        Selection selection = Selection.of(catalogue, Optional.empty(), SCENARIOS);
        Plan plan = new Plan(
                Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("1 s")),
                CemsSpec.of(CemsSpec.REFERENCE).claims(),
                ReferenceInProcess.starter(defect, 10),
                7,
                10);
        Map<String, Recording> kept = new ConcurrentHashMap<>();
        ScenarioRun run = new ScenarioRun(
                plan,
                Stages.keeping((id, recording) -> kept.put(id, throughFiles(id, recording))),
                selection,
                KnownFailures.none(),
                Reports.of(),
                new Rerun("", List.of(), 7, 1, Optional.empty()),
                MessagesFile.none(),
                Path.of(""),
                SCENARIOS.size());
        run.exit();
        List<ScenarioResult> results = run.results();
        assertEquals(SCENARIOS.size(), results.size());
        assertEquals(
                List.of(), new Recomputation(plan, selection, KnownFailures.none(), kept::get).differences(results));
    }

    private Recording throughFiles(String id, Recording recording) {
        try {
            RecordingFiles.write(recording, folder.resolve(id));
            return RecordingFiles.read(folder.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
