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
    /** Some seconds of the line; a slip over more of them is a line that was unplugged. */
    private static final long FURTHEST = 1 << 22;
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
            count(length);
        } else {
            // What follows is too short to be found: a burst at the very end, or a slip that nobody can tell from it.
            count(checked);
            errors = errors.and(LineErrors.untested(length));
        }
        if (recognised && position < sent) {
            errors = errors.and(LineErrors.slip(sent - position));
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
        int sum = 0;
        for (int i = 0; i < octets; i++) {
            sum += wrong[i];
            state = pattern.after(state);
        }
        errors = errors.and(LineErrors.compared(octets, sum));
        forget(octets);
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

    /** The octet at {@code end} is the one of {@code found}. */
    private void relock(int end, int found) {
        OptionalLong steps = pattern.distance(state, found, Math.min(FURTHEST + gone + end, pattern.period()));
        if (steps.isPresent()) {
            // A slip before these would have shown itself.
            int known = Math.max(0, checked - pattern.memory());
            long apart = nearest(steps.getAsLong() - gone - end, gone + end - known);
            position += apart;
            settle(end, apart);
        } else {
            errors = errors.and(LineErrors.untested(end));
        }
        recognised = true;
        adrift = false;
        hunting = false;
        gone = 0;
        state = found;
        checkedState = found;
        forget(end);
        checked = 0;
    }

    /** Counts what came before a place that is {@code apart} octets further than expected. */
    private void settle(int end, long apart) {
        if (gone == 0 && apart == 0) {
            checkedState = state;
            errors = errors.and(LineErrors.compared(end, compare(0, end)));
        } else if (gone == 0) {
            split(end, apart);
        } else {
            errors = errors.and(LineErrors.untested(end));
        }
        // So is what left before the first place was known: the far end was open by then.
        if (apart != 0) {
            errors = errors.and(LineErrors.slip(apart));
        }
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

    /**
     * {@return the shortest way to a place in the pattern, but with no more octets from nowhere than have come}
     *
     * <p>A loss of nearly a whole period is taken for a few octets from nowhere, until {@link #end} finds out what is missing.
     */
    private long nearest(long apart, long came) {
        long half = pattern.period() / 2;
        long nearest = Math.floorMod(apart + half, pattern.period()) - half;
        return nearest < -came ? nearest + pattern.period() : nearest;
    }
}
