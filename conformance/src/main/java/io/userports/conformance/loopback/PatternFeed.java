package io.userports.conformance.loopback;

import io.userports.fault.Disturbances;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.List;

/** A pattern without a pause, in pieces of ten milliseconds. */
final class PatternFeed extends Feed {
    /** Few enough writes to cost nothing, and far less than any buffer holds. */
    private static final Duration PIECE = Duration.ofMillis(10);

    private final Pattern pattern;
    private final UserPort port;
    private final LineRate rate;
    private int state;
    private long sent;

    PatternFeed(Pattern pattern, UserPort port, LineRate rate, Disturbances faults, long seed) {
        super(port, rate, faults, seed);
        this.pattern = pattern;
        this.port = port;
        this.rate = rate;
        this.state = pattern.begin();
        faults.check(new Emission(START, port, octets()));
        state = pattern.begin();
    }

    @Override
    Piece next() {
        byte[] octets = octets();
        Emission unit = new Emission(START.plusNanos(lineTime()), port, octets);
        sent += octets.length;
        return new Piece(unit.due(), octets.length, List.of(), struck(List.of(unit)));
    }

    private byte[] octets() {
        byte[] octets = new byte[Math.max(1, rate.octetsIn(PIECE))];
        state = pattern.fill(state, octets, 0, octets.length);
        return octets;
    }

    /** How long the line takes for all before, over days without a rounding error that grows. */
    private long lineTime() {
        long second = rate.octetsIn(Duration.ofSeconds(1));
        return sent / second * 1_000_000_000 + sent % second * 1_000_000_000 / second;
    }
}
