package io.userports.conformance.loopback;

import java.time.Duration;

/**
 * How far a test is.
 *
 * @param elapsed how long it has run
 * @param left how much longer it will take, if no more errors come
 * @param bits how many bits were compared
 * @param errors how many of them were wrong
 * @param slips how often octets were lost or came from nowhere
 */
public record Progress(Duration elapsed, Duration left, long bits, long errors, long slips) {
    /** {@return which part is done, from 0 to 1} */
    public double done() {
        double all = elapsed.plus(left).toNanos();
        return all == 0 ? 1 : elapsed.toNanos() / all;
    }
}
