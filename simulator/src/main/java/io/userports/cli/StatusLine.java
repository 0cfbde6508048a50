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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the emulator does, in one line: it redraws itself on a terminal and comes once, at the end, in a pipe. */
final class StatusLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean clocked;
    private final Set<UserPort> ports;
    private final Playing playing;
    private final Ledger ledger;
    private boolean over;

    StatusLine(
            PrintWriter out, boolean terminal, boolean clocked, Set<UserPort> ports, Playing playing, Ledger ledger) {
        this.out = out;
        this.terminal = terminal;
        this.clocked = clocked;
        this.ports = Set.copyOf(ports);
        this.playing = playing;
        this.ledger = ledger;
    }

    synchronized void draw() {
        if (terminal && !over) {
            out.print("\r" + text() + "\033[K");
            out.flush();
        }
    }

    /** The last one, once, however often it is asked for; none after something broke, which has the last word then. */
    synchronized void last() {
        if (!over && playing.failure().isEmpty()) {
            draw();
            out.println(terminal ? "" : text());
            out.flush();
        }
        over = true;
    }

    private String text() {
        StringBuilder text = new StringBuilder(CLOCK.format(Brussels.at(playing.simulatedAt(System.nanoTime()))));
        for (UserPort port : UserPort.values()) {
            if (ports.contains(port)) {
                text.append("  ")
                        .append(port)
                        .append(' ')
                        .append(telegrams(port, Fate.LEFT))
                        .append(" sent, ")
                        .append(telegrams(port, Fate.DROPPED) + telegrams(port, Fate.CUT))
                        .append(" not taken");
                faults(port, text);
            }
        }
        // Nothing is late that has not left.
        if (clocked && ledger.count(Fate.LEFT) + ledger.count(Fate.CUT) > 0) {
            Ledger.Lateness late = ledger.lateness();
            text.append(String.format(
                    Locale.ROOT, "  late %.2f ms (half), %.2f ms (99 %%)", late.p50() / 1e6, late.p99() / 1e6));
        }
        return text.toString();
    }

    private void faults(UserPort port, StringBuilder text) {
        Map<String, Long> faults = ledger.faults(port);
        if (!faults.isEmpty()) {
            text.append(faults.entrySet().stream()
                    .map(f -> f.getKey() + " " + f.getValue())
                    .collect(Collectors.joining(", ", " (", ")")));
        }
    }

    /** Units of S1 hold several telegrams. */
    private long telegrams(UserPort port, Fate fate) {
        return port == UserPort.P1
                ? ledger.count(port, fate)
                : ledger.octets(port, fate) / S1Layout.EMUCS_H_1_3.octets();
    }
}
