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
        return octetsOnly ? parse(octets, 0, octets.length) : Optional.empty();
    }

    static Optional<DataObject> parse(byte[] octets, int from, int to) {
        int open = indexOf('(', octets, from, to);
        Optional<ObisCode> code = ObisCode.parse(octets, from, open);
        if (open == to || code.isEmpty()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>(2);
        int at = open;
        while (at < to) {
            int close = at + 1;
            while (close < to && octets[close] != ')' && octets[close] != '(') {
                close++;
            }
            if (octets[at] != '(' || close == to || octets[close] == '(') {
                return Optional.empty();
            }
            values.add(new String(octets, at + 1, close - at - 1, StandardCharsets.ISO_8859_1));
            at = close + 1;
        }
        return Optional.of(new DataObject(code.get(), values));
    }

    private static int indexOf(char ch, byte[] octets, int from, int to) {
        int at = from;
        while (at < to && octets[at] != ch) {
            at++;
        }
        return at;
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
