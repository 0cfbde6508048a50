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
        int close = endOfGroup(octets, open, to);
        if (close < 0) {
            return Optional.empty();
        }
        String first = text(octets, open, close);
        if (close + 1 == to) {
            return Optional.of(new DataObject(code.get(), List.of(first)));
        }
        List<String> values = new ArrayList<>();
        values.add(first);
        while (close + 1 < to) {
            open = close + 1;
            close = endOfGroup(octets, open, to);
            if (close < 0) {
                return Optional.empty();
            }
            values.add(text(octets, open, close));
        }
        return Optional.of(new DataObject(code.get(), values));
    }

    /** {@return the index of the parenthesis that closes the one at {@code open}; -1 when there is no such pair} */
    private static int endOfGroup(byte[] octets, int open, int to) {
        int at = open + 1;
        while (at < to && octets[at] != ')' && octets[at] != '(') {
            at++;
        }
        return octets[open] == '(' && at < to && octets[at] == ')' ? at : -1;
    }

    private static String text(byte[] octets, int open, int close) {
        return new String(octets, open + 1, close - open - 1, StandardCharsets.ISO_8859_1);
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
