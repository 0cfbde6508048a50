package io.userports.conformance.loopback;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param faults what has struck on purpose, as {@code --fault} has it, but for when
 * @param seconds how long octets left
 * @param octetsSent how many should have come in
 * @param octetsReceived how many came in
 * @param line what was wrong with them
 * @param ratio wrong bits of those compared; empty when none could be
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
 * @param answer what is known of the bound, where there is one
 * @param trouble what has ended the test before its time
 * @param stopped whether a signal has
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
        @JsonProperty("sentForSeconds") double seconds,
        long octetsSent,
        long octetsReceived,
        LineErrors line,
        Optional<Double> ratio,
        double confidence,
        Limits limits,
        Optional<Double> bound,
        Optional<TelegramCount> telegrams,
        Optional<LineCounters> driver,
        List<String> interruptions,
        Optional<Spread> latency,
        Optional<Spread> jitter,
        Optional<Spread> lateness,
        @JsonProperty("processorShareOfACore") double processor,
        boolean recognised,
        Optional<RatioTest.Answer> answer,
        Optional<String> trouble,
        boolean stopped) {}
