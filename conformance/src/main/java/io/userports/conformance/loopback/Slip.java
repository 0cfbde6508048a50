package io.userports.conformance.loopback;

/** Where a slip was: the place for which the fewest bits are wrong. */
final class Slip {
    /** Twice the wrong bits for which an octet is better not compared: fewer than the four of one out of place. */
    private static final int TWICE_UNTESTED = 3;

    private Slip() {}

    /**
     * {@return what there is to count around a slip, but for the slip itself}
     *
     * @param before the wrong bits of each octet if it is where it was expected
     * @param behind the same if it is where those behind the slip are
     * @param end how many octets there are
     * @param extra how many of them came from nowhere
     */
    static LineErrors of(int[] before, int[] behind, int end, int extra) {
        int total = 0;
        for (int i = 0; i < end; i++) {
            total += 2 * behind[i] + (i < extra ? -2 * behind[i] : 0);
        }
        int best = Integer.MAX_VALUE;
        int first = 0;
        int second = end;
        int left = 0;
        int right = 0;
        int bestLeft = Integer.MAX_VALUE;
        int bestFirst = 0;
        for (int at = extra; at <= end; at++) {
            // What lies between the two places is not compared: cheap where neither fits, dear where one does.
            int cost = left - TWICE_UNTESTED * (at - extra);
            if (cost < bestLeft) {
                bestLeft = cost;
                bestFirst = at - extra;
            }
            int sum = bestLeft + total - right + TWICE_UNTESTED * at;
            if (sum < best) {
                best = sum;
                first = bestFirst;
                second = at;
            }
            if (at < end) {
                left += 2 * before[at - extra];
                right += 2 * behind[at];
            }
        }
        int wrong = 0;
        for (int i = 0; i < first; i++) {
            wrong += before[i];
        }
        for (int i = second; i < end; i++) {
            wrong += behind[i];
        }
        return LineErrors.compared(first + (end - second), wrong).and(LineErrors.untested(second - first - extra));
    }

    /** {@return how many of {@code end} octets are best taken for those before the slip, by their wrong bits} */
    static int before(int[] wrong, int end) {
        int cost = 0;
        int least = 0;
        int first = 0;
        for (int at = 1; at <= end; at++) {
            cost += 2 * wrong[at - 1] - TWICE_UNTESTED;
            if (cost < least) {
                least = cost;
                first = at;
            }
        }
        return first;
    }
}
