package io.userports.conformance.loopback;

import io.userports.adapter.LineCounters;
import java.util.List;
import java.util.Optional;

/**
 * What a loop has shown; also the shape of its JSON, in which times are in microseconds.
 *
 * @param rig the name or the file of the rig
 * @param port P1 or S1
 * @param link by which the octets left
 * @param sentBy the device or address there
 * @param receivedBy where they came in again
 * @param content what was sent
 * @param bitsPerSecond of the line
 * @param seed where all chance came from
 * @param faults what has struck on purpose, by name
 * @param seconds how long octets left
 * @param octetsSent how many should have come in
 * @param octetsReceived how many came in
 * @param line what was wrong with them
 * @param confidence of each of the two limits
 * @param limits of the bit error ratio
 * @param bound the ratio that was to be undercut
 * @param telegrams what became of telegrams, where they were sent
 * @param driver what the driver of the receiver counted meanwhile, where it counts
 * @param interruptions what has interrupted the link
 * @param latency of octets, from one call to the other
 * @param jitter how much it differed from one piece to the next
 * @param lateness of our own, which is not the line's
 * @param processor which part of a core this process took meanwhile
 * @param recognised whether what came in was ever recognised
 * @param answer what is known of the bound; where it ended the test, as it was then
 * @param judged what limits and answer were worked out from: all that was found, or what it was when the answer ended the test
 * @param end why it ended
 */
public record LoopResult(
        String rig,
        String port,
        String link,
        String sentBy,
        String receivedBy,
        String content,
        int bitsPerSecond,
        long seed,
        List<String> faults,
        double seconds,
        long octetsSent,
        long octetsReceived,
        LineErrors line,
        double confidence,
        Limits limits,
        Optional<Double> bound,
        Optional<TelegramCount> telegrams,
        Optional<LineCounters> driver,
        List<String> interruptions,
        Optional<Spread> latency,
        Optional<Spread> jitter,
        Optional<Spread> lateness,
        double processor,
        boolean recognised,
        RatioTest.Answer answer,
        LineErrors judged,
        End end) {}
