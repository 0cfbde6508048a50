package io.userports.fault;

import io.userports.p1.ObisCode;
import io.userports.p1.P1Codec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole telegram of P1 as text, a character an octet: its header and its lines, as raw as they stand.
 *
 * @param header the first line with its slash
 * @param lines those between the empty line and the exclamation mark
 */
record TelegramText(String header, List<String> lines) {
    private static final String LINE_END = "\r\n";
    /** The exclamation mark, four digits and the line end. */
    private static final int FOOTER = 7;

    TelegramText {
        lines = List.copyOf(lines);
    }

    /** {@return the telegram that {@code octets} are; complains when they are no whole one under a right CRC} */
    static TelegramText of(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        int end = text.length() - FOOTER;
        int body = text.indexOf(LINE_END + LINE_END);
        if (body < 0
                || end <= body
                || !text.startsWith("/")
                || !text.substring(end).equals(footer(octets, end))) {
            throw new IllegalArgumentException("it needs a whole telegram under a right CRC");
        }
        String lines = text.substring(body + 2 * LINE_END.length(), end);
        return new TelegramText(text.substring(0, body), lines.isEmpty() ? List.of() : List.of(lines.split(LINE_END)));
    }

    private static String footer(byte[] octets, int end) {
        return "!%04X\r\n".formatted(P1Codec.crc(octets, 0, end + 1));
    }

    /** {@return its octets under a right CRC} */
    byte[] octets() {
        return octets(LINE_END + LINE_END, LINE_END);
    }

    /** {@return its octets under a right CRC, with other line ends} */
    byte[] octets(String afterHeader, String lineEnd) {
        StringBuilder text = new StringBuilder(2048).append(header).append(afterHeader);
        lines.forEach(line -> text.append(line).append(lineEnd));
        byte[] toBang = text.append('!').toString().getBytes(StandardCharsets.ISO_8859_1);
        String crc = "%04X".formatted(P1Codec.crc(toBang, 0, toBang.length));
        return text.append(crc).append(lineEnd).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return the index of the line of this object} */
    int indexOf(ObisCode code) {
        for (int i = 0; i < lines.size(); i++) {
            if (isOf(lines.get(i), code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the telegram has no object " + code + "; it has "
                + lines.stream()
                        .map(l -> l.substring(0, Math.max(0, l.indexOf('('))))
                        .toList());
    }

    private static boolean isOf(String line, ObisCode code) {
        return line.startsWith(code + "(");
    }

    /** {@return the line of this object} */
    String line(ObisCode code) {
        return lines.get(indexOf(code));
    }

    /** {@return the octet at which the line of this object begins} */
    int offsetOf(ObisCode code) {
        int offset = header.length() + 2 * LINE_END.length();
        for (String line : lines.subList(0, indexOf(code))) {
            offset += line.length() + LINE_END.length();
        }
        return offset;
    }

    TelegramText with(List<String> others) {
        return new TelegramText(header, others);
    }

    /** {@return the telegram with {@code line} in the place of that of {@code code}} */
    TelegramText replaced(ObisCode code, String line) {
        List<String> others = new ArrayList<>(lines);
        others.set(indexOf(code), line);
        return with(others);
    }

    /** {@return the telegram without the line of {@code code}} */
    TelegramText without(ObisCode code) {
        List<String> others = new ArrayList<>(lines);
        others.remove(indexOf(code));
        return with(others);
    }

    TelegramText withHeader(String other) {
        return new TelegramText(other, lines);
    }
}
