package io.userports.conformance.cli;

import io.userports.conformance.evidence.EvidenceFolder;
import io.userports.conformance.report.PastRun;
import io.userports.conformance.report.Shard;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The options that make less of a selection: one shard of it, what failed last time. */
final class PartOptions {
    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            description = "Only the Ith of N parts, like 2/3, balanced by how long scenarios took in --balance; without"
                    + " it, in the last whole run of --out. 'userports merge' joins the parts.")
    private String shard;

    @Option(names = "--balance", paramLabel = "DIR", description = "The evidence of a run; give all shards the same.")
    private Optional<Path> balance;

    @Option(
            names = "--last-failed",
            description = "Only what was FAIL, STALE, INCONCLUSIVE or RIG-ERROR in the last run of --out.")
    private boolean lastFailed;

    /** {@return whether only what failed last time is wanted} */
    boolean lastFailed() {
        return lastFailed;
    }

    /**
     * {@return what is wanted of {@code selection}; nothing when only failures are wanted and there are none}
     *
     * @param out where the last run left its evidence
     * @param dealt the last run by whose durations shards are balanced
     */
    Optional<Selection> of(Selection selection, Path out, Path dealt) {
        Shard part = shard();
        if (balance.isPresent() && part.equals(Shard.WHOLE)) {
            throw InputException.at("--balance", "there is nothing to balance in a whole run; give --shard I/N too");
        }
        Optional<Selection> wanted = lastFailed ? failed(selection, out) : Optional.of(selection);
        return part.equals(Shard.WHOLE) ? wanted : wanted.map(whole -> whole.part(part, durations(dealt)));
    }

    /** {@return how long scenarios took in the last run of {@code out}; none where nobody can tell} */
    static Map<String, Long> durationsIn(Path out) {
        try {
            return lastIn(out).map(PastRun::durations).orElse(Map.of());
        } catch (InputException e) {
            return Map.of();
        }
    }

    private Shard shard() {
        try {
            return Shard.parse(shard);
        } catch (IllegalArgumentException e) {
            throw InputException.at("--shard", e.getMessage(), e);
        }
    }

    private static Optional<Selection> failed(Selection selection, Path out) {
        Set<String> failed = lastIn(out)
                .orElseThrow(() -> InputException.at(
                        "--last-failed",
                        "no run has ended in " + out + "; run 'userports test --out " + out + "' without it first"))
                .failed();
        Optional<Selection> again = selection.only(failed);
        if (again.isEmpty() && !failed.isEmpty()) {
            throw InputException.at(
                    "--last-failed",
                    "none of those that failed last time matches: " + String.join(", ", new TreeSet<>(failed))
                            + "; run them without --tags and --scenario");
        }
        return again;
    }

    /** The last run of {@code out} is taken only if it was a whole one: other shards must know the same. */
    private Map<String, Long> durations(Path out) {
        return balance.map(PastRun::read)
                .or(() -> lastIn(out).filter(past -> past.run().shard().equals(Shard.WHOLE)))
                .map(PastRun::durations)
                .orElse(Map.of());
    }

    /** The last run of {@code out}, which another may have left moved aside when it was killed. */
    private static Optional<PastRun> lastIn(Path out) {
        try {
            EvidenceFolder.restore(out);
        } catch (IOException e) {
            throw InputException.at(out.toString(), "cannot be looked at (" + e + ")", e);
        }
        return PastRun.find(out);
    }
}
