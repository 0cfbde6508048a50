package io.userports.p1;

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
    private static final String SEPARATORS = "-:..";

    /** {@return the code that {@code text} spells, like {@code 1-0:1.7.0}} */
    public static ObisCode of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no OBIS code; write it like 1-0:1.7.0, each number 0 to 255"));
    }

    /** {@return the code that {@code text} spells, if it spells one} */
    public static Optional<ObisCode> parse(String text) {
        int[] groups = new int[5];
        int group = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char ch = text.charAt(i);
            if (ch >= '0' && ch <= '9') {
                groups[group] = groups[group] * 10 + ch - '0';
                if (++digits > 3 || groups[group] > 255) {
                    return Optional.empty();
                }
            } else if (digits > 0 && group < 4 && ch == SEPARATORS.charAt(group)) {
                group++;
                digits = 0;
            } else {
                return Optional.empty();
            }
        }
        return group == 4 && digits > 0
                ? Optional.of(new ObisCode(groups[0], groups[1], groups[2], groups[3], groups[4]))
                : Optional.empty();
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
