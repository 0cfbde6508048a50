package io.userports.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Average demand and its peaks (eMUCS-P1 1.7.1, objects 1.4.0, 1.6.0 and 98.1.0).
 *
 * @param quarterEnergy imported since the quarter hour began, in milliwatt-seconds
 * @param monthPeak the highest quarter of the running month; empty until its first quarter has ended
 * @param history the peaks of at most {@value #MONTHS} past months, oldest first
 */
public record Demand(long quarterEnergy, Optional<Peak> monthPeak, List<Month> history) {
    /** As many past months as a meter keeps. */
    public static final int MONTHS = 13;

    static final int QUARTER_SECONDS = 900;

    public Demand {
        history = List.copyOf(history);
    }

    /** A quarter hour with the instant at which it ended and its average import in watts. */
    public record Peak(Instant end, int watts) {}

    /**
     * A past month.
     *
     * @param captured the first instant of the month that followed
     * @param peak empty when nothing was measured in that month
     */
    public record Month(Instant captured, Optional<Peak> peak) {}

    /** {@return the average demand of the running quarter in watts: it climbs from zero, cut off and not rounded} */
    public int averageWatts() {
        return (int) (quarterEnergy / (QUARTER_SECONDS * 1000L));
    }

    /** {@return this demand one second later, {@code time} being the end of that second} */
    Demand after(long importedEnergy, Instant time) {
        Demand next = new Demand(quarterEnergy + importedEnergy, monthPeak, history);
        if (time.getEpochSecond() % QUARTER_SECONDS != 0) {
            return next;
        }
        next = next.quarterEnded(time);
        return Brussels.isFirstOfMonth(time) ? next.monthEnded(time) : next;
    }

    private Demand quarterEnded(Instant time) {
        Peak quarter = new Peak(time, averageWatts());
        Peak highest = monthPeak.filter(p -> p.watts() >= quarter.watts()).orElse(quarter);
        return new Demand(0, Optional.of(highest), history);
    }

    private Demand monthEnded(Instant time) {
        List<Month> months = new ArrayList<>(history);
        months.add(new Month(time, monthPeak));
        return new Demand(0, Optional.empty(), months.subList(Math.max(0, months.size() - MONTHS), months.size()));
    }
}
