package io.userports.conformance.report;

import io.userports.conformance.check.Finding;
import io.userports.conformance.check.Printable;
import io.userports.conformance.requirement.Clause;
import io.userports.conformance.requirement.Requirements;
import io.userports.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** The words of the console report. */
record ConsoleText(Requirements requirements, Ansi colours) {
    private static final String INDENT = "      ";
    /** The column in which the facts of a {@link Finding} begin. */
    private static final String KEY = "%-11s";

    private static final String BETWEEN = "      ";
    private static final int VERDICT_WIDTH = 12;

    /** One scenario on one line, with the first of its clauses. */
    String line(ScenarioResult result) {
        return String.format(" %-15s   %-36s   ", result.clauses().get(0), result.id())
                + coloured(result.verdict())
                + String.format(
                        Locale.ROOT,
                        "%s %6.1f s",
                        " ".repeat(VERDICT_WIDTH - result.verdict().toString().length()),
                        result.durationMs() / 1000.0)
                + result.finding()
                        .flatMap(finding -> finding.value(Finding.WITHOUT))
                        .map(quantities -> "   without " + Printable.of(quantities))
                        .orElse("");
    }

    /** The first of {@code alike} with everything that is known about it, and how many there are more. */
    List<String> block(List<ScenarioResult> alike) {
        ScenarioResult result = alike.get(0);
        List<String> lines = new ArrayList<>();
        String clauses = result.clauses().stream().map(Clause::inWords).collect(Collectors.joining(", "));
        lines.add(coloured(result.verdict()) + "  " + result.id() + "   " + result.level() + ", " + clauses);
        result.clauses().stream()
                .flatMap(clause -> requirements.find(clause).stream())
                .forEach(requirement -> lines.add(fact("asks", requirement.text())));
        result.finding().map(Finding::lines).orElse(List.of()).forEach(line -> lines.add(INDENT + line));
        lines.add(fact("rerun", Printable.of(result.rerun())));
        if (alike.size() > 1) {
            lines.add(fact("also", (alike.size() - 1) + " more, for the same reason"));
        }
        return lines;
    }

    /** How much was judged, where that is not all; nothing where there is nothing to say. */
    List<String> unjudged(Summary summary) {
        return Stream.of(summary.unjudged())
                .filter(line -> !line.isEmpty())
                .map(Printable::of)
                .toList();
    }

    /** The whole run on one line. */
    String closing(Summary summary) {
        int count = summary.results().size();
        String verdicts = summary.counts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + reasons(summary, entry))
                .collect(Collectors.joining(", "));
        return count + (count == 1 ? " scenario in " : " scenarios in ") + duration(summary.durationMs()) + ": "
                + (count == 0 ? "none matched" : verdicts) + BETWEEN + "seed " + summary.seed() + BETWEEN
                + "evidence in " + summary.evidence() + BETWEEN + "exit "
                + summary.exit().code();
    }

    private static String reasons(Summary summary, Map.Entry<Verdict, Long> counted) {
        if (counted.getKey() != Verdict.N_A) {
            return "";
        }
        String reasons = summary.results().stream()
                .filter(result -> result.verdict() == Verdict.N_A)
                .flatMap(result -> result.finding().stream())
                .flatMap(finding -> finding.value(Finding.REASON).stream())
                .map(Printable::of)
                .distinct()
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "" : " (" + reasons + ")";
    }

    private String coloured(Verdict verdict) {
        String style =
                switch (verdict) {
                    case PASS, YES -> "green";
                    case FAIL, STALE -> "bold,red";
                    case RIG_ERROR -> "bold,magenta";
                    case NOTE, NO, KNOWN, INCONCLUSIVE -> "yellow";
                    case N_A -> "faint";
                };
        return colours.string("@|" + style + " " + verdict + "|@");
    }

    private static String fact(String key, String value) {
        return INDENT + String.format(KEY, key) + value;
    }

    private static String duration(long milliseconds) {
        double seconds = milliseconds / 1000.0;
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
}
