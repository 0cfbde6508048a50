package io.userports.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a file, which is UTF-8 and holds no control characters. */
final class PlainText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PlainText() {}

    /** {@return the text that {@code octets} are}; {@code name} stands for their file in complaints. */
    static String of(byte[] octets, String name) {
        ByteBuffer in = ByteBuffer.wrap(octets);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            // the decoder stops in front of what it cannot read
            String before = new String(octets, 0, in.position(), StandardCharsets.UTF_8);
            throw InputException.at(
                    name + ":" + lines(before),
                    String.format(
                            "the octet 0x%02X is not UTF-8 text; save the file as UTF-8",
                            octets[in.position()] & 0xFF));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                throw InputException.at(
                        name + ":" + lines(text.substring(0, i)),
                        String.format("the control character U+%04X; a configuration is plain text", (int) c));
            }
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static int lines(String before) {
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }
}
