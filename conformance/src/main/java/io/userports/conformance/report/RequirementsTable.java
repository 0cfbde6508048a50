package io.userports.conformance.report;

import io.userports.conformance.requirement.Coverage;
import io.userports.conformance.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a CEMS, clause by clause, and which scenarios ask it. */
public final class RequirementsTable {
    private static final int TEXT_WIDTH = 64;
    private static final String ROW = "%-16s %-7s %-" + TEXT_WIDTH + "s  %s";

    private RequirementsTable() {}

    /** {@return the table, line by line: clause, level, text cut to a line, and the scenarios or why there are none} */
    public static List<String> lines(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        lines.add(row("clause", "level", "what is asked", "scenarios"));
        List<Requirement> requirements = coverage.requirements().all();
        requirements.forEach(requirement -> lines.addAll(rows(requirement, coverage)));
        long judged = requirements.stream()
                .filter(requirement ->
                        !coverage.catalogue().judging(requirement.clause()).isEmpty())
                .count();
        lines.add("");
        lines.add(requirements.size() + " clauses: " + judged + " judged by "
                + coverage.catalogue().scenarios().size() + " scenarios, " + (requirements.size() - judged)
                + " not judged");
        return lines;
    }

    private static List<String> rows(Requirement requirement, Coverage coverage) {
        List<String> lines = new ArrayList<>();
        String clause = requirement.clause().tag();
        String level = requirement.level().toString();
        String text = cut(requirement.text());
        if (!requirement.isJudged()) {
            lines.add(row(clause, level, text, "not judged: " + requirement.reason()));
            return lines;
        }
        coverage.catalogue().judging(requirement.clause()).forEach(scenario -> {
            boolean first = lines.isEmpty();
            lines.add(row(
                    first ? clause : "",
                    first ? level : "",
                    first ? text : "",
                    scenario.tags().id()));
        });
        if (lines.isEmpty()) {
            lines.add(row(clause, level, text, "none"));
        }
        return lines;
    }

    private static String row(String clause, String level, String text, String scenarios) {
        return ROW.formatted(clause, level, text, scenarios);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_WIDTH ? text : text.substring(0, TEXT_WIDTH - 1) + "…";
    }
}
