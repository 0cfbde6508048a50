package io.userports.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells in columns as wide as the widest of each. */
record TextTable(List<String> heading, List<List<String>> rows) {
    private static final String BETWEEN = "   ";

    List<String> lines(boolean markdown) {
        List<String> lines = new ArrayList<>();
        if (markdown) {
            lines.add(piped(heading));
            lines.add("|" + "---|".repeat(heading.size()));
            rows.forEach(row -> lines.add(piped(row)));
        } else {
            lines.add(padded(heading));
            rows.forEach(row -> lines.add(padded(row)));
        }
        return lines;
    }

    private static String piped(List<String> row) {
        return row.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String padded(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(width(column) - row.get(column).length()))
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }

    private int width(int column) {
        return Math.max(
                heading.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
}
