package io.userports.p1;

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
        int open = line.indexOf('(');
        if (open < 0) {
            return Optional.empty();
        }
        Optional<ObisCode> code = ObisCode.parse(line.substring(0, open));
        if (code.isEmpty()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>(2);
        int at = open;
        while (at < line.length()) {
            int close = line.indexOf(')', at);
            if (line.charAt(at) != '(' || close < 0) {
                return Optional.empty();
            }
            String value = line.substring(at + 1, close);
            if (value.indexOf('(') >= 0) {
                return Optional.empty();
            }
            values.add(value);
            at = close + 1;
        }
        return Optional.of(new DataObject(code.get(), values));
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
