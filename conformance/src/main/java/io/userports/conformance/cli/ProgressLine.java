package io.userports.conformance.cli;

import io.userports.conformance.loopback.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** How far something is: a bar that redraws itself on a terminal, a line now and then in a pipe. */
final class ProgressLine implements Consumer<Progress> {
    /** Few enough lines for the log of a test of a minute; each next one comes after twice the time. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private Duration next = FIRST;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void accept(Progress progress) {
        if (terminal) {
            out.print("\r" + text(progress) + "\033[K");
            out.flush();
        } else if (progress.elapsed().compareTo(next) >= 0) {
            next = next.multipliedBy(2);
            out.println(text(progress));
            out.flush();
        }
    }

    /** Takes the bar away. */
    void end() {
        if (terminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    private static String text(Progress progress) {
        int full = (int) Math.round(WIDTH * Math.min(1, progress.done()));
        return String.format(
                Locale.ROOT,
                " [%s%s] %3.0f %%  %,d bits, %,d wrong, %,d slips, %s left",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                100 * progress.done(),
                progress.bits(),
                progress.errors(),
                progress.slips(),
                inWords(progress.left()));
    }

    private static String inWords(Duration time) {
        long seconds = time.plusMillis(999).toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? (seconds + 59) / 60 + " min" : (seconds + 3599) / 3600 + " h";
    }
}
