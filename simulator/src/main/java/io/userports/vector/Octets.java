package io.userports.vector;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The two ways in which a file writes octets. */
final class Octets {
    private Octets() {}

    /** {@return the octets of {@code lines}, joined by CR LF, or of {@code hex}: one of both is empty} */
    static byte[] of(List<String> lines, List<String> hex) {
        return lines.isEmpty() ? ofHex(hex) : String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] ofHex(List<String> hex) {
        return HexFormat.of().parseHex(String.join("", hex));
    }

    /** {@return the list, which may be absent in the file} */
    static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
