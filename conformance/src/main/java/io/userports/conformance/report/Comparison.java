package io.userports.conformance.report;

import io.userports.conformance.check.Printable;
import io.userports.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The verdicts of several runs side by side: a row a scenario, a column a run.
 *
 * @param runs those to compare, in the order of the columns, at least one
 */
public record Comparison(List<PastRun> runs) {
    private static final String NOT_RUN = "-";

    /** {@return this comparison, unchangeable} */
    public Comparison {
        runs = List.copyOf(runs);
    }

    /**
     * {@return what differs, then how often each verdict was given}
     *
     * @param all whether the scenarios on which all agree are shown too, after the others
     * @param markdown whether the tables are those of Markdown
     */
    public List<String> lines(boolean all, boolean markdown) {
        List<List<String>> rows = rows();
        List<List<String>> different = rows.stream().filter(Comparison::differs).toList();
        List<List<String>> shown = new ArrayList<>(different);
        if (all) {
            rows.stream().filter(row -> !differs(row)).forEach(shown::add);
        }
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            lines.addAll(new TextTable(heading("scenario"), shown).lines(markdown));
            lines.add("");
        }
        lines.add(different.size() + " of " + rows.size() + (rows.size() == 1 ? " scenario" : " scenarios")
                + (different.size() == 1 ? " differs" : " differ"));
        lines.add("");
        lines.addAll(new TextTable(heading("verdict"), counts()).lines(markdown));
        List<String> warnings = warnings();
        if (!warnings.isEmpty()) {
            lines.add("");
            lines.addAll(warnings);
        }
        return lines;
    }

    private List<List<String>> rows() {
        SortedSet<String> ids = new TreeSet<>();
        runs.forEach(past -> past.results().forEach(result -> ids.add(result.id())));
        return ids.stream()
                .map(id -> row(id, runs.stream().map(past -> verdict(past, id)).toList()))
                .toList();
    }

    private static String verdict(PastRun past, String id) {
        return past.results().stream()
                .filter(result -> result.id().equals(id))
                .map(result -> result.verdict().toString())
                .findFirst()
                .orElse(NOT_RUN);
    }

    private static boolean differs(List<String> row) {
        return row.stream().skip(1).distinct().count() > 1;
    }

    private List<List<String>> counts() {
        List<List<String>> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            List<Long> given = runs.stream()
                    .map(past -> past.results().stream()
                            .filter(result -> result.verdict() == verdict)
                            .count())
                    .toList();
            if (given.stream().anyMatch(count -> count > 0)) {
                counts.add(row(
                        verdict.toString(), given.stream().map(String::valueOf).toList()));
            }
        }
        return counts;
    }

    private List<String> heading(String first) {
        List<String> names = runs.stream()
                .map(past -> Printable.of(
                        past.run().cems().product() + " " + past.run().cems().version()))
                .toList();
        return row(
                first,
                IntStream.range(0, runs.size())
                        .mapToObj(i -> Collections.frequency(names, names.get(i)) == 1
                                ? names.get(i)
                                : Printable.of(runs.get(i).folder().toString()))
                        .toList());
    }

    private static List<String> row(String first, List<String> more) {
        List<String> row = new ArrayList<>();
        row.add(first);
        row.addAll(more);
        return row;
    }

    /** Runs under other conditions may differ without their CEMS doing so. */
    private List<String> warnings() {
        PastRun first = runs.get(0);
        return runs.stream()
                .flatMap(past -> first.run().differences(past.run()).stream()
                        .map(difference -> Printable.of(past.folder() + " was run with another " + difference.what()
                                + " than " + first.folder() + ": " + difference.theirs() + ", not "
                                + difference.mine())))
                .toList();
    }
}
