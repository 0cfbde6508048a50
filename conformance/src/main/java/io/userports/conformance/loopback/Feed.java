package io.userports.conformance.loopback;

import io.userports.fault.Disturbances;
import io.userports.fault.Disturber;
import io.userports.grid.Noise;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is sent in a test, piece by piece and without end; for one thread. */
abstract class Feed {
    /**
     * What is due at one time.
     *
     * @param due when
     * @param octets how many octets the far end should see of it
     * @param telegrams the telegrams of which they are; empty where the pattern is known without
     * @param leaving what really leaves: the same, unless faults have struck it
     */
    record Piece(Instant due, int octets, List<byte[]> telegrams, List<Emission> leaving) {}

    /** Where the time of a test begins; it is never shown. */
    static final Instant START = Instant.parse("2026-01-15T11:00:00Z");

    private final Disturber disturber;
    private final boolean disturbed;

    Feed(UserPort port, LineRate rate, Disturbances faults, long seed) {
        disturber = new Disturber(port, rate, new Noise(seed));
        disturber.set(faults.list());
        disturbed = !faults.list().isEmpty();
    }

    /** {@return the next piece} */
    abstract Piece next();

    /** {@return whether faults may strike} */
    final boolean isDisturbed() {
        return disturbed;
    }

    /** {@return what leaves of these units, one after the other} */
    final List<Emission> struck(List<Emission> units) {
        if (!disturbed) {
            return units;
        }
        List<Emission> leaving = new ArrayList<>();
        units.forEach(unit -> leaving.addAll(disturber.strike(unit)));
        return leaving;
    }
}
