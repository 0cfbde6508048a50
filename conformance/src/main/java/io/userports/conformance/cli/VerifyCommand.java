package io.userports.conformance.cli;

import io.userports.conformance.bench.Plan;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.check.Printable;
import io.userports.conformance.evidence.EvidenceFolder;
import io.userports.conformance.report.EvidenceFiles;
import io.userports.conformance.report.PastRun;
import io.userports.conformance.report.ScenarioResult;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.ExitCode;
import io.userports.conformance.verdict.KnownFailures;
import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code userports verify}: whether evidence is as it was written, and whether its records give its verdicts. */
@Command(
        name = "verify",
        description = "Checks every file of a folder of evidence, and makes every verdict again from the raw records.",
        footer = {
            "",
            "Exit: 0 all is as it was; 2 made by another version, so that only the files could be checked;",
            "      3 a file or a verdict is not as it was; 64 no evidence."
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "a folder that test or merge has written")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isRegularFile(folder.resolve(EvidenceFiles.MANIFEST))) {
            throw InputException.at(
                    folder.toString(),
                    "holds no evidence (no manifest.json); give a folder that 'userports test --out' has written");
        }
        List<String> changed = changed();
        if (!changed.isEmpty()) {
            changed.forEach(line -> out.println(Printable.of(line)));
            return closing(out, "the evidence is not as it was written", ExitCode.RIG_ERROR);
        }
        PastRun past = PastRun.read(folder);
        out.println("every file is as its manifest says");
        FeatureCatalogue catalogue = FeatureCatalogue.load();
        if (!past.run().userports().equals(Version.number())
                || !past.run().features().equals(catalogue.digest())) {
            return closing(
                    out,
                    "made by userports " + past.run().userports()
                            + " with other scenarios or another version than this one (" + Version.number()
                            + "): verify it with that",
                    ExitCode.INCONCLUSIVE);
        }
        List<String> contradictions = past.contradictions();
        List<String> differences = differences(past, catalogue);
        differences.forEach(line -> out.println(Printable.of(line)));
        contradictions.forEach(line -> out.println(Printable.of(line)));
        int count = past.results().size();
        if (!contradictions.isEmpty() && differences.isEmpty()) {
            return closing(out, "the results are not those of the run", ExitCode.RIG_ERROR);
        }
        if (!past.isAllOfItsShard()) {
            out.println("shard " + past.run().shard() + ": merge tells whether the shards are all of the selection");
        }
        return differences.isEmpty()
                ? closing(out, count + " verdicts made again from the records: all the same", ExitCode.OK)
                : closing(
                        out,
                        differences.size() + " of " + count + " results are not what the records give",
                        ExitCode.RIG_ERROR);
    }

    private List<String> changed() {
        try {
            return EvidenceFolder.differences(folder);
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private List<String> differences(PastRun past, FeatureCatalogue catalogue) {
        List<ScenarioResult> known = past.results().stream()
                .filter(result -> catalogue.ids().contains(result.id()))
                .toList();
        List<String> differences = past.results().stream()
                .filter(result -> !known.contains(result))
                .map(result -> result.id() + ": no scenario of that id is known here")
                .collect(Collectors.toCollection(ArrayList::new));
        if (!known.isEmpty()) {
            List<String> ids = known.stream().map(ScenarioResult::id).toList();
            Selection selection = Selection.of(catalogue, Optional.empty(), ids);
            differences.addAll(recomputation(past, selection).differences(known));
        }
        return differences;
    }

    private Recomputation recomputation(PastRun past, Selection selection) {
        Claims claims = StrictYaml.readPart(folder.resolve(EvidenceFiles.CEMS), "claims", Claims.class);
        Rig rig = Rig.of(folder.resolve(EvidenceFiles.RIG).toString());
        Path listed = folder.resolve(EvidenceFiles.KNOWN);
        KnownFailures known = Files.exists(listed)
                ? KnownFailures.read(listed, LocalDate.parse(past.run().day()))
                : KnownFailures.none();
        Plan plan = Plan.past(rig, claims, past.run().seed(), past.run().timeScale(), isScaled());
        return new Recomputation(plan, selection, known, Recomputation.in(folder));
    }

    private static int closing(PrintWriter out, String what, ExitCode exit) {
        out.println(what + "      exit " + exit.code());
        out.flush();
        return exit.code();
    }

    /** What the CEMS was told is read from the text: the programs and mappings that it names may not be here. */
    private boolean isScaled() {
        try {
            return Files.readString(folder.resolve("cems.yaml")).contains(Placeholders.TIME_SCALE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
