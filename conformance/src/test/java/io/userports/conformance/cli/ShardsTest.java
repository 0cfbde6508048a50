package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;
import io.userports.conformance.bench.Plan;
import io.userports.conformance.bench.Stages;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.evidence.EvidenceFolder;
import io.userports.conformance.evidence.EvidenceReport;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.reference.ReferenceInProcess;
import io.userports.conformance.report.PastRun;
import io.userports.conformance.report.Reports;
import io.userports.conformance.report.ResultsFile;
import io.userports.conformance.report.RunFile;
import io.userports.conformance.report.RunReport;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.report.Shard;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.conformance.verdict.Verdict;
import io.userports.link.LinkSpec;
import io.userports.yaml.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios that are run in shards and joined are the same as those run at once. */
class ShardsTest {
    private static final List<String> SCENARIOS =
            List.of("p1-single-phase", "p1-three-phase", "p1-objects-shuffled", "water-only", "delta-grid-present");
    private static final int FASTER = 4;
    private static final int JOBS = 5;
    private static final int AGAIN = 4;

    @TempDir
    private Path folder;

    @Test
    void theShardsOfARunGiveTheVerdictsOfTheWhole() throws IOException {
        List<PastRun> runs = judged();
        PastRun whole = runs.get(0);
        Path joined = folder.resolve("joined");
        Ran ran = Ran.of(
                "merge", runs.get(2).folder().toString(), runs.get(1).folder().toString(), "--out", joined.toString());
        assertEquals(List.of(), ran.err());
        assertEquals(1, ran.exit());
        String last = ran.out().get(ran.out().size() - 1);
        assertTrue(last.startsWith("5 scenarios in "), last);
        assertTrue(last.endsWith("evidence in " + joined + "/      exit 1"), last);
        PastRun all = PastRun.read(joined);
        assertEquals(
                List.of(
                        "every file is as its manifest says",
                        "5 verdicts made again from the records: all the same      exit 0"),
                Ran.of("verify", joined.toString()).out());
        assertEquals(
                List.of(5, 3, 2, 5),
                Stream.concat(runs.stream(), Stream.of(all))
                        .map(past -> past.results().size())
                        .toList());
        assertEquals(verdicts(whole), verdicts(all));
        assertEquals(titles(whole), titles(all));
        assertEquals(
                List.of("0 of 5 scenarios differ"),
                Ran.of("compare", whole.folder().toString(), joined.toString()).out().stream()
                        .filter(line -> line.contains("scenario"))
                        .toList());
    }

    /** The whole run and both shards; once more where the machine was too busy for one of them. */
    private List<PastRun> judged() throws IOException {
        List<PastRun> runs = List.of();
        for (int again = 0; again < AGAIN; again++) {
            runs = List.of(run(Shard.WHOLE), run(new Shard(1, 2)), run(new Shard(2, 2)));
            if (runs.stream()
                    .flatMap(past -> past.results().stream())
                    .noneMatch(result -> result.verdict() == Verdict.INCONCLUSIVE)) {
                return runs;
            }
        }
        return runs;
    }

    /** The titles of the scenarios that Cucumber's own reader finds in the messages, with how they ended. */
    private static Map<String, String> titles(PastRun past) throws IOException {
        Repository repository = Repository.builder().build();
        try (NdjsonToMessageIterable envelopes = new NdjsonToMessageIterable(
                Files.newInputStream(past.folder().resolve("messages.ndjson")), new Deserializer())) {
            for (Envelope envelope : envelopes) {
                repository.update(envelope);
            }
        }
        Query query = new Query(repository);
        return query.findAllTestCaseStarted().stream()
                .collect(Collectors.toMap(
                        started -> query.findPickleBy(started).orElseThrow().getName(),
                        started -> query.findMostSevereTestStepResultBy(started)
                                .orElseThrow()
                                .getStatus()
                                .toString()));
    }

    private static Map<String, String> verdicts(PastRun past) {
        return past.results().stream()
                .collect(Collectors.toMap(
                        ScenarioResult::id, r -> r.verdict().toString(), (a, b) -> a + b, TreeMap::new));
    }

    private PastRun run(Shard shard) throws IOException {
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        CemsSpec cems = CemsSpec.of(CemsSpec.REFERENCE);
        Selection selection =
                Selection.of(catalogue, Optional.empty(), SCENARIOS).part(shard, Map.of());
        Path out = folder.resolve(shard.toString().replace('/', '-'));
        EvidenceFolder evidence = EvidenceFolder.begin(out);
        Files.write(evidence.part().resolve("cems.yaml"), CemsSpec.source(CemsSpec.REFERENCE));
        Files.write(evidence.part().resolve("rig.yaml"), Rig.source("tcp"));
        Plan plan = new Plan(
                Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("2 s")),
                cems.claims(),
                ReferenceInProcess.starter(Defect.WATER_AS_GAS, FASTER),
                42,
                FASTER);
        EvidenceReport report = EvidenceReport.of(evidence, Version.number());
        Reports reports = Reports.of(
                ResultsFile.at(evidence.part().resolve(ResultsFile.NAME)),
                RunReport.in(
                        evidence.part(),
                        summary -> new RunFile(
                                Version.number(),
                                catalogue.digest(),
                                RunFile.Tested.of(cems),
                                "tcp",
                                List.of(),
                                "2026-11-23",
                                plan.seed(),
                                plan.timeScale(),
                                JOBS,
                                List.of("UTC"),
                                selection.shard(),
                                List.copyOf(selection.whole()),
                                summary.durationMs(),
                                summary.exit().code(),
                                summary.lost(),
                                summary.remarks())),
                report);
        new ScenarioRun(
                        plan,
                        Stages.keeping(report),
                        selection,
                        KnownFailures.none(),
                        reports,
                        new Rerun("tcp", List.of("reference"), 42, FASTER, Optional.empty()),
                        MessagesFile.at(evidence.part().resolve("messages.ndjson")),
                        out,
                        JOBS)
                .exit();
        return PastRun.read(out);
    }
}
