package io.userports.p1;

import io.userports.grid.Demand;
import io.userports.p1.ValueFormat.Timestamp;
import java.util.List;

/**
 * What strict reading asks of the history of month peaks whose values are legible: rule R12.
 *
 * <p>Civil times are compared as the twelve-digit numbers they are written as; a month apart, no change of the clock
 * matters.
 */
final class HistoryRules {
    private static final long MONTH = 1_00_00_00_00L;
    private static final long YEAR = 100 * MONTH;
    private static final long FIRST_OF_MONTH = 1_00_00_00L;

    private static final int DISORDER = 2;

    private final List<String> values;
    private final Position at;
    private final Findings findings;

    private HistoryRules(List<String> values, Position at, Findings findings) {
        this.values = values;
        this.at = at;
        this.findings = findings;
    }

    static void check(List<String> values, Position at, Findings findings) {
        new HistoryRules(values, at, findings).check();
    }

    private void check() {
        int announced = Integer.parseInt(values.get(0));
        int months = P1History.months(values);
        if (announced > Demand.MONTHS) {
            findings.add(Rule.R12, at, announced + " months announced", "at most " + Demand.MONTHS);
        }
        if (months != announced) {
            String was = announced + " months announced and " + months + " there";
            findings.add(Rule.R12, at, was, "as many as announced");
        }
        int order = 0;
        long before = 0;
        for (int month = 0; month < months; month++) {
            String captured = values.get(P1History.entry(month));
            String peak = values.get(P1History.entry(month) + 1);
            long end = CivilTime.number(captured);
            if (month > 0) {
                order = checkOrder(order, Long.compare(end, before), month);
            }
            before = end;
            checkMonth(captured, end, peak);
        }
    }

    /** {@return the direction in which the months are listed, 1 oldest first, -1 newest first}; one finding is enough. */
    private int checkOrder(int order, int step, int month) {
        if (order == DISORDER || step != 0 && (order == 0 || order == step)) {
            return order == DISORDER ? DISORDER : step;
        }
        String was = Quote.of(values.get(P1History.entry(month))) + " after "
                + Quote.of(values.get(P1History.entry(month - 1)));
        findings.add(Rule.R12, at, was, "oldest or newest month first");
        return DISORDER;
    }

    private void checkMonth(String captured, long end, String peak) {
        if (captured.equals(Timestamp.NEVER)) {
            findings.add(Rule.R12, at, "a month without an end, " + captured, "the first instant after the month");
            return;
        }
        if (end % MONTH != FIRST_OF_MONTH) {
            String allowed = "the first of a month, 00:00:00";
            findings.add(Rule.R12, Severity.WARNING, at, "a month that ends " + Quote.of(captured), allowed);
        }
        if (peak.equals(Timestamp.NEVER)) {
            String was = "no peak in the month before " + captured;
            findings.add(Rule.R12, Severity.INFORMATION, at, was, "a time, or " + peak + " while there is none");
            return;
        }
        long time = CivilTime.number(peak);
        if (time < monthBefore(end) || time > end) {
            findings.add(Rule.R12, at, "a peak at " + Quote.of(peak), "a time in the month before " + captured);
        } else if (time / 100 % 100 % 15 != 0 || time % 100 != 0) {
            String was = "a peak at " + Quote.of(peak);
            findings.add(Rule.R12, Severity.WARNING, at, was, "the end of a quarter of an hour");
        }
    }

    private static long monthBefore(long time) {
        boolean january = time / MONTH % 100 == 1;
        return january ? time - YEAR + 11 * MONTH : time - MONTH;
    }
}
