package io.userports.cli;

import io.userports.link.Link;
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
    private final Map<Outlet, Told> told = new HashMap<>();

    /** The sentences of one link, of which the first is that number of it. */
    private record Told(long first, List<String> sentences) {
        private static final Told NOTHING = new Told(0, List.of());

        static Told of(Link link) {
            List<String> sentences;
            long count;
            do {
                count = link.interrupted();
                sentences = link.interruptions();
            } while (count != link.interrupted());
            return new Told(count - sentences.size(), sentences);
        }

        boolean has(long number, String sentence) {
            int at = (int) (number - first);
            return at >= 0 && at < sentences.size() && sentences.get(at).equals(sentence);
        }
    }

    /** {@code outlets}: where the ports leave; more may come. */
    InterruptionLines(PrintWriter out, boolean terminal, List<Outlet> outlets) {
        this.out = out;
        this.terminal = terminal;
        this.outlets = outlets;
    }

    /** Prints what is new; once, however often it is asked for. */
    synchronized void print() {
        for (Outlet outlet : List.copyOf(outlets)) {
            Told now = Told.of(outlet.link());
            Told before = told.getOrDefault(outlet, Told.NOTHING);
            List<String> fresh = new ArrayList<>();
            for (int i = 0; i < now.sentences().size(); i++) {
                String sentence = now.sentences().get(i);
                if (!before.has(now.first() + i, sentence)) {
                    fresh.add(outlet.port() + " " + sentence);
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
