package io.userports.conformance.check;

import io.userports.conformance.check.Finding.Fact;
import java.util.List;

/** Facts in three columns, fit for a terminal whatever a CEMS has written into them. */
record FactColumns(List<Fact> facts, int keyWidth, int valueWidth) {
    /** As wide as {@code expected}, so that the facts of all findings stand in the same columns. */
    private static final int NARROWEST_KEY = 8;

    private static final int AFTER_KEY = 3;
    private static final int AFTER_VALUE = 6;
    /** Longer values (a text of 1024 characters) are cut here; their whole length is told. */
    private static final int LONGEST_VALUE = 120;

    static FactColumns of(List<Fact> facts) {
        List<Fact> printable = facts.stream()
                .map(fact ->
                        new Fact(fact.key(), cut(fact.key(), Printable.of(fact.value())), Printable.of(fact.place())))
                .toList();
        int key = printable.stream().mapToInt(fact -> fact.key().length()).max().orElse(0);
        int value = printable.stream()
                .filter(fact -> !fact.place().isEmpty())
                .mapToInt(fact -> fact.value().length())
                .max()
                .orElse(0);
        return new FactColumns(printable, Math.max(key, NARROWEST_KEY) + AFTER_KEY, value + AFTER_VALUE);
    }

    List<String> lines() {
        return facts.stream().map(this::line).toList();
    }

    private String line(Fact fact) {
        String line = padded(fact.key(), keyWidth);
        return fact.place().isEmpty() ? line + fact.value() : line + padded(fact.value(), valueWidth) + fact.place();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** A reason is written by us and kept whole. */
    private static String cut(String key, String value) {
        return key.equals(Finding.REASON) || value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE) + "… (" + value.length() + " characters)";
    }
}
