package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.report.PastRun;
import io.userports.conformance.report.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a run takes from the one before it in the same folder; the CEMS ends at once, so that nothing takes long. */
class LastRunTest {
    @TempDir
    private Path folder;

    private Cases cases;
    private String rig;
    private String cems;
    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        cases = new Cases(folder);
        rig = cases.rig("tcp:0");
        cems = cases.shell("exit 7");
        out = folder.resolve("out");
    }

    @Test
    void onlyWhatFailedIsRunAgain() {
        cases.test(rig, cems, "p1-three-phase", "p1-single-phase", "s1-number-wraps");
        PastRun first = PastRun.read(out);
        assertEquals(new TreeSet<>(List.of("p1-single-phase", "p1-three-phase")), new TreeSet<>(first.failed()));
        assertEquals(3, first.results().size());
        assertEquals(3, first.run().exit());
        assertEquals(Shard.WHOLE, first.run().shard());
        Ran again = test("--last-failed");
        assertEquals(List.of("p1-single-phase RIG-ERROR", "p1-three-phase RIG-ERROR"), again.verdicts());
        assertEquals(
                List.of("p1-three-phase RIG-ERROR"),
                test("--last-failed", "--scenario", "p1-three-phase").verdicts());
        assertEquals(
                Ran.refused("userports: --last-failed: none of those that failed last time matches: p1-three-phase; run"
                        + " them without --tags and --scenario"),
                test("--last-failed", "--scenario", "p1-single-phase"));
    }

    @Test
    void whereNothingFailedNothingIsRun() {
        cases.test(rig, cems, "s1-number-wraps");
        PastRun before = PastRun.read(out);
        assertEquals(
                new Ran(0, List.of("nothing failed in the last run of " + out + "      exit 0"), List.of()),
                test("--last-failed"));
        assertEquals(before, PastRun.read(out));
    }

    @Test
    void theLastRunIsFoundThoughTheNextWasKilledWhenItHadMovedItAside() throws IOException {
        cases.test(rig, cems, "s1-number-wraps");
        Files.move(out, folder.resolve("out.old-999999999"));
        assertEquals(
                List.of("nothing failed in the last run of " + out + "      exit 0"),
                test("--last-failed").out());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void evidenceWithALinkInItIsNotMerged() throws IOException {
        cases.test(rig, cems, "s1-number-wraps");
        Files.createSymbolicLink(out.resolve("scenarios"), Path.of("/dev"));
        assertEquals(
                new Ran(
                        3,
                        List.of(),
                        List.of("userports: " + out + ": the evidence is not as it was written: scenarios is neither a"
                                + " file nor a folder (a link is neither); evidence has no such thing; 'userports verify'"
                                + " tells all")),
                Ran.of("merge", out.toString(), "--out", folder.resolve("all").toString()));
    }

    @Test
    void theMappingsThatAreFilesAreKept() throws IOException {
        List<String> observe = new ArrayList<>();
        for (String name : List.of("a", "b", "a")) {
            Path file = Files.createDirectories(folder.resolve(name)).resolve("mapping.yaml");
            Files.writeString(file, "values: [{ at: /" + name + ", quantity: power-import }]\n");
            observe.add("{ file: { path: '{dir}/log" + observe.size() + "' }, mapping: '" + file + "' }");
        }
        cases.test(rig, cases.observing(String.join(", ", observe), cems), "s1-number-wraps");
        Path mappings = out.resolve("mappings");
        assertEquals(
                "values: [{ at: /a, quantity: power-import }]\n", Files.readString(mappings.resolve("mapping.yaml")));
        assertEquals(
                "values: [{ at: /b, quantity: power-import }]\n", Files.readString(mappings.resolve("2-mapping.yaml")));
        try (Stream<Path> files = Files.list(mappings)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void withoutALastRunThereIsNothingToRunAgain() {
        assertEquals(
                Ran.refused("userports: --last-failed: no run has ended in " + out + "; run 'userports test --out "
                        + out + "' without it first"),
                test("--last-failed"));
    }

    @Test
    void aShardIsBalancedByTheLastWholeRunOrAsTold() throws IOException {
        String[] three = {"s1-number-wraps", "s1-raw-7e-7d", "s1-mishaps-1-percent"};
        cases.test(rig, cems, three);
        Path results = out.resolve("results.ndjson");
        Files.writeString(
                results,
                Files.readString(results)
                        .replaceFirst("(\"id\":\"s1-number-wraps\".*?\"durationMs\":)[0-9]+", "$1900000"));
        Path slow = Files.move(out, folder.resolve("slow"));
        assertEquals(
                List.of("s1-mishaps-1-percent N/A", "s1-raw-7e-7d N/A"), shard("1/2", three), "each counts the same");
        assertEquals(List.of("s1-number-wraps N/A"), shard("1/2", three, "--balance", slow.toString()));
        assertEquals(
                List.of("s1-mishaps-1-percent N/A", "s1-raw-7e-7d N/A"),
                shard("2/2", three, "--balance", slow.toString()));
        assertEquals(3, PastRun.read(out).run().selected().size());
        out = slow;
        assertEquals(List.of("s1-number-wraps N/A"), shard("1/2", three), "as the whole run in this folder");
        assertEquals(
                List.of("s1-number-wraps N/A"), shard("2/2", three), "as nobody says: the last run was no whole one");
    }

    @Test
    void aShardForWhichNothingIsLeftIsRefused() {
        assertEquals(
                Ran.refused("userports: --shard: nothing is left for 2/2 of 1 scenario; take fewer shards"),
                test("--shard", "2/2", "--scenario", "p1-three-phase"));
    }

    @Test
    void whatIsListedAndNotRunIsTold() throws IOException {
        Path known = Files.writeString(
                folder.resolve("known.yaml"),
                """
                - {scenario: p1-three-phase, because: to be mended, until: 2020-01-01}
                - {scenario: s1-number-wraps, because: it has no S1}
                """);
        Ran ran = test("--scenario", "s1-number-wraps", "--known", known.toString());
        assertEquals(2, ran.exit());
        assertEquals(
                List.of(
                        "listed as known, but no longer: p1-three-phase (2020-01-01)",
                        "listed as known, but not run: p1-three-phase"),
                ran.out().stream().filter(line -> line.startsWith("listed")).toList());
    }

    @Test
    void theEvidenceOfAllIsNotWrittenOverOther() throws IOException {
        cases.test(rig, cems, "s1-number-wraps");
        assertEquals(
                Ran.refused("userports: --out: '" + out + "' is not empty; give a new directory, or delete it"),
                Ran.of("merge", out.toString(), "--out", out.toString()));
        assertEquals(
                Ran.refused("userports: " + folder + ": holds no evidence of a run that has ended (no run.json); give a"
                        + " folder that 'userports test --out' has written"),
                Ran.of("compare", out.toString(), folder.toString()));
    }

    private List<String> shard(String shard, String[] scenarios, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--shard", shard));
        List.of(scenarios).forEach(id -> arguments.addAll(List.of("--scenario", id)));
        arguments.addAll(List.of(more));
        return test(arguments.toArray(String[]::new)).verdicts();
    }

    private Ran test(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("test", "--rig", rig, "--cems", cems, "--jobs", "2", "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Ran.quietly(arguments.toArray(String[]::new));
    }
}
