package io.userports.conformance.bench;

import io.userports.link.Outlet;
import io.userports.link.Playing;
import io.userports.link.TimeScale;
import io.userports.meter.Command;
import io.userports.meter.Meter;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The place of one guest at a {@link Gathering}. */
record Seat(Gathering gathering, int guest) {
    void arrive() {
        gathering.arrive(guest);
    }

    Playing join(List<Outlet> outlets, Supplier<Meter> meter, TimeScale scale) {
        return gathering.join(guest, outlets, meter, scale);
    }

    Instant tell(Command command) {
        return gathering.tell(guest, command);
    }

    void leave() {
        gathering.leave(guest);
    }
}
