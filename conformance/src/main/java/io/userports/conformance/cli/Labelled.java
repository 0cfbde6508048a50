package io.userports.conformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A console of one of several runs: each of its lines begins with a label; what is flushed at once stays together. */
final class Labelled extends StringWriter {
    private final PrintWriter out;
    private final String label;

    private Labelled(PrintWriter out, String label) {
        this.out = out;
        this.label = label;
    }

    /** {@return a writer of whose lines {@code out} gets whole ones only} */
    static PrintWriter of(PrintWriter out, String label) {
        return new PrintWriter(new Labelled(out, label));
    }

    @Override
    public void flush() {
        int end = getBuffer().lastIndexOf("\n") + 1;
        String lines = getBuffer().substring(0, end);
        getBuffer().delete(0, end);
        synchronized (out) {
            lines.lines().forEach(line -> out.println((label + " " + line).stripTrailing()));
            out.flush();
        }
    }
}
