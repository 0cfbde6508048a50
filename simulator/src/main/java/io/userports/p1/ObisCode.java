package io.userports.p1;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The reduced identifier of a data object, {@code A-B:C.D.E}; group F is never sent (DSMR 5.0.2 P1 §6.4).
 *
 * @param a the medium, 0 to 255 like the others
 * @param b the channel
 * @param c the quantity
 * @param d the processing
 * @param e the tariff or further classification
 */
public record ObisCode(int a, int b, int c, int d, int e) {
    private static final byte[] SEPARATORS = {'-', ':', '.', '.'};

    /** {@return the code that {@code text} spells, like {@code 1-0:1.7.0}} */
    public static ObisCode of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no OBIS code; write it like 1-0:1.7.0, each number 0 to 255"));
    }

    /** {@return the code that {@code text} spells, if it spells one; no number has leading zeros} */
    public static Optional<ObisCode> parse(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return parse(octets, 0, octets.length);
    }

    static Optional<ObisCode> parse(byte[] octets, int from, int to) {
        long code = 0;
        int at = from;
        for (int group = 0; group < 5; group++) {
            int start = at;
            int number = 0;
            while (at < to && octets[at] >= '0' && octets[at] <= '9' && at - start < 3) {
                number = number * 10 + octets[at++] - '0';
            }
            boolean leadingZero = at - start > 1 && octets[start] == '0';
            boolean separated = group == 4 ? at == to : at < to && octets[at] == SEPARATORS[group];
            if (at == start || leadingZero || number > 255 || !separated) {
                return Optional.empty();
            }
            code = code << 8 | number;
            at++;
        }
        return Optional.of(new ObisCode(
                (int) (code >> 32),
                (int) (code >> 24) & 255,
                (int) (code >> 16) & 255,
                (int) (code >> 8) & 255,
                (int) code & 255));
    }

    /** {@return this code on another channel} */
    public ObisCode onChannel(int channel) {
        return new ObisCode(a, channel, c, d, e);
    }

    @Override
    public int hashCode() {
        return ((c * 31 + d) * 31 + e) * 31 + b * 7 + a;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(16);
        appendTo(text);
        return text.toString();
    }

    void appendTo(StringBuilder text) {
        text.append(a)
                .append('-')
                .append(b)
                .append(':')
                .append(c)
                .append('.')
                .append(d)
                .append('.')
                .append(e);
    }
}
