package io.userports.cli;

import io.userports.link.Link;
import io.userports.wire.UserPort;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has interrupted the links, a line each time that there is something new to say of it. */
final class InterruptionLines {
    private final PrintWriter out;
    private final boolean terminal;
    private final Map<UserPort, Link> links;
    private final Map<UserPort, List<String>> told = new EnumMap<>(UserPort.class);

    InterruptionLines(PrintWriter out, boolean terminal, Map<UserPort, Link> links) {
        this.out = out;
        this.terminal = terminal;
        this.links = links;
    }

    /** Prints what is new; once, however often it is asked for. */
    synchronized void print() {
        links.forEach((port, link) -> {
            List<String> now = link.interruptions();
            List<String> before = told.getOrDefault(port, List.of());
            List<String> fresh = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                if (i >= before.size() || !before.get(i).equals(now.get(i))) {
                    fresh.add(port + " " + now.get(i));
                }
            }
            fresh.forEach(line -> out.println(terminal ? "\r" + line + "\033[K" : line));
            if (!fresh.isEmpty()) {
                out.flush();
                told.put(port, now);
            }
        });
    }
}
