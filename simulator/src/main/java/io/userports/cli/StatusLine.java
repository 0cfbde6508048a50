package io.userports.cli;

import io.userports.grid.Brussels;
import io.userports.link.Ledger;
import io.userports.link.Ledger.Fate;
import io.userports.link.Playing;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the emulator does, in one line that redraws itself on a terminal; nothing in a pipe. */
final class StatusLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final PrintWriter out;
    private final boolean terminal;

    StatusLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void draw(Playing playing, Ledger ledger) {
        if (terminal) {
            out.print("\r" + text(playing, ledger) + "\033[K");
            out.flush();
        }
    }

    void last(Playing playing, Ledger ledger) {
        if (terminal) {
            draw(playing, ledger);
            out.println();
            out.flush();
        }
    }

    private static String text(Playing playing, Ledger ledger) {
        Ledger.Lateness late = ledger.lateness();
        return String.format(
                Locale.ROOT,
                "%s  %d sent, %d not taken, late %.2f ms (half), %.2f ms (99 %%)",
                CLOCK.format(Brussels.at(playing.simulatedAt(System.nanoTime()))),
                ledger.count(Fate.LEFT),
                ledger.count(Fate.DROPPED) + ledger.count(Fate.CUT),
                late.p50() / 1e6,
                late.p99() / 1e6);
    }
}
