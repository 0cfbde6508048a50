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
        return Optional.ofNullable(first(octets, 0, octets.length)).filter(c -> c.length() == octets.length);
    }

    /** {@return the code that the octets from {@code from} begin with; null when they begin with none} */
    static ObisCode first(byte[] octets, int from, int to) {
        long code = 0;
        int group = 0;
        int number = -1;
        for (int at = from; at < to; at++) {
            int digit = octets[at] - '0';
            if (digit >= 0 && digit <= 9 && number != 0) {
                number = number < 0 ? digit : number * 10 + digit;
                if (number > 255) {
                    return null;
                }
            } else if (number >= 0 && group < 4 && octets[at] == SEPARATORS[group]) {
                code = code << 8 | number;
                number = -1;
                group++;
            } else {
                break;
            }
        }
        if (group < 4 || number < 0) {
            return null;
        }
        return new ObisCode(
                (int) (code >> 24), (int) (code >> 16) & 255, (int) (code >> 8) & 255, (int) code & 255, number);
    }

    /** {@return the number of its characters} */
    int length() {
        return digits(a) + digits(b) + digits(c) + digits(d) + digits(e) + SEPARATORS.length;
    }

    private static int digits(int number) {
        return number < 10 ? 1 : number < 100 ? 2 : 3;
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
