package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.s1.Fcs;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Telegrams of S1 that are no good frames, or frames of something else (ISO/IEC 13239 §4, e-MUCS H 1.3 §4.2.2). */
public sealed interface FrameFault extends Fault permits FrameFault.OfForm, StrayFrameFault {
    /** A flag. */
    byte FLAG = 0x7E;

    /** From the end: two octets of the FCS and the flag. */
    int TRAILER = 3;

    /** {@return the octets that leave instead} */
    byte[] apply(byte[] telegram, Strike strike);

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
        return true;
    }

    @Override
    default List<Emission> strike(Emission emission, Strike strike) {
        FrameFields.of(emission.octets());
        return List.of(emission.with(apply(emission.octets().clone(), strike)));
    }

    /** What breaks the form of a telegram. */
    sealed interface OfForm extends FrameFault {}

    /** A check sequence that is wrong, in one of the ways in which programs get it wrong. */
    @JsonTypeName("wrong-fcs")
    @About(
            telegram = "has a wrong FCS",
            clause = "ISO/IEC 13239 §4.2.6",
            receiver = "drops that telegram, uses nothing of it, and knows by the number that it is missing")
    record WrongFcs(
            @Parameter(
                            is =
                                    "bit, swapped, zero, ones, data-only, with-flag, xmodem, ccitt-false, kermit, mcrf4xx or"
                                            + " arc",
                            usual = "bit")
                    Variant of)
            implements OfForm {
        /** In which way. */
        public enum Variant {
            /** One bit is another one. */
            BIT,
            /** High octet first. */
            SWAPPED,
            /** 0000. */
            ZERO,
            /** FFFF. */
            ONES,
            /** Over the data alone, without format, address and control. */
            DATA_ONLY,
            /** Over the flag too. */
            WITH_FLAG,
            /** CRC-16/XMODEM. */
            XMODEM,
            /** CRC-16/CCITT-FALSE. */
            CCITT_FALSE,
            /** CRC-16/KERMIT. */
            KERMIT,
            /** CRC-16/MCRF4XX. */
            MCRF4XX,
            /** That of P1. */
            ARC;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        private static final int HEADER = 5;

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            int end = telegram.length - TRAILER;
            int right = Fcs.of(telegram, 1, end);
            int wrong =
                    switch (of) {
                        case BIT -> right ^ 1;
                        case SWAPPED -> (right & 0xFF) << 8 | right >> 8;
                        case ZERO -> 0;
                        case ONES -> 0xFFFF;
                        case DATA_ONLY -> Fcs.of(telegram, HEADER, end);
                        case WITH_FLAG -> Fcs.of(telegram, 0, end);
                        default -> WrongCheck.valueOf(of.name()).of(telegram, 1, end);
                    };
            // By chance the wrong one may be the right one.
            wrong = wrong == right ? right ^ 1 : wrong;
            telegram[end] = (byte) wrong;
            telegram[end + 1] = (byte) (wrong >> 8);
            return telegram;
        }
    }

    /** Another header under a right check sequence. */
    @JsonTypeName("frame-header")
    @About(
            telegram = "has another header under a right FCS",
            clause = "ISO/IEC 13239 §4, e-MUCS H 1.3 §4.2.2",
            receiver = "drops or skips it, does not wait for what a wrong length announces, and reads the next one")
    record FrameHeader(
            @Parameter(
                            is =
                                    "the octets after the flag, in hexadecimal: format, length, address, control; or the first of"
                                            + " them, like 882B")
                    Octets to)
            implements OfForm {
        public FrameHeader {
            if (to.length() < 1 || to.length() > 4) {
                throw new IllegalArgumentException("a header has 1 to 4 octets, not " + to.length());
            }
        }

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            System.arraycopy(to.toArray(), 0, telegram, 1, to.length());
            Fcs.put(telegram, 1, telegram.length - TRAILER);
            return telegram;
        }
    }

    /** Flags that are missing. */
    @JsonTypeName("no-flag")
    @About(
            telegram = "lacks a flag",
            clause = "ISO/IEC 13239 §4.2.1",
            receiver = "loses no more than the telegrams that lack one, and may share a flag of their neighbours")
    record NoFlag(@Parameter(is = "opening, closing or both", usual = "opening") Which which) implements OfForm {
        /** Which flag. */
        public enum Which {
            /** The first octet. */
            OPENING,
            /** The last octet. */
            CLOSING,
            /** Both. */
            BOTH;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            return Arrays.copyOfRange(
                    telegram,
                    which == Which.CLOSING ? 0 : 1,
                    which == Which.OPENING ? telegram.length : telegram.length - 1);
        }
    }

    /** Octets that are escaped although S1 has no escapes. */
    @JsonTypeName("stuff")
    @About(
            telegram = "is escaped with 7D, with some octet to escape",
            clause = "e-MUCS H 1.3 §4.2.2: transparency is switched off",
            receiver = "drops it, because its length no longer leads to the flag, and reads the next one")
    record Stuff() implements OfForm {
        private static final byte ESCAPE = 0x7D;

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            FrameFields fields = FrameFields.of(telegram).set("i1", FLAG);
            byte[] plain = fields.octets();
            ByteArrayOutputStream stuffed = new ByteArrayOutputStream();
            stuffed.write(FLAG);
            for (int i = 1; i < plain.length - 1; i++) {
                if (plain[i] == FLAG || plain[i] == ESCAPE) {
                    stuffed.write(ESCAPE);
                    stuffed.write(plain[i] ^ 0x20);
                } else {
                    stuffed.write(plain[i]);
                }
            }
            stuffed.write(FLAG);
            return stuffed.toByteArray();
        }
    }

    /** A telegram that is given up with an abort, which S1 does not have. */
    @JsonTypeName("abort")
    @About(
            telegram = "breaks off with 7D 7E",
            clause = "ISO/IEC 13239 §4.3.3; without transparency it says nothing",
            receiver = "drops that telegram and reads the next one")
    record Abort(@Parameter(is = "after how many octets, 1 to 42", usual = "20") int octets) implements OfForm {
        public Abort {
            if (octets < 1 || octets > 42) {
                throw new IllegalArgumentException("a telegram breaks off after 1 to 42 octets, not " + octets);
            }
        }

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            byte[] aborted = Arrays.copyOf(telegram, octets + 2);
            aborted[octets] = 0x7D;
            aborted[octets + 1] = FLAG;
            return aborted;
        }
    }
}
