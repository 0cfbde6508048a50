package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.Signal;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What only a serial line can do; on other links its octets are those that a receiver's driver makes of it, NUL. */
public sealed interface LineFault extends Fault {
    @Override
    default Set<UserPort> ports() {
        return EnumSet.allOf(UserPort.class);
    }

    @Override
    default boolean needsWhole() {
        return false;
    }

    @Override
    default boolean spoils() {
        return true;
    }

    /** {@return {@code emission} with NUL, carried as {@code signal}, in the place of its octets {@code from} to {@code to}} */
    private static List<Emission> carried(
            Emission emission, int from, int to, int count, Signal signal, LineRate line) {
        List<Emission> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(emission.slice(0, from));
        }
        Emission odd =
                new Emission(emission.due().plus(line.timeOf(from)), emission.port(), new byte[count]).as(signal);
        parts.add(parts.isEmpty() ? emission.with(odd.octets()).as(signal) : odd);
        if (to < emission.octets().length) {
            parts.add(new Emission(
                    emission.due().plus(line.timeOf(from + count)),
                    emission.port(),
                    emission.slice(to, emission.octets().length).octets()));
        }
        return parts;
    }

    /** An octet whose stop bit is no stop bit. */
    @JsonTypeName("framing-error")
    @About(
            telegram = "has an octet with a stop bit that is 0",
            clause = "ISO/IEC 13239 §4.3, DSMR 5.0.2 P1 §6 (8N1)",
            receiver = "drops that telegram and reads the next one")
    record FramingError(
            @Parameter(is = "which octet, 0 for the first, -1 for the last", usual = OctetFault.ANYWHERE)
                    OptionalInt octet)
            implements LineFault {
        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            int at = Place.of(octet, emission.octets(), strike.random());
            return carried(emission, at, at + 1, 1, Signal.BAD_STOP, strike.line());
        }
    }

    /** A line that rests at 0. */
    @JsonTypeName("break")
    @About(
            telegram = "is interrupted by a break",
            clause = "ISO/IEC 13239 §4.3; a plug that is pulled",
            receiver = "drops that telegram and reads the next one")
    record Break(
            @Parameter(is = "before which octet, 0 for the first, -1 for the last", usual = OctetFault.ANYWHERE)
                    OptionalInt octet,
            @Parameter(is = "how many octets long, 2 to 1000", usual = "4") int octets)
            implements LineFault {
        public Break {
            if (octets < 2 || octets > 1000) {
                throw new IllegalArgumentException("a break is 2 to 1000 octets long, not " + octets);
            }
        }

        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            int at = Place.of(octet, emission.octets(), strike.random());
            return carried(emission, at, at, octets, Signal.BREAK, strike.line());
        }
    }
}
