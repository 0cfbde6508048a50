package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/** Octets as a parameter, written in hexadecimal. */
public final class Octets {
    /** What a parameter may have; longer things are vectors. */
    private static final int MOST = 16 * 1024;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] octets;

    private Octets(byte[] octets) {
        this.octets = octets;
    }

    /** {@return the octets that {@code hex} spells, like {@code 7E 80 2B}; blanks are ignored} */
    @JsonCreator
    public static Octets parse(String hex) {
        String digits = hex.replace(" ", "");
        if (!digits.matches("([0-9A-Fa-f]{2}){0," + MOST + "}")) {
            throw new IllegalArgumentException("'" + (hex.length() > 40 ? hex.substring(0, 40) + "…" : hex)
                    + "' are no octets; write two hexadecimal digits for each, like 7E802B, at most " + MOST);
        }
        return new Octets(HEX.parseHex(digits));
    }

    /** {@return a copy of them} */
    public byte[] toArray() {
        return octets.clone();
    }

    int length() {
        return octets.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets o && java.util.Arrays.equals(octets, o.octets);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(octets);
    }

    @JsonValue
    @Override
    public String toString() {
        return HEX.formatHex(octets);
    }
}
