package io.userports.conformance.report;

import io.userports.conformance.cems.CemsSpec;
import io.userports.yaml.Quoted;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code run.json}: what was run with what, and how it ended; written when all else is.
 *
 * @param userports the version of this program
 * @param features the SHA-256 of the scenarios that come with it
 * @param cems who was judged
 * @param rig the name or the file of the rig, as it was given
 * @param tags what people call the ports of the rig: {@code P1 rack-2}
 * @param day on which it began, as the list of known failures counts days
 * @param seed where all chance came from
 * @param timeScale how much faster than real time it went
 * @param jobs how many scenarios went side by side, at most
 * @param timeZones the time zones that the CEMS ran under; empty: that of the machine
 * @param shard which part of the selection was run
 * @param selected the ids of the whole selection, in order, before it was split
 * @param durationMs how long it took, in milliseconds
 * @param exit the exit code
 * @param lost the evidence that could not be kept, a sentence each
 * @param remarks what else was told at the end, a sentence each
 */
public record RunFile(
        String userports,
        String features,
        Tested cems,
        String rig,
        List<String> tags,
        String day,
        long seed,
        int timeScale,
        int jobs,
        List<String> timeZones,
        Shard shard,
        List<String> selected,
        long durationMs,
        int exit,
        List<String> lost,
        List<String> remarks) {
    /** Its name in the folder of the evidence. */
    public static final String NAME = "run.json";

    /**
     * Who was judged, as its {@code cems.yaml} says.
     *
     * @param vendor who makes it
     * @param product what it is called
     * @param version which one it was
     */
    public record Tested(String vendor, String product, String version) {
        /** {@return who was judged}; a name that is missing is an {@link IllegalArgumentException}. */
        public Tested {
            present(vendor, product, version);
        }

        /** {@return who {@code spec} declares} */
        public static Tested of(CemsSpec spec) {
            return new Tested(spec.vendor(), spec.product(), spec.version());
        }

        @Override
        public String toString() {
            return vendor + " " + product + " " + version;
        }
    }

    /** {@return this run, unchangeable}; a value that is missing is an {@link IllegalArgumentException}. */
    public RunFile {
        present(userports, features, cems, rig, day, timeZones, shard, selected, lost, remarks);
        requireDay(day);
        if (timeScale < 1) {
            throw new IllegalArgumentException("timeScale " + timeScale + " is not 1 or more");
        }
        // a run of before there were tags is a run all the same
        tags = tags == null ? List.of() : List.copyOf(tags);
        timeZones = List.copyOf(timeZones);
        selected = selected.stream().sorted().toList();
        lost = List.copyOf(lost);
        remarks = List.copyOf(remarks);
    }

    /** {@return the run that {@code folder} tells of}; another folder is an {@code InputException}. */
    static RunFile read(Path folder) {
        Path file = folder.resolve(NAME);
        return StrictJson.read(StrictJson.text(file), file.toString(), RunFile.class);
    }

    /** {@return the whole file} */
    String text() {
        return StrictJson.text(this);
    }

    /**
     * A thing that two runs do not have in common.
     *
     * @param what what it is
     * @param mine its value here, quoted
     * @param theirs its value there, quoted
     */
    record Difference(String what, String mine, String theirs) {}

    /** {@return what is not the same in {@code other}, of all that verdicts depend on, beside the CEMS} */
    List<Difference> differences(RunFile other) {
        return different(
                other,
                new Part("version of userports", RunFile::userports),
                new Part("edition of the scenarios", RunFile::features),
                new Part("rig", RunFile::rig),
                new Part("seed", RunFile::seed),
                new Part("time scale", RunFile::timeScale),
                new Part("set of time zones", RunFile::timeZones));
    }

    /** {@return what keeps {@code other} from being another shard of this run} */
    List<Difference> differencesOfShards(RunFile other) {
        List<Difference> all = new ArrayList<>(differences(other));
        all.addAll(different(
                other,
                new Part("CEMS", RunFile::cems),
                new Part("number of shards", run -> run.shard().count()),
                new Part("selection of scenarios", RunFile::selected)));
        return all;
    }

    private record Part(String what, Function<RunFile, Object> of) {}

    private List<Difference> different(RunFile other, Part... parts) {
        return Stream.of(parts)
                .filter(part -> !part.of().apply(this).equals(part.of().apply(other)))
                .map(part -> new Difference(
                        part.what(),
                        Quoted.of(part.of().apply(this).toString()),
                        Quoted.of(part.of().apply(other).toString())))
                .toList();
    }

    /** {@return this run as it would have been in one piece} */
    RunFile whole(Summary summary, int mostJobs) {
        return new RunFile(
                userports,
                features,
                cems,
                rig,
                tags,
                day,
                seed,
                timeScale,
                mostJobs,
                timeZones,
                Shard.WHOLE,
                selected,
                summary.durationMs(),
                summary.exit().code(),
                summary.lost(),
                summary.remarks());
    }

    private static void requireDay(String day) {
        try {
            LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("day " + Quoted.of(day) + " is no day like 2026-11-23", e);
        }
    }

    private static void present(Object... values) {
        if (Stream.of(values).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a key is missing");
        }
    }
}
