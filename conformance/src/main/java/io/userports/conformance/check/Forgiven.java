package io.userports.conformance.check;

import io.userports.p1.Crc;
import io.userports.p1.P1Codec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A telegram as a forgiving reader may mend it before it looks at the CRC.
 *
 * <p>Nobody must accept such a telegram. But who takes NULs off, makes all line ends alike, or writes the zeros that a CRC
 * lacks, and then finds the CRC right, shows what the meter has said, and invents nothing.
 */
final class Forgiven {
    private static final int DIGITS = 4;

    private static final List<UnaryOperator<String>> WAYS = List.of(
            text -> text.replace("\0", ""), text -> text.replaceAll("\r\n?|\n", "\r\n"), Forgiven::withAllDigits);

    private Forgiven() {}

    /** {@return the octets that have a right CRC when {@code octets} are mended; empty when nothing helps} */
    static Optional<byte[]> of(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        for (UnaryOperator<String> way : WAYS) {
            text = way.apply(text);
            byte[] mended = text.getBytes(StandardCharsets.ISO_8859_1);
            if (P1Codec.decode(mended, 0, mended.length).crc() == Crc.OK) {
                return Optional.of(mended);
            }
        }
        return Optional.empty();
    }

    private static String withAllDigits(String text) {
        int bang = text.lastIndexOf('!');
        String digits = text.substring(bang + 1).strip();
        return bang >= 0 && digits.matches("[0-9A-Fa-f]{1,3}")
                ? text.substring(0, bang + 1) + "0".repeat(DIGITS - digits.length()) + digits + "\r\n"
                : text;
    }
}
