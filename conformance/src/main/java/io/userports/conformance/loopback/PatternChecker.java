package io.userports.conformance.loopback;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The receiving end of a bit error test: finds its place in the pattern from the octets alone, counts bits that are wrong,
 * and notices when octets were lost or came from nowhere.
 *
 * <p>It compares in blocks. Where a quarter of the bits of a block are wrong it looks for the pattern anew from there on:
 * found at the old place, it was a burst of errors, found elsewhere, it was a slip. The last octets before stay uncounted
 * until they are known to be good, so that the place of the slip can be chosen for which the fewest bits are wrong.
 */
final class PatternChecker implements Checker {
    private static final int BLOCK = 32;
    /** A block of another place in the pattern has half of its bits wrong. */
    private static final int SUSPECT = BLOCK * Byte.SIZE / 4;
    /** About a fifth of a second of S1: what is longer out of place is not one slip. */
    private static final int HUNTED = 32 * 1024;

    private static final int CAPACITY = 2 * HUNTED;
    /** More than a minute of the line, found in some milliseconds; what is further shows in the sums at the end. */
    private static final long FURTHEST = 1 << 24;
    /** Counting often costs more than counting much at once. */
    private static final int PORTION = 1024;

    private final Pattern pattern;
    private final byte[] pending = new byte[CAPACITY];
    private final int[] wrong = new int[CAPACITY];
    private int length;
    /** The place of the first pending octet, and of the first that is not compared yet. */
    private int state;

    private int checkedState;
    private int checked;
    /** Octets that came since the place was known and are not pending any more. */
    private long gone;
    /** Octets still to come that came before: they are counted as extra already. */
    private long again;
    /** Octets that may have left; the thread that sends tells. */
    private volatile long left;

    private boolean hunting = true;
    private boolean recognised;
    private boolean adrift;
    private int hunted;
    private long position;
    private LineErrors errors = LineErrors.NONE;

    PatternChecker(Pattern pattern) {
        this.pattern = pattern;
        this.state = pattern.begin();
    }

    @Override
    public void sending(Feed.Piece piece) {
        left = left + piece.octets();
    }

    @Override
    public void take(byte[] octets, int from, int to) {
        for (int at = from; at < to; ) {
            int count = Math.min(to - at, CAPACITY - length);
            System.arraycopy(octets, at, pending, length, count);
            length += count;
            position += count;
            at += count;
            work();
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean recognised() {
        return recognised;
    }

    @Override
    public LineErrors errors() {
        return errors;
    }

    @Override
    public void end(long sent) {
        if (!hunting) {
            compare(checked, length);
            checked = length;
        }
        // What is left over is too short to be found: a burst at the very end, or a slip that nobody can tell from it.
        count(checked);
        if (recognised) {
            slide(length, sent - position, 0);
        } else {
            errors = errors.and(LineErrors.untested(length));
        }
        length = 0;
    }

    private void work() {
        while (hunting ? hunt() : compareBlock()) {}
    }

    private boolean compareBlock() {
        if (length - checked < BLOCK) {
            return false;
        }
        int before = checkedState;
        if (compare(checked, checked + BLOCK) >= SUSPECT) {
            checkedState = before;
            hunting = true;
            hunted = checked;
            return true;
        }
        checked += BLOCK;
        if (checked >= pattern.memory() + PORTION) {
            count(checked - pattern.memory());
        }
        return true;
    }

    private int compare(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            wrong[i] = Integer.bitCount((pending[i] ^ pattern.octet(checkedState)) & 0xFF);
            sum += wrong[i];
            checkedState = pattern.after(checkedState);
        }
        return sum;
    }

    /** Counts the first {@code octets}, which are known to be in their place, and forgets them. */
    private void count(int octets) {
        tally(octets);
        for (int i = 0; i < octets; i++) {
            state = pattern.after(state);
        }
        forget(octets);
    }

    private void tally(int octets) {
        int repeated = (int) Math.min(again, octets);
        again -= repeated;
        int sum = 0;
        for (int i = repeated; i < octets; i++) {
            sum += wrong[i];
        }
        errors = errors.and(LineErrors.compared(octets - repeated, sum));
    }

    private void forget(int octets) {
        System.arraycopy(pending, octets, pending, 0, length - octets);
        System.arraycopy(wrong, octets, wrong, 0, length - octets);
        length -= octets;
        checked = Math.max(0, checked - octets);
    }

    /** Looks for the pattern; true when it was found. */
    private boolean hunt() {
        for (; hunted + pattern.window() <= length; hunted++) {
            OptionalInt found = pattern.find(pending, hunted);
            if (found.isPresent()) {
                relock(hunted + pattern.window(), found.getAsInt());
                return true;
            }
        }
        if (length >= HUNTED) {
            drift();
        }
        return false;
    }

    /** Gives up what is pending: it can be compared with nothing. */
    private void drift() {
        if (recognised && !adrift) {
            errors = errors.and(LineErrors.outOfLock());
            adrift = true;
        }
        int octets = length - pattern.window() + 1;
        errors = errors.and(LineErrors.untested(octets));
        gone += octets;
        forget(octets);
        hunted = 0;
    }

    /** The octet before {@code end} is the last one before {@code found}. */
    private void relock(int end, int found) {
        int rest = end - endRepetition(end);
        OptionalLong apart = apart(found, gone + rest);
        if (apart.isPresent()) {
            settle(rest, apart.getAsLong());
            position += apart.getAsLong();
        } else {
            errors = errors.and(new LineErrors(0, 0, 0, 0, -again, rest, 0));
            position += again;
            again = 0;
        }
        recognised = true;
        adrift = false;
        hunting = false;
        gone = 0;
        state = found;
        checkedState = found;
        forget(rest);
        checked = 0;
    }

    /** {@return how many of {@code end} octets came before and have come again, in their place}; forgets them. */
    private int endRepetition(int end) {
        if (again == 0 || gone > 0) {
            return 0;
        }
        int repeated = (int) Math.min(again, Slip.before(wrongFrom(state, 0, end), end));
        count(repeated);
        return repeated;
    }

    /**
     * {@return how much further than expected {@code found} is, {@code came} octets after the last known place}
     *
     * <p>A pattern that begins anew leaves a choice. It is the nearest place that asks neither for octets that have not left
     * yet, nor for more from nowhere than came; else octets came again that came before.
     */
    private OptionalLong apart(int found, long came) {
        long known = position - length - gone;
        long ahead = Math.max(0, left - known - came);
        long period = pattern.period();
        OptionalLong steps = pattern.distance(state, found, Math.min(Math.min(ahead, FURTHEST) + came, period));
        if (steps.isPresent()) {
            long nearest = Math.floorMod(steps.getAsLong() - came + period / 2, period) - period / 2;
            long possible = nearest > ahead ? nearest - period : nearest < -came ? nearest + period : nearest;
            if (possible >= -came && possible <= ahead) {
                return OptionalLong.of(possible);
            }
        }
        OptionalLong back = pattern.distance(found, state, Math.min(Math.min(known, FURTHEST), period));
        return back.isPresent() ? OptionalLong.of(-back.getAsLong() - came) : back;
    }

    /** Counts what came before a place that is {@code apart} octets further than expected. */
    private void settle(int end, long apart) {
        if (apart == 0 && gone == 0) {
            checkedState = state;
            compare(0, end);
            tally(end);
        } else if (!recognised || gone > 0 || again > 0) {
            slide(end, apart, Math.max(0, again - gone - end - apart));
        } else {
            errors = errors.and(LineErrors.slip(apart));
            if (-apart <= end) {
                split(end, apart);
            } else {
                int fitting = Slip.before(wrongFrom(state, 0, end), end);
                tally(fitting);
                again = fitting - apart - end;
            }
        }
    }

    /**
     * Counts {@code end} octets that can be compared with nothing, and a slip, behind which {@code more} octets are still to
     * come that came before.
     *
     * <p>Each octet that came is counted once: as compared, as not compared, or as extra. Lost less extra is what left less
     * what came.
     */
    private void slide(int end, long apart, long more) {
        long extra = more > 0 ? gone + end : Math.max(0, again - apart);
        long change = extra + more - again;
        errors = errors.and(new LineErrors(
                0, 0, apart == 0 ? 0 : 1, apart + change, change, Math.max(end - extra, -errors.untested()), 0));
        again = more;
    }

    /** Counts the octets before a slip at the old place, those behind it at the new one, and what fits neither not at all. */
    private void split(int end, long apart) {
        int[] before = Arrays.copyOf(wrongFrom(state, 0, end), end);
        int extra = (int) Math.max(0, -apart);
        int moved = state;
        for (long i = 0; i < apart; i++) {
            moved = pattern.after(moved);
        }
        int[] behind = wrongFrom(moved, extra, end);
        errors = errors.and(Slip.of(before, behind, end, extra));
    }

    /** {@return how many bits of each octet from {@code from} on are wrong if that one is at {@code at}} */
    private int[] wrongFrom(int at, int from, int end) {
        checkedState = at;
        compare(from, end);
        return wrong;
    }
}
