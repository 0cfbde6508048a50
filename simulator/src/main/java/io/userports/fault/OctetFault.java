package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Octets that are lost, come too often, or come from nowhere, on either port; nothing repairs a check after it. */
public sealed interface OctetFault extends Fault permits OctetFault.Within, CutFault {
    /** The words for a place that may be left out. */
    String ANYWHERE = "anywhere";

    /** {@return the octets that leave instead; {@code octets} stay as they are} */
    byte[] apply(byte[] octets, Strike strike);

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

    @Override
    default List<Emission> strike(Emission emission, Strike strike) {
        return List.of(emission.with(apply(emission.octets(), strike)));
    }

    /** What leaves the ends of a telegram where they are, or puts something in its place. */
    sealed interface Within extends OctetFault {}

    /** {@return {@code octets} with those from {@code from} to before {@code to} replaced} */
    private static byte[] splice(byte[] octets, int from, int to, byte[] by) {
        byte[] changed = new byte[octets.length - (to - from) + by.length];
        System.arraycopy(octets, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(octets, to, changed, from + by.length, octets.length - to);
        return changed;
    }

    /** Octets that a receiver was too slow for. */
    @JsonTypeName("octets-lost")
    @About(
            telegram = "lacks octets in the middle",
            clause = "field case M03: the receiver was overrun after a long line",
            receiver = "drops that telegram and reads the next one")
    record OctetsLost(
            @Parameter(is = "the first that is missing, 0 for the first, -1 for the last", usual = ANYWHERE)
                    OptionalInt at,
            @Parameter(is = "how many are missing, 1 or more", usual = "1") int count)
            implements Within {
        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            int from = Place.of(at, octets, strike.random());
            return splice(octets, from, Math.min(octets.length, from + count), new byte[0]);
        }
    }

    /** Octets that nobody sent. */
    @JsonTypeName("octets-added")
    @About(
            telegram = "has octets more in the middle",
            clause = "DSMR 5.0.2 P1 §6.2, ISO/IEC 13239 §4.3, field case M08",
            receiver = "drops that telegram and reads the next one")
    record OctetsAdded(
            @Parameter(is = "before which octet, 0 for the first, -1 for the last", usual = ANYWHERE) OptionalInt at,
            @Parameter(is = "which octets, in hexadecimal", usual = "00") Octets octets)
            implements Within {
        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            int place = Place.of(at, telegram, strike.random());
            return splice(telegram, place, place, octets.toArray());
        }
    }

    /** Octets that come twice. */
    @JsonTypeName("octets-doubled")
    @About(
            telegram = "has octets that come twice",
            clause = "ISO/IEC 13239 §4.3",
            receiver = "drops that telegram and reads the next one")
    record OctetsDoubled(
            @Parameter(is = "the first that comes again, 0 for the first, -1 for the last", usual = ANYWHERE)
                    OptionalInt at,
            @Parameter(is = "how many come again, 1 or more", usual = "1") int count)
            implements Within {
        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            int from = Place.of(at, octets, strike.random());
            int to = Math.min(octets.length, from + count);
            return splice(octets, to, to, Arrays.copyOfRange(octets, from, to));
        }
    }

    /** Two neighbours that have changed places. */
    @JsonTypeName("octets-swapped")
    @About(
            telegram = "has two neighbouring octets that changed places",
            clause = "ISO/IEC 13239 §4.2.6",
            receiver = "drops that telegram and reads the next one")
    record OctetsSwapped(
            @Parameter(is = "the first of the two, 0 for the first, -2 for the last but one", usual = ANYWHERE)
                    OptionalInt at)
            implements Within {
        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            if (octets.length < 2) {
                return octets;
            }
            int first = at.isPresent()
                    ? Math.min(Place.of(at.getAsInt(), octets), octets.length - 2)
                    : differing(octets, strike.random());
            return splice(octets, first, first + 2, new byte[] {octets[first + 1], octets[first]});
        }

        /** Two of the same would change nothing. */
        private static int differing(byte[] octets, SplittableRandom random) {
            int first = random.nextInt(octets.length - 1);
            for (int i = 0; i < octets.length && octets[first] == octets[first + 1]; i++) {
                first = (first + 1) % (octets.length - 1);
            }
            return first;
        }
    }

    /** Octets that are other ones. */
    @JsonTypeName("octets-replaced")
    @About(
            telegram = "has other octets in the place of some of its own",
            clause = "DSMR 5.0.2 P1 §6.2, ISO/IEC 13239 §4.3",
            receiver = "drops that telegram and reads the next one")
    record OctetsReplaced(
            @Parameter(is = "the first of them, 0 for the first, -1 for the last") int at,
            @Parameter(is = "what stands there instead, in hexadecimal") Octets by)
            implements Within {
        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            int from = Place.of(at, octets);
            return splice(octets, from, Math.min(octets.length, from + by.length()), by.toArray());
        }
    }

    /** Octets that are no telegram before one. */
    @JsonTypeName("noise")
    @About(
            telegram = "comes after octets that are no telegram",
            clause = "ISO/IEC 13239 §4.3, field cases M07 and M09",
            receiver = "skips them and loses nothing, unless they hide the beginning of the telegram")
    record Noise(
            @Parameter(is = "which octets, in hexadecimal", usual = "as chance has it") Optional<Octets> octets,
            @Parameter(is = "how many of them, repeated where there are fewer", usual = "all, or 40 by chance")
                    OptionalInt count)
            implements Within {
        private static final int USUAL = 40;
        private static final int MOST = 100_000;

        public Noise {
            if (count.orElse(0) < 0 || count.orElse(0) > MOST) {
                throw new IllegalArgumentException("noise is 0 to " + MOST + " octets, not " + count.getAsInt());
            }
            if (octets.isPresent() && octets.get().length() == 0) {
                throw new IllegalArgumentException("noise without an octet is none; leave octets out for chance");
            }
        }

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            byte[] pattern = octets.map(Octets::toArray).orElse(new byte[0]);
            byte[] noise = new byte[count.orElse(pattern.length == 0 ? USUAL : pattern.length)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = pattern.length == 0 ? (byte) strike.random().nextInt(256) : pattern[i % pattern.length];
            }
            return splice(telegram, 0, 0, noise);
        }
    }

    /** Octets in the place of a telegram. */
    @JsonTypeName("replace")
    @About(
            telegram = "gives its place to other octets",
            clause = "brochure 4.3 and 5.3: anything may come in over a line",
            receiver = "reads of them what is a telegram, and the next telegram after them")
    record Replace(@Parameter(is = "which octets, in hexadecimal") Octets by) implements Within {
        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            return by.toArray();
        }
    }

    /** Some other fault of the line, drawn anew each time. */
    @JsonTypeName("mishap")
    @About(
            telegram = "suffers some mishap of the line",
            clause = "brochure 4.3 and 5.3: anything may happen to what is on a line",
            receiver = "drops what is spoilt, shows nothing of it, and reads the next good one")
    record Mishap() implements Within {
        private static final List<Function<Strike, Fault>> ALL = List.of(
                strike -> new BitFault.BitFade(1 + strike.random().nextInt(3)),
                strike -> new BitFault.Burst(1 + strike.random().nextInt(24)),
                strike ->
                        new OctetsLost(OptionalInt.empty(), 1 + strike.random().nextInt(40)),
                strike -> new OctetsAdded(OptionalInt.empty(), Octets.parse("00FF0A")),
                strike -> new OctetsDoubled(
                        OptionalInt.empty(), 1 + strike.random().nextInt(8)),
                strike -> new OctetsSwapped(OptionalInt.empty()),
                strike -> new CutFault.Truncate(strike.random().nextInt(100)),
                strike -> new Noise(
                        Optional.empty(), OptionalInt.of(1 + strike.random().nextInt(200))),
                strike -> new CutFault.Lose());

        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            Fault one = ALL.get(strike.random().nextInt(ALL.size())).apply(strike);
            return one instanceof BitFault bits
                    ? bits.apply(octets, strike.random())
                    : ((OctetFault) one).apply(octets, strike);
        }
    }
}
