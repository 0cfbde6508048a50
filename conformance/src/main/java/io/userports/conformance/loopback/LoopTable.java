package io.userports.conformance.loopback;

import io.userports.adapter.LineCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lines in which a person reads a result. */
public final class LoopTable {
    private static final String ROW = " %-18s %-18s %s";
    private static final String NOT_COUNTED = "not counted by this driver";

    private LoopTable() {}

    /** {@return a line a figure, in the order in which one asks for them} */
    public static List<String> lines(LoopResult result) {
        List<String> lines = new ArrayList<>();
        LineErrors line = result.line();
        lines.add(row("bits compared", count(line.bits()), time(result)));
        lines.add(row("bit errors", count(line.wrong()), ""));
        lines.add(row("bit error ratio", ratio(line), limits(result)));
        lines.add(row(
                "slips", count(line.slips()), count(line.lost()) + " octets lost, " + count(line.extra()) + " extra"));
        lines.add(row(
                "not compared",
                count(line.untested()) + " octets",
                line.unlocked() == 0 ? "" : "out of step " + line.unlocked() + " times"));
        result.telegrams().ifPresent(t -> lines.add(telegrams(t)));
        result.telegrams()
                .filter(t -> result.port().equals("S1"))
                .ifPresent(t ->
                        lines.add(row("numbers missing", count(t.missingNumbers()), "by the sequence numbers of S1")));
        driver(result.driver(), lines);
        lines.add(row("latency", spread(result.latency()), ""));
        lines.add(row("jitter", spread(result.jitter()), ""));
        lines.add(row("own lateness", spread(result.lateness()), "(this program's, not the line's)"));
        lines.add(row("processor", String.format(Locale.ROOT, "%.1f %% of a core", 100 * result.processor()), ""));
        return lines;
    }

    private static String telegrams(TelegramCount count) {
        return row(
                "telegrams",
                count(count.sent()),
                count(count.good()) + " good, " + count(count.damaged()) + " damaged, " + count(count.lost())
                        + " lost, " + count(count.repeated()) + " repeated, " + count(count.foreign())
                        + " never sent");
    }

    private static void driver(Optional<LineCounters> counters, List<String> lines) {
        lines.add(row("framing errors", counters.map(c -> count(c.framing())).orElse(NOT_COUNTED), ""));
        lines.add(row(
                "overruns",
                counters.map(c -> count(c.overruns() + c.bufferOverruns())).orElse(NOT_COUNTED),
                ""));
        counters.ifPresent(c -> lines.add(row("parity, breaks", count(c.parity()) + ", " + count(c.breaks()), "")));
    }

    private static String time(LoopResult result) {
        return String.format(
                Locale.ROOT,
                "in %.1f s; %,d octets left, %,d came in",
                result.seconds(),
                result.octetsSent(),
                result.octetsReceived());
    }

    private static String ratio(LineErrors line) {
        return line.bits() == 0 ? "-" : Conclusion.ratio((double) line.wrong() / line.bits());
    }

    private static String limits(LoopResult result) {
        return "at most " + Conclusion.ratio(result.limits().upper()) + ", at least "
                + Conclusion.ratio(result.limits().lower()) + ", each with " + Conclusion.percent(result.confidence())
                + " confidence";
    }

    private static String spread(Optional<Spread> spread) {
        return spread.map(s -> String.format(
                        Locale.ROOT,
                        "median %.3f ms, 99 %% below %.3f ms, worst %.3f ms",
                        s.median() / 1000,
                        s.p99() / 1000,
                        s.worst() / 1000))
                .orElse("not measured");
    }

    private static String row(String name, String value, String remark) {
        return String.format(Locale.ROOT, ROW, name, value, remark).stripTrailing();
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
