package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.OptionalInt;

/** Telegrams of which a part, or all, is not heard. */
public sealed interface CutFault extends OctetFault {
    /** A telegram that ends early. */
    @JsonTypeName("truncate")
    @About(
            telegram = "ends early",
            clause = "DSMR 5.0.2 P1 §5.7, ISO/IEC 13239 §4.3, field cases M02 and M28",
            receiver = "drops what it has, and accepts the next whole telegram")
    record Truncate(@Parameter(is = "how many percent of its octets are left, 0 to 100") int percent)
            implements CutFault {
        public Truncate {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("of a telegram 0 to 100 percent are left, not " + percent);
            }
        }

        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            return Arrays.copyOf(octets, octets.length * percent / 100);
        }
    }

    /** A telegram that ends at a certain octet. */
    @JsonTypeName("truncate-at")
    @About(
            telegram = "ends at a certain octet",
            clause = "DSMR 5.0.2 P1 §5.7, ISO/IEC 13239 §4.3, field cases M02 and M28",
            receiver = "drops what it has, and accepts the next whole telegram")
    record TruncateAt(@Parameter(is = "the first that is missing, 0 for the first, -1 for the last") int octet)
            implements CutFault {
        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            return Arrays.copyOf(octets, Place.of(octet, octets));
        }
    }

    /** A telegram that somebody begins to hear in the middle. */
    @JsonTypeName("begin-at")
    @About(
            telegram = "is heard from the middle on",
            clause = "e-MUCS H 1.3 §4.2.2, field case M01",
            receiver = "ignores what it hears, and accepts the next whole telegram")
    record BeginAt(
            @Parameter(
                            is = "the first octet that is heard whole, 00 stands for the one before it; left out: the"
                                    + " second, and one later each time it strikes",
                            usual = "each in turn")
                    OptionalInt octet)
            implements CutFault {
        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            int first = octet.orElse((int) (strike.nth() % Math.max(1, octets.length - 1)) + 1);
            byte[] rest = Arrays.copyOfRange(octets, Place.of(first, octets) - (first == 0 ? 0 : 1), octets.length);
            rest[0] = 0;
            return rest;
        }
    }

    /** A telegram that nobody hears. */
    @JsonTypeName("lose")
    @About(
            telegram = "is lost",
            clause = "DSMR 5.0.2 P1 §6.1, e-MUCS H 1.3 §4.2.3, field case M29",
            receiver = "goes on with the next one, and of S1 knows by the number how many are missing")
    record Lose() implements CutFault {
        @Override
        public byte[] apply(byte[] octets, Strike strike) {
            return new byte[0];
        }
    }
}
