package io.userports.conformance.cli;

import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Review;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.evidence.EvidenceFolder;
import io.userports.conformance.report.ConsoleReport;
import io.userports.conformance.report.EvidenceFiles;
import io.userports.conformance.report.PastRun;
import io.userports.conformance.report.SplitRun;
import io.userports.conformance.report.Summary;
import io.userports.conformance.requirement.Requirements;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.RigBroken;
import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code userports merge}: the evidence of the shards of a run as that of one. */
@Command(
        name = "merge",
        description =
                "Joins the evidence of the shards of one run (test --shard) and ends as the whole run would have.",
        footer = {
            "",
            "A shard or a scenario that is missing is named; the rest is written all the",
            "same, and the exit code is 3, or 1 if something failed. Shards of different",
            "runs (another version, CEMS, rig, seed or selection) are refused: 64."
        },
        mixinStandardHelpOptions = true)
public final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The evidence of each shard, in any order.")
    private List<Path> folders;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the evidence of all goes: a new or an empty directory.")
    private Path out;

    @Override
    public Integer call() {
        SplitRun run = SplitRun.of(folders.stream().map(PastRun::read).toList());
        try {
            requireEmpty();
            for (Path part : folders) {
                requireWhole(part);
            }
            Path first = folders.get(0);
            Claims claims = StrictYaml.readPart(first.resolve(EvidenceFiles.CEMS), "claims", Claims.class);
            Rig rig = Rig.of(first.resolve(EvidenceFiles.RIG).toString());
            EvidenceFolder folder = EvidenceFolder.begin(out);
            Summary summary = run.write(folder.part(), Review.of(claims, rig, Evidence.TRACERS), out + "/");
            folder.complete(Version.number());
            ConsoleReport.on(spec.commandLine().getOut(), Requirements.load(), Ansi.AUTO, false)
                    .finished(summary);
            return summary.exit().code();
        } catch (IOException | UncheckedIOException e) {
            throw RigBroken.of(
                    "--out " + out + ": the evidence cannot be copied there (" + e + "); choose a directory of your"
                            + " own",
                    e);
        }
    }

    private static void requireWhole(Path folder) {
        List<String> differences;
        try {
            differences = EvidenceFolder.differences(folder);
        } catch (IOException e) {
            differences = List.of(String.valueOf(e.getMessage()));
        }
        if (!differences.isEmpty()) {
            throw RigBroken.of(folder + ": the evidence is not as it was written: " + differences.get(0)
                    + "; 'userports verify' tells all");
        }
    }

    private void requireEmpty() throws IOException {
        if (!Files.isDirectory(out)) {
            return;
        }
        try (Stream<Path> files = Files.list(out)) {
            if (files.findAny().isPresent()) {
                throw InputException.at("--out", "'" + out + "' is not empty; give a new directory, or delete it");
            }
        }
    }
}
