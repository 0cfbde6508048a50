package io.userports.cli;

import io.userports.link.Outlet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has interrupted the links, a line each time that there is something new to say of it. */
final class InterruptionLines {
    private final PrintWriter out;
    private final boolean terminal;
    private final List<Outlet> outlets;
    private final Map<Outlet, List<String>> told = new HashMap<>();

    /** {@code outlets}: where the ports leave; more may come. */
    InterruptionLines(PrintWriter out, boolean terminal, List<Outlet> outlets) {
        this.out = out;
        this.terminal = terminal;
        this.outlets = outlets;
    }

    /** Prints what is new; once, however often it is asked for. */
    synchronized void print() {
        for (Outlet outlet : List.copyOf(outlets)) {
            List<String> now = outlet.link().interruptions();
            List<String> before = told.getOrDefault(outlet, List.of());
            List<String> fresh = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                if (i >= before.size() || !before.get(i).equals(now.get(i))) {
                    fresh.add(outlet.port() + " " + now.get(i));
                }
            }
            fresh.forEach(line -> out.println(terminal ? "\r" + line + "\033[K" : line));
            if (!fresh.isEmpty()) {
                out.flush();
                told.put(outlet, now);
            }
        }
    }
}
