package io.userports.conformance.loopback;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a checker has found so far.
 *
 * @param bits data bits that could be compared; start and stop bits are not among them
 * @param wrong those of them that were not as sent
 * @param slips how often octets were lost or came from nowhere
 * @param lost octets that did not come
 * @param extra octets that nobody sent
 * @param untested octets that could not be compared, because it was not known which ones they were
 * @param unlocked how often it was not known for long; 1 from the beginning, until the first lock
 */
record LineErrors(
        @JsonProperty("bitsCompared") long bits,
        @JsonProperty("bitsWrong") long wrong,
        long slips,
        @JsonProperty("octetsLost") long lost,
        @JsonProperty("octetsExtra") long extra,
        @JsonProperty("octetsNotCompared") long untested,
        @JsonProperty("timesOutOfStep") long unlocked) {
    static final LineErrors NONE = new LineErrors(0, 0, 0, 0, 0, 0, 0);

    LineErrors and(LineErrors more) {
        return new LineErrors(
                bits + more.bits,
                wrong + more.wrong,
                slips + more.slips,
                lost + more.lost,
                extra + more.extra,
                untested + more.untested,
                unlocked + more.unlocked);
    }

    /** Octets that came where they were expected. */
    static LineErrors compared(long octets, long wrong) {
        return new LineErrors(Byte.SIZE * octets, wrong, 0, 0, 0, 0, 0);
    }

    /** One slip by {@code octets}: so many were lost, or, where it is negative, came from nowhere. */
    static LineErrors slip(long octets) {
        return new LineErrors(0, 0, 1, Math.max(octets, 0), Math.max(-octets, 0), 0, 0);
    }

    /** Octets that could not be compared. */
    static LineErrors untested(long octets) {
        return new LineErrors(0, 0, 0, 0, 0, octets, 0);
    }

    /** The place in the pattern was lost for long. */
    static LineErrors outOfLock() {
        return new LineErrors(0, 0, 0, 0, 0, 0, 1);
    }
}
