package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The same octets at another time. */
public sealed interface TimingFault extends Fault {
    /** Longer pauses would push whole telegrams off the line; lose them instead. */
    Duration LONGEST = Duration.ofMillis(800);

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
        return false;
    }

    /** Only the time is another one: no row of octets shows it. */
    sealed interface OfTimeAlone extends TimingFault {}

    private static Duration within(Amount amount) {
        Duration pause = Duration.ofNanos(amount.nanoseconds());
        if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'" + amount + "' is not 0 to " + LONGEST.toMillis() + " ms");
        }
        return pause;
    }

    /** {@return the two parts of {@code emission}, the second {@code pause} later than without one; each has its marks} */
    private static List<Emission> apart(Emission emission, int at, Duration pause, LineRate line) {
        if (at <= 0 || at >= emission.octets().length) {
            return List.of(emission);
        }
        Instant second = emission.due().plus(line.timeOf(at)).plus(pause);
        Emission rest = new Emission(
                second,
                emission.port(),
                emission.slice(at, emission.octets().length).octets());
        return List.of(emission.slice(0, at), rest);
    }

    /** A telegram that comes late. */
    @JsonTypeName("delay")
    @About(
            telegram = "comes late",
            clause = "DSMR 5.0.2 P1 §6.1, e-MUCS H 1.3 §4.2.3",
            receiver = "reads it as any other")
    record Delay(@Parameter(is = "how much later, 0 to 800 ms, like 300 ms") Amount by) implements OfTimeAlone {
        public Delay {
            within(by);
        }

        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            return List.of(emission.at(emission.due().plus(within(by))));
        }
    }

    /** A telegram that comes a little late, as chance has it. */
    @JsonTypeName("stray")
    @About(
            telegram = "comes a little late, another time each",
            clause = "e-MUCS H 1.3 §4.2.3; a measured meter strayed by 28 µs",
            receiver = "reads it as any other, and takes the rate from the stream, not from the clock")
    record Stray(@Parameter(is = "how much later at most, 0 to 800 ms, like 56 µs") Amount by) implements OfTimeAlone {
        public Stray {
            within(by);
        }

        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            long most = within(by).toNanos();
            return List.of(emission.at(emission.due().plusNanos(strike.random().nextLong(most + 1))));
        }
    }

    /** Telegrams that an adapter hands over at certain times only. */
    @JsonTypeName("latency")
    @About(
            telegram = "is handed over at the next tick of an adapter",
            clause = "the latency timer of common USB adapters, 16 ms",
            receiver = "reads all that come at once")
    record Latency(@Parameter(is = "from tick to tick, over 0 to 800 ms", usual = "16 ms") Amount tick)
            implements OfTimeAlone {
        public Latency {
            if (within(tick).isZero()) {
                throw new IllegalArgumentException("a tick takes more than 0 ms");
            }
        }

        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            long nanos = within(tick).toNanos();
            // From one second to the next ticks go on; the whole number holds nanoseconds for centuries.
            long since = Math.addExact(
                    Math.multiplyExact(emission.due().getEpochSecond(), 1_000_000_000L),
                    emission.due().getNano());
            return List.of(emission.at(emission.due().plusNanos(Math.floorMod(-since, nanos))));
        }
    }

    /** A telegram that stops for a while. */
    @JsonTypeName("stall")
    @About(
            telegram = "stops for a while and goes on",
            clause = "DSMR 5.0.2 P1 §6.1; meters were seen to pause for 100 ms before the CRC",
            receiver = "waits for the rest, and reads the telegram")
    record Stall(
            @Parameter(is = "before which octet, 0 for the first, -1 for the last", usual = "-6") int at,
            @Parameter(is = "how long, 0 to 800 ms", usual = "150 ms") Amount pause)
            implements OfTimeAlone {
        public Stall {
            within(pause);
        }

        /** What follows gets parts, and none of them is a whole telegram. */
        @Override
        public boolean spoils() {
            return true;
        }

        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            return apart(emission, Place.of(at, emission.octets()), within(pause), strike.line());
        }
    }

    /** A telegram in slices. */
    @JsonTypeName("slices")
    @About(
            telegram = "comes in slices with pauses between",
            clause = "DSMR 5.0.2 P1 §6.1; adapters and networks were seen to cut values in two",
            receiver = "puts it together again")
    record Slices(
            @Parameter(is = "octets of a slice, 1 or more", usual = "64") int octets,
            @Parameter(is = "from one to the next, 0 to 800 ms", usual = "5 ms") Amount pause)
            implements OfTimeAlone {
        public Slices {
            within(pause);
            if (octets < 1) {
                throw new IllegalArgumentException("a slice has at least one octet, not " + octets);
            }
        }

        /** What follows gets parts, and none of them is a whole telegram. */
        @Override
        public boolean spoils() {
            return true;
        }

        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            List<Emission> slices = new ArrayList<>();
            List<Emission> rest = List.of(emission);
            while (rest.get(rest.size() - 1).octets().length > octets) {
                rest = apart(rest.get(rest.size() - 1), octets, within(pause), strike.line());
                slices.add(rest.get(0));
            }
            slices.add(rest.get(rest.size() - 1));
            return slices;
        }
    }

    /** Telegrams without a pause between. */
    @JsonTypeName("glue")
    @About(
            telegram = "ends right where the next one begins",
            clause = "DSMR 5.0.2 P1 §6.1: the pause is no part of a telegram",
            receiver = "tells the two apart by what they say, not by the pause")
    record Glue() implements TimingFault {
        @Override
        public Set<UserPort> ports() {
            return EnumSet.of(UserPort.P1);
        }

        /** A meter may begin so much after the second; by then the line no longer waits for the next telegram. */
        private static final long LATEST_MILLIS = 500;

        /** One that follows another without a pause already is not held back itself, or else it would have one. */
        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            if (strike.free().isAfter(emission.due())) {
                return List.of(emission);
            }
            Duration time = strike.line().timeOf(emission.octets().length);
            Instant second = Instant.ofEpochSecond(emission.due().getEpochSecond() + 1);
            Instant late = second.plusMillis(LATEST_MILLIS).minus(time);
            return List.of(late.isAfter(emission.due()) ? emission.at(late) : emission);
        }
    }

    /** The same telegram again. */
    @JsonTypeName("again")
    @About(telegram = "comes again, octet for octet", clause = "field case M29", receiver = "counts nothing twice")
    record Again(@Parameter(is = "how many more, 1 to 20", usual = "1") int copies) implements TimingFault {
        public Again {
            if (copies < 1 || copies > 20) {
                throw new IllegalArgumentException("a telegram comes again 1 to 20 times, not " + copies);
            }
        }

        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            List<Emission> all = new ArrayList<>(List.of(emission));
            for (int i = 0; i < copies; i++) {
                Emission last = all.get(all.size() - 1);
                Instant next = last.due().plus(strike.line().timeOf(emission.octets().length));
                all.add(new Emission(next, emission.port(), emission.octets()));
            }
            return all;
        }
    }
}
