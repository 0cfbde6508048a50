package io.userports.fault;

import io.userports.s1.Fcs;
import io.userports.s1.FrameKind;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import java.util.Arrays;

/** A whole telegram of S1, field by field, to be changed. */
final class FrameFields {
    private static final S1Layout LAYOUT = S1Layout.EMUCS_H_1_3;
    /** From the end: two octets of the FCS and the flag. */
    private static final int TRAILER = 3;

    private final byte[] octets;

    private FrameFields(byte[] octets) {
        this.octets = octets;
    }

    /** {@return a copy of {@code octets}; complains when they are no whole telegram under a right FCS} */
    static FrameFields of(byte[] octets) {
        if (S1View.of(LAYOUT).kindOf(octets) != FrameKind.TELEGRAM) {
            throw new IllegalArgumentException("it needs a whole telegram of S1 under a right FCS");
        }
        return new FrameFields(octets.clone());
    }

    /** {@return the count in {@code field}, as its type says with or without a sign} */
    int get(String field) {
        S1Layout.Type type = type(field);
        int at = LAYOUT.offsetOf(field, 0);
        int count = type.min() < 0 ? octets[at] : octets[at] & 0xFF;
        for (int i = 1; i < type.octets(); i++) {
            count = count << 8 | octets[at + i] & 0xFF;
        }
        return count;
    }

    /** Writes the lowest octets of {@code count} into {@code field}. */
    FrameFields set(String field, int count) {
        int at = LAYOUT.offsetOf(field, 0);
        int rest = count;
        for (int i = at + type(field).octets() - 1; i >= at; i--) {
            octets[i] = (byte) rest;
            rest >>= 8;
        }
        return this;
    }

    /** Writes octets from {@code at} on. */
    FrameFields put(int at, byte... others) {
        System.arraycopy(others, 0, octets, at, others.length);
        return this;
    }

    /** {@return the numeric type of a field of that name} */
    static S1Layout.Type type(String field) {
        return LAYOUT.fields().stream()
                .filter(f -> f.name().equals(field) && f.type() != S1Layout.Type.ASCII14)
                .map(S1Layout.Field::type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + field + "' is no number in a telegram; there are "
                        + LAYOUT.fields().stream()
                                .map(S1Layout.Field::name)
                                .skip(1)
                                .toList()));
    }

    /** {@return the octets under a right FCS} */
    byte[] octets() {
        byte[] whole = Arrays.copyOf(octets, octets.length);
        Fcs.put(whole, 1, whole.length - TRAILER);
        return whole;
    }
}
