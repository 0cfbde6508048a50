package io.userports.s1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which fields a telegram has and in which order, as data; the data format version tells which layout it is.
 *
 * <p>Only version 0 is published. What is marked hypothetical was made up to see whether a receiver survives a change.
 * Every layout begins with the meter id and Additional Information, or else the version could not be found.
 *
 * @param version the three bits in Additional Information
 * @param samplesPerTelegram instants in one telegram
 * @param hypothetical whether nobody has published it
 * @param fields of the data, in order
 */
public record S1Layout(
        String name, int version, int samplesPerTelegram, boolean hypothetical, List<S1Layout.Field> fields) {
    static final byte FLAG = 0x7E;
    static final int TYPE_1 = 0x80;
    static final byte ADDRESS = (byte) 0xFF;
    static final byte CONTROL = 0x03;

    /** Octets before the data: flag, frame format, address, control. */
    static final int HEADER = 5;
    /** Octets after the data: FCS, flag. */
    static final int TRAILER = Fcs.OCTETS + 1;
    /** Octets of a frame that its length does not count: both flags. */
    static final int FLAGS = 2;

    private static final int BITS_PER_OCTET = 10;

    private static final Field METER_ID = new Field("meterId", Type.ASCII14, 1, "", 0);
    private static final Field INFO = new Field("info", Type.U8, 1, "", 0);
    private static final Field RATE = new Field("rate", Type.I8, 1, "", 0);
    private static final Field FREQUENCY = new Field("frequency", Type.U16, 0.001, "Hz", 0);
    private static final Field SEQUENCE = new Field("seq", Type.U8, 1, "", 0);
    private static final Field LONG_SEQUENCE = new Field("longSeq", Type.U32, 1, "", 0);
    private static final List<Field> HEAD = List.of(METER_ID, INFO, RATE, FREQUENCY, SEQUENCE);

    /** The layout of e-MUCS H 1.3 §4.3: 45 octets with both flags. */
    public static final S1Layout EMUCS_H_1_3 = new S1Layout("emucs-h-1.3", 0, 1, false, join(HEAD, channels(0)));

    /** Hypothetical: four more octets at the end, the sequence number with 32 bits. */
    public static final S1Layout LONGER =
            new S1Layout("longer", 1, 1, true, join(HEAD, channels(0), List.of(LONG_SEQUENCE)));

    /** Hypothetical: ten instants in one telegram, so that 4000 Hz fit on 1.5 Mbit/s. */
    public static final S1Layout BATCHED = batched(10);

    /** Hypothetical: the same length, the channels before the rate, the frequency and the sequence number. */
    public static final S1Layout REORDERED = new S1Layout(
            "reordered", 3, 1, true, join(List.of(METER_ID, INFO), channels(0), List.of(SEQUENCE, FREQUENCY, RATE)));

    /** All of them. */
    public static final List<S1Layout> LIST = List.of(EMUCS_H_1_3, LONGER, BATCHED, REORDERED);

    public S1Layout {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name as in the output of {@code decode s1}
     * @param lsb what one count stands for, in {@code unit}
     * @param unit V, A, Hz, or empty
     * @param sample to which instant of the telegram it belongs, from 0
     */
    public record Field(String name, Type type, double lsb, String unit, int sample) {}

    /** How a field is written; several octets big-endian, signed ones in two's complement. */
    public enum Type {
        /** Fourteen characters, each one octet. */
        ASCII14(14, 0, 0),
        /** One octet without a sign. */
        U8(1, 0, 0xFF),
        /** One octet with a sign. */
        I8(1, Byte.MIN_VALUE, Byte.MAX_VALUE),
        /** Two octets without a sign. */
        U16(2, 0, 0xFFFF),
        /** Two octets with a sign. */
        I16(2, Short.MIN_VALUE, Short.MAX_VALUE),
        /** Three octets with a sign. */
        I24(3, -0x80_0000, 0x7F_FFFF),
        /** Four octets; in no published layout. */
        U32(4, Integer.MIN_VALUE, Integer.MAX_VALUE);

        private final int octets;
        private final int min;
        private final int max;

        Type(int octets, int min, int max) {
            this.octets = octets;
            this.min = min;
            this.max = max;
        }

        /** {@return octets that it takes} */
        public int octets() {
            return octets;
        }

        /** {@return the least number of counts that it can say} */
        public int min() {
            return min;
        }

        /** {@return the greatest number of counts that it can say} */
        public int max() {
            return max;
        }
    }

    /** {@return the published layout of a data format version, if there is one} */
    public static Optional<S1Layout> of(int version) {
        return LIST.stream()
                .filter(l -> l.version == version && !l.hypothetical)
                .findFirst();
    }

    /** {@return octets of a telegram, both flags included} */
    public int octets() {
        return HEADER + dataOctets() + TRAILER;
    }

    /** {@return what the length octet says: the octets between the flags} */
    public int length() {
        return octets() - FLAGS;
    }

    /** {@return bit times of a telegram on the line, start and stop bits included} */
    public int bits() {
        return BITS_PER_OCTET * octets();
    }

    /** {@return how many octets of a telegram come before the field; it must be there} */
    public int offsetOf(String field, int sample) {
        int at = HEADER;
        for (Field f : fields) {
            if (f.name.equals(field) && f.sample == sample) {
                return at;
            }
            at += f.type.octets();
        }
        throw new IllegalArgumentException(name + " has no field '" + field + "' of sample " + sample);
    }

    /** {@return whether a telegram has the field} */
    boolean has(String field) {
        return fields.stream().anyMatch(f -> f.name.equals(field));
    }

    /** {@return the offsets of the channels, sample by sample, in the order of {@link S1View#channelName}} */
    int[] channelOffsets() {
        int[] offsets = new int[S1View.CHANNELS * samplesPerTelegram];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offsetOf(S1View.channelName(i % S1View.CHANNELS), i / S1View.CHANNELS);
        }
        return offsets;
    }

    private int dataOctets() {
        return fields.stream().mapToInt(f -> f.type.octets()).sum();
    }

    private static S1Layout batched(int samples) {
        List<Field> fields = new ArrayList<>(HEAD);
        for (int sample = 0; sample < samples; sample++) {
            fields.addAll(channels(sample));
        }
        return new S1Layout("batched", 2, samples, true, fields);
    }

    private static List<Field> channels(int sample) {
        List<Field> channels = new ArrayList<>();
        for (String phase : List.of("1", "2", "3")) {
            channels.add(new Field("u" + phase, Type.I16, 0.025, "V", sample));
            channels.add(new Field("i" + phase, Type.I24, 0.001, "A", sample));
        }
        channels.add(new Field("iN", Type.I24, 0.001, "A", sample));
        return channels;
    }

    @SafeVarargs
    private static List<Field> join(List<Field>... parts) {
        List<Field> all = new ArrayList<>();
        for (List<Field> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
