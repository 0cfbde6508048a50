package io.userports.conformance.observe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Lines of octets that come in any pieces; what is longer than the longest line is cut off. */
final class LineCutter {
    private final int longest;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** One that tells each line, without its end, to {@code lines}. */
    LineCutter(int longest, Consumer<String> lines) {
        this.longest = longest;
        this.lines = lines;
    }

    /** Takes the first {@code count} of {@code octets}. */
    void add(byte[] octets, int count) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (octets[i] == '\n') {
                keep(octets, from, i);
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                from = i + 1;
                lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            }
        }
        keep(octets, from, count);
    }

    /** Forgets a line that has no end yet. */
    void reset() {
        line.reset();
    }

    private void keep(byte[] octets, int from, int to) {
        line.write(octets, from, Math.min(to - from, longest - line.size()));
    }
}
