package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Fields of S1 that say something odd, under an FCS that is right (e-MUCS H 1.3 §4.3). */
public sealed interface FieldFault extends Fault permits FieldFault.OfFields, WiringFault {
    /** Changes the telegram. */
    void apply(FrameFields telegram, Strike strike);

    @Override
    default Set<UserPort> ports() {
        return EnumSet.of(UserPort.S1);
    }

    @Override
    default boolean needsWhole() {
        return true;
    }

    @Override
    default boolean spoils() {
        return false;
    }

    @Override
    default List<Emission> strike(Emission emission, Strike strike) {
        FrameFields telegram = FrameFields.of(emission.octets());
        apply(telegram, strike);
        return List.of(emission.with(telegram.octets()));
    }

    /** What the meter itself says. */
    sealed interface OfFields extends FieldFault {}

    /** Samples that the meter itself says are no good. */
    @JsonTypeName("invalidate")
    @About(
            telegram = "says that its samples are invalid, and they are garbage",
            clause = "e-MUCS H 1.3 §4.3, Valid Samples",
            receiver = "uses none of them, keeps in step, and counts them")
    record Invalidate() implements OfFields {
        /** Well within what the fields can say. */
        private static final int MOST = 30_000;

        @Override
        public void apply(FrameFields telegram, Strike strike) {
            int garbage = strike.random().nextInt(-MOST, MOST);
            telegram.set("info", telegram.get("info") & ~S1Info.VALID_SAMPLES);
            for (String phase : List.of("1", "2", "3")) {
                telegram.set("u" + phase, garbage).set("i" + phase, garbage);
            }
        }
    }

    /** Samples at the limits of their fields. */
    @JsonTypeName("saturate")
    @About(
            telegram = "has every sample at a limit of its field",
            clause = "e-MUCS H 1.3 §4.3: 16 bits of voltage, 24 of current",
            receiver = "reads them without overflow")
    record Saturate() implements OfFields {
        @Override
        public void apply(FrameFields telegram, Strike strike) {
            boolean negative = telegram.get("u1") < 0;
            for (String phase : List.of("1", "2", "3")) {
                telegram.set("u" + phase, negative ? S1Layout.Type.I16.min() : S1Layout.Type.I16.max());
                telegram.set("i" + phase, negative ? S1Layout.Type.I24.min() : S1Layout.Type.I24.max());
            }
        }
    }

    /** What another telegram says. */
    @JsonTypeName("imitate")
    @About(
            telegram = "says what another one does, negated in every negative half wave of L1",
            clause = "e-MUCS H 1.3 §4.3",
            receiver = "reads it as any other")
    record Imitate(@Parameter(is = "the other one, 45 octets in hexadecimal") Octets telegram) implements OfFields {
        public Imitate {
            FrameFields.of(telegram.toArray());
        }

        @Override
        public void apply(FrameFields own, Strike strike) {
            FrameFields other = FrameFields.of(telegram.toArray());
            int sign = own.get("u1") < 0 ? -1 : 1;
            for (String field : List.of("info", "rate", "frequency")) {
                own.set(field, other.get(field));
            }
            for (String field : List.of("u1", "i1", "u2", "i2", "u3", "i3", "iN")) {
                own.set(field, sign * other.get(field));
            }
        }
    }

    /** Another number in a field. */
    @JsonTypeName("set-field")
    @About(
            telegram = "has another number in a field",
            clause = "e-MUCS H 1.3 §4.3",
            receiver = "reads what can be, distrusts what cannot, and never loses step")
    record SetField(
            @Parameter(is = "info, rate, frequency, seq, u1, i1, u2, i2, u3, i3 or iN") String field,
            @Parameter(is = "the count that it says; what does not fit is cut off") int to)
            implements OfFields {
        public SetField {
            FrameFields.type(field);
        }

        @Override
        public void apply(FrameFields telegram, Strike strike) {
            telegram.set(field, to);
        }
    }

    /** A number that is off by as much in every telegram. */
    @JsonTypeName("shift-field")
    @About(
            telegram = "has a number in a field that is off",
            clause = "e-MUCS H 1.3 §4.3",
            receiver = "reads what can be, distrusts what cannot, and never loses step")
    record ShiftField(
            @Parameter(is = "info, rate, frequency, seq, u1, i1, u2, i2, u3, i3 or iN") String field,
            @Parameter(is = "how many counts more; less than 0 for fewer") int by)
            implements OfFields {
        public ShiftField {
            FrameFields.type(field);
        }

        @Override
        public void apply(FrameFields telegram, Strike strike) {
            telegram.set(field, telegram.get(field) + by);
        }
    }

    /** Bits of Additional Information. */
    @JsonTypeName("info-bits")
    @About(
            telegram = "has other bits of Additional Information",
            clause = "e-MUCS H 1.3 §4.3, Additional Information",
            receiver = "skips versions that it does not know, uses no sample that is said to be invalid or not there")
    record InfoBits(
            @Parameter(is = "which bits become 1, in hexadecimal, like 10 for Neutral Current", usual = "00")
                    Octets set,
            @Parameter(is = "which bits become 0, in hexadecimal, like 08 for Valid Samples", usual = "00")
                    Octets clear)
            implements OfFields {
        public InfoBits {
            if (set.length() != 1 || clear.length() != 1) {
                throw new IllegalArgumentException("Additional Information is one octet, like 10");
            }
        }

        @Override
        public void apply(FrameFields telegram, Strike strike) {
            telegram.set("info", telegram.get("info") & ~clear.toArray()[0] | set.toArray()[0]);
        }
    }

    /** Another meter id. */
    @JsonTypeName("meter-id")
    @About(
            telegram = "has another meter id",
            clause = "e-MUCS H 1.3 §4.3, Meter ID",
            receiver = "takes it for another meter or an unknown one, and reads its samples")
    record MeterId(
            @Parameter(is = "14 octets in hexadecimal", usual = "another each time") java.util.Optional<Octets> to)
            implements OfFields {
        private static final int LENGTH = 14;

        public MeterId {
            if (to.isPresent() && to.get().length() != LENGTH) {
                throw new IllegalArgumentException(
                        "a meter id has 14 octets, not " + to.get().length());
            }
        }

        @Override
        public void apply(FrameFields telegram, Strike strike) {
            byte[] id = to.map(Octets::toArray).orElseGet(() -> "1SAG310000%04d"
                    .formatted(strike.nth() % 10_000)
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            telegram.put(S1Layout.EMUCS_H_1_3.offsetOf("meterId", 0), id);
        }
    }

    /** Numbers that do not count on. */
    @JsonTypeName("sequence")
    @About(
            telegram = "has a number that does not follow the one before",
            clause = "e-MUCS H 1.3 §4.2.3, Frame sequence number",
            receiver = "counts the gaps as the numbers say, and goes on; it neither crashes nor floods")
    record Sequence(@Parameter(is = "stuck, skips, backwards, wraps-to-1 or random") How how) implements OfFields {
        /** In which way. */
        public enum How {
            /** The same number for ever. */
            STUCK,
            /** Two further each time. */
            SKIPS,
            /** One back each time. */
            BACKWARDS,
            /** From 255 to 1, as a known imitation of a meter does. */
            WRAPS_TO_1,
            /** Any. */
            RANDOM;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        @Override
        public void apply(FrameFields telegram, Strike strike) {
            long nth = strike.nth();
            telegram.set(
                    "seq",
                    switch (how) {
                        case STUCK -> 17;
                        case SKIPS -> (int) (2 * nth);
                        case BACKWARDS -> (int) -nth;
                        case WRAPS_TO_1 -> (int) (nth % 255) + 1;
                        case RANDOM -> strike.random().nextInt(256);
                    });
        }
    }
}
