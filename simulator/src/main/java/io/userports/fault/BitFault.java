package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Bits that arrive as others, on either port; nothing repairs a check after it. */
public sealed interface BitFault extends Fault {
    /** {@return the octets that arrive instead; {@code octets} stay as they are} */
    byte[] apply(byte[] octets, SplittableRandom random);

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
        return List.of(emission.with(apply(emission.octets(), strike.random())));
    }

    /** Bits that are other ones here and there. */
    @JsonTypeName("bit-flip")
    @About(
            telegram = "has bits here and there that are other ones",
            clause = "DSMR 5.0.2 P1 §6.2, ISO/IEC 13239 §4.2.6, field case M04",
            receiver = "drops every telegram whose check is wrong, and reads the next good one")
    record BitFlip(@Parameter(is = "which part of all bits, like 1e-4 or 0.1 %") Share rate) implements BitFault {
        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            byte[] changed = octets.clone();
            long bits = 8L * octets.length;
            for (long at = rate.untilNext(random, bits); at < bits; at += 1 + rate.untilNext(random, bits)) {
                changed[(int) (at / 8)] ^= (byte) (1 << at % 8);
            }
            return changed;
        }
    }

    /** One bit that is the other one. */
    @JsonTypeName("bit-flip-at")
    @About(
            telegram = "has one bit that is the other one",
            clause = "DSMR 5.0.2 P1 §6.2, ISO/IEC 13239 §4.2.6, field case M04",
            receiver = "drops that telegram and reads the next one")
    record BitFlipAt(
            @Parameter(is = "which octet, 0 for the first, -1 for the last") int octet,
            @Parameter(is = "which bit, 0 for the lowest to 7") int bit)
            implements BitFault {
        public BitFlipAt {
            if (bit < 0 || bit > 7) {
                throw new IllegalArgumentException("an octet has bits 0 to 7, not " + bit);
            }
        }

        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            byte[] changed = octets.clone();
            changed[Place.of(octet, octets)] ^= (byte) (1 << bit);
            return changed;
        }
    }

    /** Ones that fade to zeros, as a weak pull-up makes them. */
    @JsonTypeName("bit-fade")
    @About(
            telegram = "has bits that fell from 1 to 0",
            clause = "field case M04: all substitutions seen were 1 to 0",
            receiver = "drops that telegram and reads the next one")
    record BitFade(@Parameter(is = "how many ones become zeros, 1 or more", usual = "1") int bits) implements BitFault {
        public BitFade {
            if (bits < 1) {
                throw new IllegalArgumentException("at least one bit falls, not " + bits);
            }
        }

        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            byte[] changed = octets.clone();
            int ones = 0;
            for (byte octet : octets) {
                ones += Integer.bitCount(octet & 0xFF);
            }
            for (int left = Math.min(bits, ones); left > 0; ) {
                int at = random.nextInt(8 * octets.length);
                int mask = 1 << at % 8;
                if ((changed[at / 8] & mask) != 0) {
                    changed[at / 8] &= (byte) ~mask;
                    left--;
                }
            }
            return changed;
        }
    }

    /** A disturbance that lasts: first and last bit are wrong, those between as chance has it. */
    @JsonTypeName("burst")
    @About(
            telegram = "has a burst of wrong bits",
            clause = "ISO/IEC 13239 §4.2.6: found for certain up to 16 bits",
            receiver = "drops that telegram and reads the next one")
    record Burst(@Parameter(is = "its length in bits, 1 or more", usual = "16") int bits) implements BitFault {
        public Burst {
            if (bits < 1) {
                throw new IllegalArgumentException("a burst has at least one bit, not " + bits);
            }
        }

        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            byte[] changed = octets.clone();
            int length = Math.min(bits, 8 * octets.length);
            int first = random.nextInt(8 * octets.length - length + 1);
            for (int i = 0; i < length; i++) {
                if (i == 0 || i == length - 1 || random.nextBoolean()) {
                    changed[(first + i) / 8] ^= (byte) (1 << (first + i) % 8);
                }
            }
            return changed;
        }
    }

    /** Another parity than the receiver's: the highest bit of every octet is set. */
    @JsonTypeName("high-bits")
    @About(
            telegram = "has the highest bit of every octet set",
            clause = "field case M07: a line with parity",
            receiver = "finds no telegram, says so, and keeps its memory within bounds")
    record HighBits() implements BitFault {
        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            byte[] changed = octets.clone();
            for (int i = 0; i < changed.length; i++) {
                changed[i] |= (byte) 0x80;
            }
            return changed;
        }
    }

    /** What a receiver makes of a line whose levels it does not invert, or of one at another bit rate. */
    @JsonTypeName("wrong-bit-rate")
    @About(
            telegram = "is read at another bit rate, or with its levels turned round",
            clause = "DSMR 5.0.2 P1 §5.7, e-MUCS H 1.3 §4.2.1, field case M07",
            receiver = "finds no telegram, says so, and neither crashes nor shows anything of it")
    record WrongBitRate(
            @Parameter(is = "bits a second of the meter", usual = "115200") int sent,
            @Parameter(is = "bits a second of the receiver", usual = "115200") int read,
            @Parameter(is = "true when the receiver takes each level for the other one", usual = "false")
                    boolean inverted)
            implements BitFault {
        private static final int OCTET_BITS = 10;
        /** How often a receiver looks for a start bit, within one bit. */
        private static final int LOOKS = 16;

        public WrongBitRate {
            new LineRate(sent);
            new LineRate(read);
        }

        /** A start bit is looked for, and ten bits are sampled in the middle of where they would be. */
        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            double step = (double) sent / read;
            double end = (double) OCTET_BITS * octets.length;
            for (double at = 0; at < end; ) {
                if (level(octets, at)) {
                    at += Math.min(1, step) / LOOKS;
                } else {
                    int octet = 0;
                    for (int bit = 0; bit < 8; bit++) {
                        octet |= level(octets, at + (1.5 + bit) * step) ? 1 << bit : 0;
                    }
                    heard.write(octet);
                    at += (OCTET_BITS - 0.5) * step;
                }
            }
            return heard.toByteArray();
        }

        /** {@return whether the line is at mark, which it rests at, {@code at} bits of the meter after the beginning} */
        private boolean level(byte[] octets, double at) {
            int bit = (int) at;
            int octet = bit / OCTET_BITS;
            int place = bit % OCTET_BITS;
            boolean mark = octet >= octets.length
                    || place == OCTET_BITS - 1
                    || place > 0 && (octets[octet] >> place - 1 & 1) == 1;
            return mark != inverted;
        }
    }
}
