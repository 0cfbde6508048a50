package io.userports.vector;

import java.util.Arrays;
import java.util.Locale;

/** What the tests of a file are. */
public enum Shape {
    P1_TELEGRAMS(P1Vector.class),
    P1_STREAMS(P1Stream.class),
    S1_TELEGRAMS(S1Vector.class),
    S1_STREAMS(S1Stream.class),
    P1_CRC(P1Crc.class),
    S1_FCS(S1Fcs.class);

    private final Class<? extends Vector> type;

    Shape(Class<? extends Vector> type) {
        this.type = type;
    }

    /** {@return the record of a test} */
    Class<? extends Vector> type() {
        return type;
    }

    /** {@return the shape that a file calls {@code name}, which its schema allows} */
    static Shape of(String name) {
        return Arrays.stream(values())
                .filter(s -> s.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no shape '" + name + "'"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
