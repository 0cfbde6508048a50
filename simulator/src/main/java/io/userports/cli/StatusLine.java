package io.userports.cli;

import io.userports.grid.Brussels;
import io.userports.link.Ledger;
import io.userports.link.Ledger.Fate;
import io.userports.link.Outlet;
import io.userports.link.Playing;
import io.userports.s1.S1Layout;
import io.userports.wire.UserPort;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the emulator does, in one line: it redraws itself on a terminal and comes once, at the end, in a pipe. */
final class StatusLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean clocked;
    private final List<Outlet> outlets;
    private final Playing playing;
    private boolean over;

    /** {@code outlets}: where the ports leave, in the order in which they are told. */
    StatusLine(PrintWriter out, boolean terminal, boolean clocked, List<Outlet> outlets, Playing playing) {
        this.out = out;
        this.terminal = terminal;
        this.clocked = clocked;
        this.outlets = List.copyOf(outlets);
        this.playing = playing;
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
        for (Outlet outlet : outlets) {
            boolean alone = outlets.stream()
                            .filter(other -> other.port() == outlet.port())
                            .count()
                    == 1;
            text.append("  ")
                    .append(outlet.port())
                    .append(alone ? " " : " " + outlet.link().address() + " ")
                    .append(
                            outlet.ledger().faults(outlet.port()).isEmpty()
                                    ? telegrams(outlet.port(), outlet.ledger())
                                    : octets(outlet.port(), outlet.ledger()))
                    .append(missed(outlet))
                    .append(outlet.link().interruption().isPresent() ? ", interrupted" : "");
        }
        if (clocked) {
            text.append(late());
        }
        return text.toString();
    }

    /** The latest of all; nothing is late that has not left. */
    private String late() {
        List<Ledger.Lateness> late = outlets.stream()
                .map(Outlet::ledger)
                .distinct()
                .filter(ledger -> ledger.count(Fate.LEFT) + ledger.count(Fate.CUT) > 0)
                .map(Ledger::lateness)
                .toList();
        return late.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  late %.2f ms (half), %.2f ms (99 %%)",
                        late.stream().mapToLong(Ledger.Lateness::p50).max().orElse(0) / 1e6,
                        late.stream().mapToLong(Ledger.Lateness::p99).max().orElse(0) / 1e6);
    }

    /** Of several who read one link: who missed what, where somebody did. */
    private static String missed(Outlet outlet) {
        String unit = outlet.port() == UserPort.P1 ? " telegrams" : " batches";
        return outlet.link().readers().stream()
                .filter(reader -> reader.missed() > 0)
                .map(reader -> reader.address() + " missed " + reader.missed() + unit)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), all -> all.isEmpty() ? "" : " (" + all + ")"));
    }

    /** Units of S1 hold several telegrams, which all have one length as long as nothing strikes them. */
    private static String telegrams(UserPort port, Ledger ledger) {
        long telegram = port == UserPort.P1 ? 1 : S1Layout.EMUCS_H_1_3.octets();
        long sent = port == UserPort.P1 ? ledger.count(port, Fate.LEFT) : ledger.octets(port, Fate.LEFT);
        long missed = port == UserPort.P1
                ? ledger.count(port, Fate.DROPPED) + ledger.count(port, Fate.CUT)
                : ledger.octets(port, Fate.DROPPED) + ledger.octets(port, Fate.CUT);
        return sent / telegram + " sent, " + missed / telegram + " not taken";
    }

    /** Once faults have struck nobody can say what is a telegram: octets are, and how often each has struck. */
    private static String octets(UserPort port, Ledger ledger) {
        return ledger.octets(port, Fate.LEFT) + " octets sent, "
                + (ledger.octets(port, Fate.DROPPED) + ledger.octets(port, Fate.CUT)) + " not taken"
                + ledger.faults(port).entrySet().stream()
                        .map(f -> f.getKey() + " " + f.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
