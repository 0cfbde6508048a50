package io.userports.conformance.reference;

/**
 * How many S1 telegrams are missing: by their numbers modulo 256, and by the clock where 256 or more are.
 *
 * <p>A telegram is late when it arrives later than its place in the stream says. Octets that waited somewhere are late
 * too, but those behind them catch up, so what the clock says is believed only when nothing has caught up for a while.
 */
final class S1Sequence {
    /** What {@link #follows} answers when it has turned out that 256 or more were missing a while ago. */
    static final int WRAPPED = -1;

    private static final int NONE = -1;
    private static final int REPEATED = -1;
    private static final int WRAP = 256;
    /** What nothing has caught up with after half a second of the stream is missing and not late. */
    private static final double DOUBT_NANOS = 0.5e9;
    /** A span in which some telegram arrived without delay. */
    private static final double SPAN_NANOS = 1e9;

    private final Habits habits;
    private final int timeScale;
    private int before = NONE;
    private int skipped;
    private long lost;
    private long pending;

    private double period;
    private double place;
    private double arrival;
    private double leastLate;
    private double leastLateBefore;
    private double spanEnd;
    private boolean doubted;
    private double doubtedSince;
    private double leastExcess;

    S1Sequence(Habits habits, int timeScale) {
        this.habits = habits;
        this.timeScale = timeScale;
    }

    /** {@return how many are missing since the start} */
    long lost() {
        return lost;
    }

    /** {@return whether more may be missing than the numbers say, which will turn out soon} */
    boolean doubts() {
        return doubted;
    }

    /** A telegram of an unknown layout, which may have a number of its own. */
    void skip() {
        skipped++;
    }

    /** What comes next has no relation to what came before. */
    void forget() {
        commit();
        before = NONE;
        skipped = 0;
        doubted = false;
    }

    /** {@return 0 for the telegram that comes next, else how many are missing modulo 256, or {@link #WRAPPED}} */
    int follows(int number, double rate, long nanos) {
        double last = arrival;
        arrival = (double) nanos * timeScale;
        period = 1e9 / rate;
        int step = number - before & WRAP - 1;
        int gap = gap(number);
        boolean first = before == NONE;
        boolean anew = first || skipped > 0;
        pending += first ? 0 : gap > 0 ? habits.lost(gap) : gap;
        before = number;
        skipped = 0;
        if (anew) {
            commit();
            anchor();
            return first ? 0 : step - 1 & WRAP - 1;
        }
        place += step * period;
        double late = arrival - place;
        boolean silent = arrival - last >= WRAP / 4 * period;
        if (!doubted && isLong(late - onTime()) && (silent || step != 1)) {
            doubt();
        }
        if (doubted) {
            leastExcess = Math.min(leastExcess, late - onTime());
            return decide() ? WRAPPED : step - 1 & WRAP - 1;
        }
        commit();
        notice(late);
        return step - 1 & WRAP - 1;
    }

    /** How many numbers are missing, less the telegrams that were skipped. */
    private int gap(int number) {
        int missing = number - habits.next(before) & WRAP - 1;
        if (skipped == 0) {
            return number == before ? REPEATED : missing;
        }
        return skipped < WRAP ? Math.max(0, missing - skipped) : Math.floorMod(missing - skipped, WRAP);
    }

    /** {@return whether 256 or more turn out to be missing} */
    private boolean decide() {
        if (!isLong(leastExcess)) {
            doubted = false;
            commit();
            return false;
        }
        if (arrival - doubtedSince < DOUBT_NANOS) {
            return false;
        }
        long wraps = Math.round(leastExcess / (WRAP * period));
        pending += wraps * WRAP;
        place += wraps * WRAP * period;
        commit();
        doubted = false;
        if (isLong(arrival - place - onTime())) {
            doubt();
        }
        return true;
    }

    private void doubt() {
        doubted = true;
        doubtedSince = arrival;
        leastExcess = Double.MAX_VALUE;
    }

    private boolean isLong(double excess) {
        return excess >= WRAP / 2 * period;
    }

    private void commit() {
        lost += Math.max(0, pending);
        pending = 0;
    }

    private void anchor() {
        place = 0;
        doubted = false;
        leastLate = arrival;
        leastLateBefore = arrival;
        spanEnd = SPAN_NANOS;
    }

    private double onTime() {
        return Math.min(leastLate, leastLateBefore);
    }

    private void notice(double late) {
        if (place >= spanEnd) {
            spanEnd = place + SPAN_NANOS;
            leastLateBefore = leastLate;
            leastLate = late;
        }
        leastLate = Math.min(leastLate, late);
    }
}
