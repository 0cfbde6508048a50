package io.userports.conformance.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crc16;

/** A telegram as the reference has received it, from the slash to the end of the last line. */
record Frame(byte[] octets) {
    private static final Pattern LINE = Pattern.compile("([0-9]+-[0-9]+:[0-9]+\\.[0-9]+\\.[0-9]+)((?:\\([^()]*\\))+)");
    private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)");
    /** NULs may follow the digits, whatever their case. */
    private static final Pattern FOOTER = Pattern.compile("([0-9A-Fa-f]{4})\0*\r?\n?");

    private static final Pattern LONE_LINE_END = Pattern.compile("\r(?!\n)|(?<!\r)\n");

    boolean crcIsRight() {
        String text = text();
        int mark = text.lastIndexOf('!');
        Matcher footer = FOOTER.matcher(text.substring(mark + 1));
        return footer.matches() && Integer.parseInt(footer.group(1), 16) == crc(mark + 1);
    }

    private long crc(int length) {
        Crc16 crc = Crc16.arc();
        crc.update(octets, 0, length);
        return crc.getValue();
    }

    /** {@return whether every line ends with CR LF, as the lines of a meter do} */
    boolean linesEndRight() {
        return !LONE_LINE_END.matcher(text()).find();
    }

    /** {@return the telegram that begins at another slash of the header, if that one is right and this is not} */
    Optional<Frame> within() {
        int header = text().indexOf('\n');
        for (int at = text().lastIndexOf('/', header); at > 0 && !crcIsRight(); at = text().lastIndexOf('/', at - 1)) {
            Frame later = new Frame(Arrays.copyOfRange(octets, at, octets.length));
            if (later.crcIsRight()) {
                return Optional.of(later);
            }
        }
        return Optional.empty();
    }

    /** {@return what stands behind the last exclamation mark, the line end included} */
    String footer() {
        return text().substring(text().lastIndexOf('!') + 1);
    }

    /** {@return the values by code, in the order of the telegram; of an object that stands twice, the last} */
    Map<String, List<String>> objects() {
        Map<String, List<String>> objects = new LinkedHashMap<>();
        for (String line : text().split("\r\n")) {
            Matcher object = LINE.matcher(line);
            if (object.matches()) {
                List<String> values = new ArrayList<>();
                for (Matcher group = GROUP.matcher(object.group(2)); group.find(); ) {
                    values.add(group.group(1));
                }
                objects.put(object.group(1), values);
            }
        }
        return objects;
    }

    String text() {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
