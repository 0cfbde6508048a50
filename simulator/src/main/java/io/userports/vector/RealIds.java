package io.userports.vector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids that may be those of real meters and homes, wherever they stand in octets; ours are recognisably invented. */
final class RealIds {
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){14,}");
    private static final Pattern DEVICE = Pattern.compile("[0-9][A-Z]{3}[0-9]{10}");
    private static final Pattern INVENTED_DEVICE = Pattern.compile(".{6}0000[0-9]{4}");
    private static final Pattern EAN = Pattern.compile("(?<![0-9])54[0-9]{16}(?![0-9])");
    private static final Pattern INVENTED_EAN = Pattern.compile("541440000000[0-9]{6}");
    private static final Pattern HEADER = Pattern.compile("\\\\[0-9]{9}_[A-Z]");
    private static final Pattern INVENTED_HEADER = Pattern.compile("\\\\123456789_[A-Z]");

    private RealIds() {}

    static List<String> complaints(byte[] octets) {
        List<String> found = new ArrayList<>();
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        check(text, found);
        Matcher hex = HEX.matcher(text);
        while (hex.find()) {
            check(new String(HexFormat.of().parseHex(hex.group()), StandardCharsets.ISO_8859_1), found);
        }
        return found.stream().distinct().toList();
    }

    private static void check(String text, List<String> found) {
        check(text, DEVICE, INVENTED_DEVICE, "the id of a meter; give a serial number that begins with 0000", found);
        check(text, EAN, INVENTED_EAN, "an EAN; give one that begins with 541440000000", found);
        check(text, HEADER, INVENTED_HEADER, "a number in a header; give \\123456789", found);
    }

    private static void check(String text, Pattern any, Pattern invented, String advice, List<String> found) {
        Matcher matcher = any.matcher(text);
        while (matcher.find()) {
            if (!invented.matcher(matcher.group()).matches()) {
                found.add("'" + matcher.group() + "' may be " + advice);
            }
        }
    }
}
