package io.userports.conformance.report;

import io.userports.conformance.cems.Review;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The shards of one run, put together again.
 *
 * @param shards in their order, at least one, of the same run, no scenario in two of them
 */
public record SplitRun(List<PastRun> shards) {
    private static final List<String> GIVEN = List.of(EvidenceFiles.CEMS, EvidenceFiles.RIG, EvidenceFiles.KNOWN);

    /** {@return these shards as one run}; what was not one run is an {@link InputException} that says why. */
    public static SplitRun of(Collection<PastRun> shards) {
        List<PastRun> ordered = shards.stream()
                .sorted(Comparator.comparing(past -> past.run().shard().index()))
                .toList();
        PastRun first = ordered.get(0);
        Map<Integer, PastRun> byIndex = new TreeMap<>();
        Map<String, PastRun> byScenario = new HashMap<>();
        for (PastRun past : ordered) {
            requireSameRun(first, past);
            PastRun same = byIndex.putIfAbsent(past.run().shard().index(), past);
            if (same != null) {
                throw InputException.at(
                        past.folder().toString(),
                        "is shard " + past.run().shard() + ", as " + same.folder() + "; give each shard once");
            }
            past.results().forEach(result -> {
                if (!past.run().selected().contains(result.id())) {
                    throw InputException.at(
                            past.folder().toString(),
                            "has a result of the scenario " + Quoted.of(result.id())
                                    + ", which was not selected; run this shard again");
                }
                PastRun other = byScenario.putIfAbsent(result.id(), past);
                if (other != null) {
                    throw InputException.at(
                            past.folder().toString(),
                            "has the scenario " + result.id() + ", as " + other.folder()
                                    + "; run all shards again, with the same --balance");
                }
            });
        }
        return new SplitRun(ordered);
    }

    /** {@return this run, unchangeable} */
    public SplitRun {
        shards = List.copyOf(shards);
    }

    private static void requireSameRun(PastRun first, PastRun past) {
        first.run().differencesOfShards(past.run()).stream().findFirst().ifPresent(difference -> {
            throw InputException.at(
                    past.folder().toString(),
                    "was run with another " + difference.what() + " than " + first.folder() + ": " + difference.theirs()
                            + ", not " + difference.mine() + "; merge the shards of one run");
        });
        if (!first.run().day().equals(past.run().day())
                && Files.exists(past.folder().resolve(EvidenceFiles.KNOWN))) {
            throw InputException.at(
                    past.folder().toString(),
                    "was begun on another day than " + first.folder() + ": "
                            + Quoted.of(past.run().day()) + ", not "
                            + Quoted.of(first.run().day()) + ", and " + EvidenceFiles.KNOWN
                            + " may end on one of them; run all shards on one day");
        }
    }

    /**
     * Writes the evidence of all of it into {@code folder}, which is empty.
     *
     * @param review of the claims of the CEMS
     * @param evidence where the reader will find it
     * @return what it came to, with what is missing as lost evidence
     */
    public Summary write(Path folder, Review review, String evidence) throws IOException {
        JoinedMessages.write(
                shards.stream()
                        .map(past -> past.folder().resolve(JoinedMessages.NAME))
                        .toList(),
                folder.resolve(JoinedMessages.NAME));
        for (String given : given()) {
            copyGiven(given, folder);
        }
        for (PastRun past : shards) {
            copy(past.folder().resolve(EvidenceFiles.SCENARIOS), folder.resolve(EvidenceFiles.SCENARIOS));
        }
        Reports reports = Reports.of(
                ResultsFile.at(folder.resolve(ResultsFile.NAME)),
                ReviewFile.at(folder.resolve(ReviewFile.NAME), review),
                JUnitReport.at(folder.resolve(JUnitReport.NAME), review),
                RunReport.in(folder, this::run));
        Summary summary = summary(evidence);
        reports.started(summary.results().size());
        summary.results().forEach(reports::ended);
        reports.finished(summary);
        return reports.complete(summary);
    }

    /** What a run was given is the same in all shards, or else they are not of one run. */
    private void copyGiven(String name, Path folder) throws IOException {
        Path first = shards.get(0).folder().resolve(name);
        for (PastRun past : shards) {
            Path file = past.folder().resolve(name);
            boolean same = Files.exists(first) == Files.exists(file)
                    && (!Files.exists(first) || Files.mismatch(first, file) < 0);
            if (!same) {
                throw InputException.at(
                        file.toString(), "is not the same as " + first + "; merge the shards of one run");
            }
        }
        if (Files.exists(first)) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.copy(first, folder.resolve(name));
        }
    }

    /** What the shards were given, as far as it is known by name, and the mappings of all. */
    private Set<String> given() throws IOException {
        Set<String> given = new TreeSet<>(GIVEN);
        for (PastRun past : shards) {
            Path mappings = past.folder().resolve(EvidenceFiles.MAPPINGS);
            if (Files.isDirectory(mappings)) {
                try (Stream<Path> files = Files.list(mappings)) {
                    files.forEach(file -> given.add(EvidenceFiles.MAPPINGS + "/" + file.getFileName()));
                }
            }
        }
        return given;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path file : all) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
    }

    /** What all of it came to; parts that went side by side took as long as the longest. */
    private Summary summary(String evidence) {
        List<String> lost = new ArrayList<>(missing());
        shards.forEach(past -> past.run().lost().forEach(sentence -> lost.add(past.folder() + ": " + sentence)));
        return new Summary(
                shards.stream().flatMap(past -> past.results().stream()).toList(),
                shards.stream().mapToLong(past -> past.run().durationMs()).max().orElse(0),
                shards.get(0).run().seed(),
                evidence,
                lost,
                shards.stream()
                        .flatMap(past -> past.run().remarks().stream())
                        .distinct()
                        .toList());
    }

    /** The run as it would have been in one piece. */
    private RunFile run(Summary summary) {
        int mostJobs = shards.stream().mapToInt(past -> past.run().jobs()).max().orElse(1);
        return shards.get(0).run().whole(summary, mostJobs);
    }

    private List<String> missing() {
        RunFile run = shards.get(0).run();
        Set<Integer> there =
                shards.stream().map(past -> past.run().shard().index()).collect(Collectors.toSet());
        List<String> missing = IntStream.rangeClosed(1, run.shard().count())
                .filter(index -> !there.contains(index))
                .mapToObj(index -> "shard " + new Shard(index, run.shard().count()) + " is missing")
                .collect(Collectors.toList());
        Set<String> scenarios = new TreeSet<>(run.selected());
        shards.forEach(past -> past.results().forEach(result -> scenarios.remove(result.id())));
        if (!scenarios.isEmpty()) {
            missing.add(scenarios.size() + (scenarios.size() == 1 ? " scenario was" : " scenarios were") + " not run: "
                    + String.join(", ", scenarios));
        }
        return missing;
    }
}
