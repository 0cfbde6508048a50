package io.userports.conformance.report;

import io.userports.conformance.check.Printable;
import io.userports.conformance.requirement.Requirements;
import io.userports.conformance.verdict.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What the person in front of the screen reads: a line a scenario as it ends, what went wrong last, one closing line.
 *
 * <p>On a terminal a status line ({@code 12/45, about 40 s left}) stands below and is drawn again and again; in a pipe there are only
 * lines.
 */
public final class ConsoleReport implements Report {
    /** What is told in full at the end, the worst last, where the eye falls first. */
    private static final List<Verdict> TOLD_LAST =
            List.of(Verdict.NOTE, Verdict.INCONCLUSIVE, Verdict.RIG_ERROR, Verdict.STALE, Verdict.FAIL);

    private final PrintWriter out;
    private final ConsoleText text;
    private final boolean terminal;
    private final TimeLeft left;
    private int scenarios;
    private int ended;
    private String status = "";

    private ConsoleReport(PrintWriter out, ConsoleText text, boolean terminal, TimeLeft left) {
        this.left = left;
        this.out = out;
        this.text = text;
        this.terminal = terminal;
    }

    /**
     * {@return a report on {@code out}}
     *
     * @param requirements what the clauses say, told with each failure
     * @param colours whether verdicts are coloured; {@link Ansi#AUTO} looks at the terminal and at {@code NO_COLOR}
     * @param terminal whether somebody watches, so that the status line makes sense
     */
    public static ConsoleReport on(PrintWriter out, Requirements requirements, Ansi colours, boolean terminal) {
        return new ConsoleReport(out, new ConsoleText(requirements, colours), terminal, TimeLeft.unknown());
    }

    /** {@return this report, with what is known of how long the run will take} */
    public ConsoleReport expecting(TimeLeft time) {
        return new ConsoleReport(out, text, terminal, time);
    }

    @Override
    public void started(int count) {
        scenarios = count;
        draw();
    }

    @Override
    public void ended(ScenarioResult result) {
        erase();
        out.println(text.line(result));
        ended++;
        left.ended(result.id());
        draw();
    }

    @Override
    public void finished(Summary summary) {
        erase();
        for (Verdict verdict : TOLD_LAST) {
            alike(summary, verdict).forEach(results -> {
                out.println();
                text.block(results).forEach(out::println);
            });
        }
        out.println();
        summary.remarks().stream().map(Printable::of).forEach(out::println);
        summary.lost().forEach(lost -> out.println("evidence lost: " + lost));
        text.unjudged(summary).forEach(out::println);
        out.println(text.closing(summary));
        out.flush();
    }

    /** The results with {@code verdict}; those that the bench ended for one and the same reason are told together. */
    private static List<List<ScenarioResult>> alike(Summary summary, Verdict verdict) {
        boolean together = verdict == Verdict.RIG_ERROR || verdict == Verdict.INCONCLUSIVE;
        Map<Object, List<ScenarioResult>> groups = new LinkedHashMap<>();
        summary.results().stream()
                .filter(result -> result.verdict() == verdict)
                .forEach(result -> groups.computeIfAbsent(
                                together ? result.finding() : result.id(), key -> new ArrayList<>())
                        .add(result));
        return List.copyOf(groups.values());
    }

    private void draw() {
        if (terminal) {
            status = " " + ended + "/" + scenarios + left.inWords();
            out.print(status);
        }
        out.flush();
    }

    private void erase() {
        if (terminal) {
            out.print("\r" + " ".repeat(status.length()) + "\r");
        }
    }
}
