package io.userports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.Outlet;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InterruptionLinesTest {
    private final Loose link = new Loose();
    private final StringWriter text = new StringWriter();
    private final InterruptionLines lines =
            new InterruptionLines(new PrintWriter(text), false, List.of(new Outlet(UserPort.P1, link, Ledger.of())));

    @Test
    void each_interruption_is_told_once_although_the_link_forgets_the_older_ones() {
        for (int i = 1; i <= 4; i++) {
            link.sentences.add("plug 7: was unplugged");
            link.count++;
            if (link.sentences.size() > 2) {
                link.sentences.remove(0);
            }
            lines.print();
            lines.print();
        }
        assertEquals("P1 plug 7: was unplugged\n".repeat(4), text.toString());
    }

    @Test
    void an_interruption_that_goes_on_is_told_again() {
        link.count = 1;
        link.sentences.add("plug 7: was unplugged");
        lines.print();
        link.sentences.set(0, "plug 7: was unplugged and is back");
        lines.print();
        assertEquals("P1 plug 7: was unplugged\nP1 plug 7: was unplugged and is back\n", text.toString());
    }

    private static final class Loose implements Link {
        private final List<String> sentences = new ArrayList<>();
        private long count;

        @Override
        public String address() {
            return "plug 7";
        }

        @Override
        public Optional<LineRate> pace() {
            return Optional.empty();
        }

        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public int write(byte[] unit, int from, int to) {
            return -1;
        }

        @Override
        public long interrupted() {
            return count;
        }

        @Override
        public List<String> interruptions() {
            return List.copyOf(sentences);
        }

        @Override
        public void close() {}
    }
}
