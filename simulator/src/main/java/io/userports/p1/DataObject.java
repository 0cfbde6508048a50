package io.userports.p1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a telegram as it stands: a code and its values, uninterpreted. An unknown object is an ordinary one.
 *
 * @param code what the values are
 * @param values the contents of the groups in parentheses, in order
 */
public record DataObject(ObisCode code, List<String> values) {
    public DataObject {
        values = List.copyOf(values);
    }

    /** {@return the object of {@code code} with these values} */
    public static DataObject of(ObisCode code, String... values) {
        return new DataObject(code, List.of(values));
    }

    /** {@return the object that {@code line} spells, like {@code 1-0:1.7.0(00.318*kW)}} */
    public static DataObject of(String line) {
        return parse(line)
                .orElseThrow(() -> new IllegalArgumentException("'" + line
                        + "' is no data object; write an OBIS code and its values, like 1-0:1.7.0(00.318*kW)"));
    }

    /** {@return the object that {@code line} spells, if its groups are balanced and nothing stands between them} */
    public static Optional<DataObject> parse(String line) {
        byte[] octets = line.getBytes(StandardCharsets.ISO_8859_1);
        boolean octetsOnly = new String(octets, StandardCharsets.ISO_8859_1).equals(line);
        return Optional.ofNullable(octetsOnly ? read(octets, 0, octets.length) : null);
    }

    /** {@return the object that the octets from {@code from} to before {@code to} spell; null when they spell none} */
    static DataObject read(byte[] octets, int from, int to) {
        ObisCode code = ObisCode.first(octets, from, to);
        if (code == null) {
            return null;
        }
        int open = from + code.length();
        int close = endOfGroup(octets, open, to);
        if (close + 1 == to) {
            return new DataObject(code, List.of(text(octets, open, close)));
        }
        List<String> values = new ArrayList<>();
        while (close >= 0) {
            values.add(text(octets, open, close));
            if (close + 1 == to) {
                return new DataObject(code, values);
            }
            open = close + 1;
            close = endOfGroup(octets, open, to);
        }
        return null;
    }

    /** {@return the index of the parenthesis that closes the one at {@code open}; -1 when there is no such pair} */
    private static int endOfGroup(byte[] octets, int open, int to) {
        int at = open + 1;
        while (at < to && octets[at] != ')' && octets[at] != '(') {
            at++;
        }
        return at < to && octets[open] == '(' && octets[at] == ')' ? at : -1;
    }

    private static String text(byte[] octets, int open, int close) {
        return new String(octets, open + 1, close - open - 1, StandardCharsets.ISO_8859_1);
    }

    /** {@return the line without its end} */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(40);
        appendTo(line);
        return line.toString();
    }

    void appendTo(StringBuilder line) {
        code.appendTo(line);
        for (String value : values) {
            line.append('(').append(value).append(')');
        }
    }
}
