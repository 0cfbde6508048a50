package io.userports.cli;

import java.util.HexFormat;

/** Small turns of phrase that several lines of output share. */
final class Texts {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Texts() {}

    static String octets(long count) {
        return count + (count == 1 ? " octet" : " octets");
    }

    static String hex(byte[] octets) {
        return HEX.formatHex(octets);
    }
}
