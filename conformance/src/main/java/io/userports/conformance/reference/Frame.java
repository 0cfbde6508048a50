package io.userports.conformance.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crc16;

/** A telegram as the reference has received it, from the slash to the end of the last line. */
record Frame(byte[] octets) {
    private static final Pattern LINE = Pattern.compile("([0-9]+-[0-9]+:[0-9]+\\.[0-9]+\\.[0-9]+)((?:\\([^()]*\\))+)");
    private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)");

    boolean crcIsRight() {
        String text = text();
        int mark = text.lastIndexOf('!');
        Crc16 crc = Crc16.arc();
        crc.update(octets, 0, mark + 1);
        return text.substring(mark + 1).strip().equalsIgnoreCase("%04X".formatted(crc.getValue()));
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

    private String text() {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
