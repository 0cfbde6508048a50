package io.userports.conformance.bench;

import java.util.Optional;

/**
 * How far everything had come when something was asked; no answer knows of more.
 *
 * @param nanos when, {@link System#nanoTime()}
 * @param entries how many the ledger had
 * @param observations how many had been made
 * @param pauseNanos the longest time until then in which this process did not run
 * @param heard how many octets the CEMS had sent to the ports
 * @param lost how many observations had not been kept, because there were too many
 * @param ended how the CEMS had ended, in words, if it had
 * @param broken what of the bench had failed, a sentence, if anything
 */
public record Moment(
        long nanos,
        long entries,
        int observations,
        long pauseNanos,
        long heard,
        long lost,
        Optional<String> ended,
        Optional<String> broken) {
    /** {@return the same, its nanoseconds counted from {@code origin}} */
    Moment since(long origin) {
        return new Moment(nanos - origin, entries, observations, pauseNanos, heard, lost, ended, broken);
    }
}
