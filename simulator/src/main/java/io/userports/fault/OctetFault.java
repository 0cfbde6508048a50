package io.userports.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A change of the octets on the line; nothing repairs the CRC after it. */
public sealed interface OctetFault extends Fault {
    /** {@return the changed octets; {@code octets} itself stays as it is} */
    byte[] apply(byte[] octets, SplittableRandom random);

    /** A CRC that is well-formed and wrong: its last digit is another one. */
    record WrongCrc() implements OctetFault {
        /** From the end: digit, CR, LF. */
        private static final int LAST_DIGIT = 3;

        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            byte[] changed = octets.clone();
            int at = changed.length - LAST_DIGIT;
            changed[at] = (byte) (changed[at] == '0' ? '1' : '0');
            return changed;
        }
    }

    /**
     * One digit of a value that became another digit, under an unchanged CRC: the first digit after {@code marker}
     * has its lowest bit inverted (field case M04).
     */
    record WrongDigit(String marker) implements OctetFault {
        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            byte[] changed = octets.clone();
            String text = new String(octets, StandardCharsets.ISO_8859_1);
            int found = text.indexOf(marker);
            if (found < 0) {
                throw new IllegalArgumentException("'" + marker + "' does not stand in the telegram");
            }
            changed[found + marker.length()] ^= 1;
            return changed;
        }
    }

    /** Only the first part of the telegram, {@code percent} of its octets. */
    record Truncate(int percent) implements OctetFault {
        @Override
        public byte[] apply(byte[] octets, SplittableRandom random) {
            return Arrays.copyOf(octets, octets.length * percent / 100);
        }
    }
}
