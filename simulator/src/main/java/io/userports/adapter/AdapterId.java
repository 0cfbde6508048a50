package io.userports.adapter;

import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;

/**
 * Which adapter is meant, by what stays when it is plugged in again; what is left empty may be anything.
 *
 * @param usb vendor and product as USB has them, {@code 0403:6001}
 * @param serial the serial number that the adapter tells
 * @param path the socket into which it is plugged, as the system names it: {@code 1-1.2}
 */
public record AdapterId(String usb, String serial, String path) {
    /** Whatever adapter is there. */
    public static final AdapterId ANY = new AdapterId("", "", "");

    public AdapterId {
        usb = usb == null ? "" : usb.toLowerCase(java.util.Locale.ROOT);
        serial = serial == null ? "" : serial;
        path = path == null ? "" : path;
        if (!usb.matches("|[0-9a-f]{4}:[0-9a-f]{4}")) {
            throw KeyException.of(
                    "usb", Quoted.of(usb) + " is not vendor and product like 0403:6001; userports ports lists them");
        }
        if (!path.isEmpty() && !isPath(path)) {
            throw KeyException.of("path", Quoted.of(path) + " is no USB path like 1-1.2; userports ports lists them");
        }
    }

    /** {@return whether {@code text} is the name of a USB socket, perhaps with an interface in it} */
    static boolean isPath(String text) {
        return text.matches("[0-9]+-[0-9]+(\\.[0-9]+)*(:[0-9]+\\.[0-9]+)?");
    }

    /** {@return whether any adapter will do} */
    public boolean isAny() {
        return equals(ANY);
    }

    @Override
    public String toString() {
        String words = (usb.isEmpty() ? "" : ", USB " + usb)
                + (serial.isEmpty() ? "" : ", serial number " + serial)
                + (path.isEmpty() ? "" : ", at " + path);
        return words.isEmpty() ? "any adapter" : words.substring(2);
    }
}
