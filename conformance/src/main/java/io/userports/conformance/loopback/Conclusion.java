package io.userports.conformance.loopback;

import io.userports.adapter.LineCounters;
import io.userports.conformance.verdict.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What follows from a test, with the figures that it follows from.
 *
 * @param exit 0 where the line does what was asked of it, 2 where too little is known, 3 where it does not
 * @param sentence why
 */
public record Conclusion(ExitCode exit, String sentence) {
    /** What is ended before says nothing about a line; P1 has a telegram a second. */
    private static final int SOON_SECONDS = 3;

    /** {@return what follows from {@code result}} */
    public static Conclusion of(LoopResult result) {
        if (!result.recognised() && result.stopped() && result.trouble().isEmpty() && result.seconds() < SOON_SECONDS) {
            return new Conclusion(
                    ExitCode.INCONCLUSIVE,
                    String.format(
                            Locale.ROOT,
                            "ended by a signal before anything could be recognised: %,d octets had left and %,d come in",
                            result.octetsSent(),
                            result.octetsReceived()));
        }
        if (!result.recognised()) {
            return new Conclusion(
                    ExitCode.RIG_ERROR, result.trouble().map(why -> why + "; ").orElse("") + unrecognised(result));
        }
        String measured = measured(result);
        List<String> troubles = troubles(result);
        if (!troubles.isEmpty()) {
            return new Conclusion(ExitCode.RIG_ERROR, measured + "; but " + String.join(", ", troubles));
        }
        if (result.stopped() && result.answer().orElse(RatioTest.Answer.OPEN) == RatioTest.Answer.OPEN) {
            return new Conclusion(ExitCode.INCONCLUSIVE, measured + "; ended by a signal before its time");
        }
        if (result.bound().isEmpty()) {
            boolean clean = result.line().wrong() == 0;
            return new Conclusion(
                    clean ? ExitCode.OK : ExitCode.RIG_ERROR,
                    measured + (clean ? "" : "; give --ber to say how many are borne"));
        }
        return switch (result.answer().orElse(RatioTest.Answer.OPEN)) {
            case HOLDS -> new Conclusion(ExitCode.OK, measured);
            case WORSE ->
                new Conclusion(
                        ExitCode.RIG_ERROR,
                        measured + ", which is worse than "
                                + ratio(result.bound().get()));
            case OPEN ->
                new Conclusion(
                        ExitCode.INCONCLUSIVE,
                        measured + "; too few bits to tell whether it is at most "
                                + ratio(result.bound().get()) + ": let it run longer");
        };
    }

    /** {@return a ratio as people write it} */
    static String ratio(double ratio) {
        return ratio == 0 ? "0" : String.format(Locale.ROOT, "%.2e", ratio).replaceFirst("e-0*", "e-");
    }

    private static String measured(LoopResult result) {
        long wrong = result.line().wrong();
        double least = result.limits().lower();
        String lower = least == 0 ? "" : " and at least " + ratio(least) + ", each";
        return String.format(
                Locale.ROOT,
                "%s wrong in %,d bits: the ratio is at most %s%s with %s confidence",
                wrong == 0 ? "none" : String.format(Locale.ROOT, "%,d", wrong),
                result.line().bits(),
                ratio(result.limits().upper()),
                lower,
                percent(result.confidence()));
    }

    static String percent(double share) {
        String digits = String.format(Locale.ROOT, "%.4f", 100 * share).replaceFirst("\\.?0+$", "");
        return digits + " %";
    }

    private static String unrecognised(LoopResult result) {
        if (result.octetsReceived() == 0) {
            return String.format(
                    Locale.ROOT,
                    "nothing of %,d octets that left at %s came in at %s; look whether the pair is looped back, + to +"
                            + " and - to -, and whether the adapter is the right one",
                    result.octetsSent(),
                    result.sentBy(),
                    result.receivedBy());
        }
        return String.format(
                Locale.ROOT,
                "of %,d octets that left, %,d came in, and none could be recognised; look at the bit rate of both ends,"
                        + " at + and -, and whether something else sends on this line",
                result.octetsSent(),
                result.octetsReceived());
    }

    /** What makes a line one that nothing should be judged on, however few of its bits are wrong. */
    private static List<String> troubles(LoopResult result) {
        List<String> troubles = new ArrayList<>();
        result.trouble().ifPresent(troubles::add);
        LineErrors line = result.line();
        if (line.lost() - line.extra() != result.octetsSent() - result.octetsReceived()) {
            troubles.add(String.format(
                    Locale.ROOT,
                    "of %,d octets that left %,d came in, which the slips do not explain",
                    result.octetsSent(),
                    result.octetsReceived()));
        }
        if (line.slips() > 0) {
            troubles.add(counted(line.lost(), "octet was", "octets were") + " lost and "
                    + counted(line.extra(), "came", "came") + " from nowhere, in "
                    + counted(line.slips(), "slip", "slips"));
        }
        if (line.unlocked() > 0) {
            troubles.add(String.format(Locale.ROOT, "%,d octets could not be recognised", line.untested()));
        }
        result.telegrams().ifPresent(t -> {
            if (t.lost() > 0 || t.repeated() > 0 || t.foreign() > 0) {
                troubles.add(counted(t.lost(), "telegram was", "telegrams were") + " lost, "
                        + counted(t.repeated(), "repeated", "repeated") + ", "
                        + counted(t.foreign(), "of somebody else", "of somebody else"));
            }
        });
        driver(result.driver()).ifPresent(troubles::add);
        result.interruptions().stream()
                .filter(why -> !result.trouble().equals(Optional.of(why)))
                .forEach(troubles::add);
        return troubles;
    }

    private static Optional<String> driver(Optional<LineCounters> counters) {
        return counters.filter(c -> c.framing() + c.overruns() + c.parity() + c.breaks() + c.bufferOverruns() > 0)
                .map(c -> "the driver counted " + counted(c.framing(), "framing error", "framing errors") + ", "
                        + counted(c.overruns() + c.bufferOverruns(), "overrun", "overruns") + ", "
                        + counted(c.parity(), "parity error", "parity errors") + ", "
                        + counted(c.breaks(), "break", "breaks"));
    }

    private static String counted(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
