package io.userports.cli;

import io.userports.grid.Brussels;
import io.userports.link.Ledger;
import io.userports.link.Ledger.Fate;
import io.userports.link.Link;
import io.userports.link.Playing;
import io.userports.s1.S1Layout;
import io.userports.wire.UserPort;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the emulator does, in one line: it redraws itself on a terminal and comes once, at the end, in a pipe. */
final class StatusLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean clocked;
    private final Map<UserPort, Link> links;
    private final Playing playing;
    private final Ledger ledger;
    private boolean over;

    StatusLine(
            PrintWriter out,
            boolean terminal,
            boolean clocked,
            Map<UserPort, Link> links,
            Playing playing,
            Ledger ledger) {
        this.out = out;
        this.terminal = terminal;
        this.clocked = clocked;
        this.links = Map.copyOf(links);
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
            if (links.containsKey(port)) {
                text.append("  ")
                        .append(port)
                        .append(' ')
                        .append(ledger.faults(port).isEmpty() ? telegrams(port) : octets(port))
                        .append(links.get(port).interruption().isPresent() ? ", interrupted" : "");
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

    /** Units of S1 hold several telegrams, which all have one length as long as nothing strikes them. */
    private String telegrams(UserPort port) {
        long telegram = port == UserPort.P1 ? 1 : S1Layout.EMUCS_H_1_3.octets();
        long sent = port == UserPort.P1 ? ledger.count(port, Fate.LEFT) : ledger.octets(port, Fate.LEFT);
        long missed = port == UserPort.P1
                ? ledger.count(port, Fate.DROPPED) + ledger.count(port, Fate.CUT)
                : ledger.octets(port, Fate.DROPPED) + ledger.octets(port, Fate.CUT);
        return sent / telegram + " sent, " + missed / telegram + " not taken";
    }

    /** Once faults have struck nobody can say what is a telegram: octets are, and how often each has struck. */
    private String octets(UserPort port) {
        return ledger.octets(port, Fate.LEFT) + " octets sent, "
                + (ledger.octets(port, Fate.DROPPED) + ledger.octets(port, Fate.CUT)) + " not taken"
                + ledger.faults(port).entrySet().stream()
                        .map(f -> f.getKey() + " " + f.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
