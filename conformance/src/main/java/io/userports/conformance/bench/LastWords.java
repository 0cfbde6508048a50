package io.userports.conformance.bench;

import java.util.List;
import java.util.stream.Collectors;

/** The end of what a CEMS wrote for people, on one line; stack frames and other indented lines left out. */
record LastWords(List<String> lines) {
    private static final int MOST_LINES = 3;
    private static final int LONGEST = 160;

    @Override
    public String toString() {
        List<String> words = lines.stream()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .toList();
        return words.isEmpty()
                ? "it wrote nothing to standard error"
                : words.subList(Math.max(0, words.size() - MOST_LINES), words.size()).stream()
                        .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…")
                        .collect(Collectors.joining(" | "));
    }
}
