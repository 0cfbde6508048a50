package io.userports.conformance.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who wrote {@code text}. */
record Near(String text) {
    private static final int MOST = 3;

    /** {@return at most three of {@code names}, the closest first; none when nothing is close} */
    List<String> among(Collection<String> names) {
        return names.stream()
                .filter(name -> !text.isBlank())
                .filter(name -> name.contains(text) || distance(name) <= 1 + name.length() / 4)
                .sorted(Comparator.comparing(this::distance).thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** {@return {@code did you mean …? }, or nothing when nothing is close} */
    String question(Collection<String> names) {
        List<String> near = among(names);
        return near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ";
    }

    /** The letters to add, drop or replace (Levenshtein), row by row. */
    private int distance(String name) {
        int[] row = new int[name.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= text.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (text.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[name.length()];
    }
}
