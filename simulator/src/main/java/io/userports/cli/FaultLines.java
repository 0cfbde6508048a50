package io.userports.cli;

import io.userports.grid.Brussels;
import io.userports.link.Ledger;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which unit was struck by which fault, a line each, and no more lines than people can read. */
final class FaultLines implements Consumer<Ledger.Entry> {
    /** Lines of one simulated second; S1 may have thousands. */
    private static final int MOST = 5;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private final PrintWriter out;
    private final boolean terminal;
    private Instant second = Instant.MIN;
    private long lines;

    FaultLines(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(Ledger.Entry entry) {
        Instant now = entry.due().truncatedTo(ChronoUnit.SECONDS);
        if (!now.equals(second)) {
            leftOut();
            second = now;
            lines = 0;
        }
        if (lines++ < MOST) {
            print(CLOCK.format(Brussels.at(entry.due())) + "  " + entry.port() + " unit " + entry.number() + "  "
                    + names(entry) + (entry.fate() == Ledger.Fate.LEFT ? "" : "  (" + fate(entry) + ")"));
        }
    }

    private void leftOut() {
        if (lines > MOST) {
            print("  and " + (lines - MOST) + " units more in that second");
        }
    }

    private void print(String line) {
        out.println(terminal ? "\r" + line + "\033[K" : line);
        out.flush();
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
