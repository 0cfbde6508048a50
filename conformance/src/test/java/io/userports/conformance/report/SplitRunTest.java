package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Review;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitRunTest {
    private static final String MESSAGES =
            """
            {"meta":{"protocolVersion":"30.1.0","implementation":{"name":"a"},"runtime":{"name":"b"},\
            "os":{"name":"c"},"cpu":{"name":"d"}}}
            {"testRunStarted":{"timestamp":{"seconds":1,"nanos":0}}}
            {"testRunFinished":{"success":true,"timestamp":{"seconds":2,"nanos":0}}}
            """;

    private static final Review REVIEW =
            new Review(CemsSpec.of(CemsSpec.REFERENCE).claims(), List.of());

    @TempDir
    private Path folder;

    @Test
    void shardsInAnyOrderAreTheRunAsItWouldHaveBeenInOnePiece() throws IOException {
        Path one = shard("one", "1/2", Results.PASS, Results.FAIL);
        Path two = shard("two", "2/2", Results.NOTE, Results.N_A, Results.INCONCLUSIVE);
        Files.createDirectories(one.resolve("scenarios/p1-gas-on-channel-3"));
        Files.writeString(one.resolve("scenarios/p1-gas-on-channel-3/ledger"), "of one");
        Files.createDirectories(two.resolve("scenarios/p1-cut"));
        Files.writeString(two.resolve("scenarios/p1-cut/ledger"), "of two");
        Files.writeString(one.resolve("cems.yaml"), "claims");
        Files.writeString(two.resolve("cems.yaml"), "claims");
        for (Path shard : List.of(one, two)) {
            Files.writeString(Files.createDirectory(shard.resolve("mappings")).resolve("my.yaml"), "values");
        }
        Path all = folder.resolve("all");
        Summary summary = SplitRun.of(List.of(PastRun.read(two), PastRun.read(one)))
                .write(Files.createDirectories(all), REVIEW, all + "/");
        Summary expected = new Summary(
                List.of(Results.PASS, Results.FAIL, Results.NOTE, Results.N_A, Results.INCONCLUSIVE),
                41_234,
                42,
                all + "/",
                List.of(),
                List.of());
        assertEquals(expected, summary);
        assertEquals(new PastRun(all, Runs.run("1/1").whole(expected, 8), expected.results()), PastRun.read(all));
        assertEquals(MESSAGES, Files.readString(all.resolve("messages.ndjson")));
        assertEquals("claims", Files.readString(all.resolve("cems.yaml")));
        assertEquals("values", Files.readString(all.resolve("mappings/my.yaml")));
        assertEquals(REVIEW.json() + "\n", Files.readString(all.resolve("review.json")));
        assertEquals("of one", Files.readString(all.resolve("scenarios/p1-gas-on-channel-3/ledger")));
        assertEquals("of two", Files.readString(all.resolve("scenarios/p1-cut/ledger")));
        Path same = folder.resolve("same.xml");
        JUnitReport.at(same, REVIEW).finished(expected);
        assertEquals(Files.readString(same), Files.readString(all.resolve("junit.xml")));
    }

    @Test
    void whatIsMissingIsNamedAndTheRestIsWrittenAllTheSame() throws IOException {
        Path two = shard("two", "2/3", Results.PASS, Results.NOTE);
        Path all = folder.resolve("all");
        Summary summary =
                SplitRun.of(List.of(PastRun.read(two))).write(Files.createDirectories(all), REVIEW, all + "/");
        List<String> lost = List.of(
                "shard 1/3 is missing",
                "shard 3/3 is missing",
                "3 scenarios were not run: p1-cut, p1-gas-on-channel-3, s1-rate");
        assertEquals(new Summary(List.of(Results.PASS, Results.NOTE), 41_234, 42, all + "/", lost, List.of()), summary);
        assertEquals(3, summary.exit().code());
        RunFile run = PastRun.read(all).run();
        assertEquals(3, run.exit());
        assertEquals(lost, run.lost());
        assertEquals(Runs.run("1/1").selected(), run.selected());
    }

    @Test
    void whatAShardHasLostIsLostToAll() throws IOException {
        RunFile lossy = Runs.run("1/1")
                .whole(
                        new Summary(
                                List.of(Results.PASS),
                                41_234,
                                42,
                                "x/",
                                List.of("junit.xml cannot be written: disk full"),
                                List.of("listed as known, but not run: a")),
                        8);
        Path one = Runs.write(
                folder.resolve("one"),
                lossy,
                Results.PASS,
                Results.NOTE,
                Results.N_A,
                Results.FAIL,
                Results.INCONCLUSIVE);
        Files.writeString(one.resolve("messages.ndjson"), MESSAGES);
        Summary summary = SplitRun.of(List.of(PastRun.read(one)))
                .write(Files.createDirectories(folder.resolve("all")), REVIEW, "all/");
        assertEquals(List.of(one + ": junit.xml cannot be written: disk full"), summary.lost());
        assertEquals(List.of("listed as known, but not run: a"), summary.remarks());
    }

    @Test
    void shardsOfDifferentRunsAreRefused() {
        PastRun one = Runs.past("one", Runs.run("1/2"), Results.PASS);
        assertRefused(
                "other: was run with another seed than one: '7', not '42'; merge the shards of one run",
                one,
                Runs.past("other", Runs.run("2/2", "2.3", 7), Results.FAIL));
        assertRefused(
                "other: was run with another CEMS than one: 'ACME Home Manager 2.4', not 'ACME Home Manager 2.3'; merge"
                        + " the shards of one run",
                one,
                Runs.past("other", Runs.run("2/2", "2.4", 42), Results.FAIL));
        assertRefused(
                "other: was run with another number of shards than one: '3', not '2'; merge the shards of one run",
                one,
                Runs.past("other", Runs.run("2/3"), Results.FAIL));
    }

    @Test
    void shardsThatWereGivenDifferentFilesAreRefused() throws IOException {
        Path one = shard("one", "1/2", Results.PASS, Results.FAIL);
        Path two = shard("two", "2/2", Results.NOTE, Results.N_A, Results.INCONCLUSIVE);
        Files.writeString(one.resolve("cems.yaml"), "claims");
        Files.writeString(two.resolve("cems.yaml"), "other claims");
        SplitRun run = SplitRun.of(List.of(PastRun.read(one), PastRun.read(two)));
        Path all = Files.createDirectories(folder.resolve("all"));
        assertEquals(
                two + "/cems.yaml: is not the same as " + one + "/cems.yaml; merge the shards of one run",
                assertThrows(InputException.class, () -> run.write(all, REVIEW, "all/"))
                        .getMessage());
    }

    @Test
    void shardsOfTwoDaysAreRefusedWhereKnownFailuresMayEndOnOne() throws IOException {
        Path one = shard("one", "1/2", Results.PASS, Results.FAIL);
        Path two = shard("two", "2/2", Results.NOTE, Results.N_A, Results.INCONCLUSIVE);
        Path run = two.resolve("run.json");
        Files.writeString(run, Files.readString(run).replace("2026-11-23", "2026-11-24"));
        assertEquals(
                2,
                SplitRun.of(List.of(PastRun.read(one), PastRun.read(two)))
                        .shards()
                        .size());
        for (Path shard : List.of(one, two)) {
            Files.writeString(shard.resolve("known.yaml"), "[]");
        }
        assertRefused(
                two + ": was begun on another day than " + one + ": '2026-11-24', not '2026-11-23', and known.yaml may"
                        + " end on one of them; run all shards on one day",
                PastRun.read(one),
                PastRun.read(two));
    }

    @Test
    void aResultOfWhatWasNotSelectedIsRefused() {
        assertRefused(
                "one: has a result of the scenario 'p1-text-1024', which was not selected; run this shard again",
                Runs.past("one", Runs.run("1/2"), Results.KNOWN));
    }

    @Test
    void aShardOrAScenarioThatIsThereTwiceIsRefused() {
        PastRun one = Runs.past("one", Runs.run("1/2"), Results.PASS);
        assertRefused(
                "again: is shard 1/2, as one; give each shard once",
                one,
                Runs.past("again", Runs.run("1/2"), Results.FAIL));
        assertRefused(
                "two: has the scenario p1-unknown-object-between, as one; run all shards again, with the same --balance",
                one,
                Runs.past("two", Runs.run("2/2"), Results.FAIL, Results.PASS));
    }

    private static void assertRefused(String complaint, PastRun... shards) {
        assertEquals(
                complaint,
                assertThrows(InputException.class, () -> SplitRun.of(List.of(shards)))
                        .getMessage());
    }

    private Path shard(String name, String shard, ScenarioResult... results) throws IOException {
        Path written = Runs.write(folder.resolve(name), Runs.run(shard), results);
        Files.writeString(written.resolve("messages.ndjson"), MESSAGES);
        return written;
    }
}
