package io.userports.cli;

import io.userports.grid.Brussels;
import io.userports.link.Ledger;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which unit was struck by which fault, a line each, and no more lines than people can read.
 *
 * <p>The thread of a port only leaves its lines here, or a console that blocks would hold up the wire; another one prints
 * them. Whatever is left out is counted.
 */
final class FaultLines implements Consumer<Ledger.Entry> {
    /** Lines of one simulated second; S1 may have thousands of units. */
    static final int MOST_A_SECOND = 5;
    /** Lines that wait to be printed: more than a screen, and little memory. */
    static final int MOST_WAITING = 500;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private final PrintWriter out;
    private final boolean terminal;
    private final Queue<String> waiting = new ArrayDeque<>();
    private Instant second = Instant.MIN;
    private long units;
    private long missed;

    FaultLines(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(Ledger.Entry entry) {
        Instant now = entry.due().truncatedTo(ChronoUnit.SECONDS);
        if (!now.equals(second)) {
            endSecond();
            second = now;
        }
        if (++units <= MOST_A_SECOND) {
            leave(line(entry), 1);
        }
    }

    /** Prints what waits; blocks nobody but its caller. */
    void print() {
        List<String> lines;
        long more;
        synchronized (this) {
            lines = new ArrayList<>(waiting);
            waiting.clear();
            more = missed;
            missed = 0;
        }
        if (more > 0) {
            lines.add("  and " + more + " units more, struck faster than lines could be printed");
        }
        lines.forEach(line -> out.println(terminal ? "\r" + line + "\033[K" : line));
        if (!lines.isEmpty()) {
            out.flush();
        }
    }

    /** Prints what waits and what was left out, after which nothing more comes. */
    void last() {
        synchronized (this) {
            endSecond();
        }
        print();
    }

    private void endSecond() {
        long more = units - MOST_A_SECOND;
        if (more > 0) {
            leave("  and " + more + (more == 1 ? " unit" : " units") + " more in that second", more);
        }
        units = 0;
    }

    private void leave(String line, long of) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(line);
        } else {
            missed += of;
        }
    }

    private static String line(Ledger.Entry entry) {
        return CLOCK.format(Brussels.at(entry.due())) + "  " + entry.port() + " unit " + entry.number() + "  "
                + names(entry) + (entry.fate() == Ledger.Fate.LEFT ? "" : "  (" + fate(entry) + ")");
    }

    private static String names(Ledger.Entry entry) {
        Map<String, Integer> counts = new TreeMap<>();
        entry.faults().forEach(fault -> counts.merge(fault, 1, Integer::sum));
        StringBuilder names = new StringBuilder();
        counts.forEach((fault, count) ->
                names.append(names.length() == 0 ? "" : ", ").append(fault).append(count == 1 ? "" : " ×" + count));
        return names.toString();
    }

    private static String fate(Ledger.Entry entry) {
        return switch (entry.fate()) {
            case DROPPED -> "not taken";
            case CUT -> "cut by its reader";
            default -> "lost";
        };
    }
}
