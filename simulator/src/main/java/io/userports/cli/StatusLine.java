package io.userports.cli;

import io.userports.grid.Brussels;
import io.userports.link.Ledger;
import io.userports.link.Ledger.Fate;
import io.userports.link.Playing;
import io.userports.s1.S1Layout;
import io.userports.wire.UserPort;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** How the emulator does, in one line: it redraws itself on a terminal and comes once, at the end, in a pipe. */
final class StatusLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final PrintWriter out;
    private final boolean terminal;
    private final Set<UserPort> ports;

    StatusLine(PrintWriter out, boolean terminal, Set<UserPort> ports) {
        this.out = out;
        this.terminal = terminal;
        this.ports = Set.copyOf(ports);
    }

    void draw(Playing playing, Ledger ledger) {
        if (terminal) {
            out.print("\r" + text(playing, ledger) + "\033[K");
            out.flush();
        }
    }

    void last(Playing playing, Ledger ledger) {
        draw(playing, ledger);
        out.println(terminal ? "" : text(playing, ledger));
        out.flush();
    }

    private String text(Playing playing, Ledger ledger) {
        StringBuilder text = new StringBuilder(CLOCK.format(Brussels.at(playing.simulatedAt(System.nanoTime()))));
        for (UserPort port : UserPort.values()) {
            if (ports.contains(port)) {
                text.append("  ")
                        .append(port)
                        .append(' ')
                        .append(telegrams(ledger, port, Fate.LEFT))
                        .append(" sent, ")
                        .append(telegrams(ledger, port, Fate.DROPPED) + telegrams(ledger, port, Fate.CUT))
                        .append(" not taken");
            }
        }
        Ledger.Lateness late = ledger.lateness();
        return text.append(String.format(
                        Locale.ROOT, "  late %.2f ms (half), %.2f ms (99 %%)", late.p50() / 1e6, late.p99() / 1e6))
                .toString();
    }

    /** Units of S1 hold several telegrams. */
    private static long telegrams(Ledger ledger, UserPort port, Fate fate) {
        return port == UserPort.P1
                ? ledger.count(port, fate)
                : ledger.octets(port, fate) / S1Layout.EMUCS_H_1_3.octets();
    }
}
