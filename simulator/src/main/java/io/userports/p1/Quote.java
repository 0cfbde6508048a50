package io.userports.p1;

import java.nio.charset.StandardCharsets;

/** The way in which octets of a telegram are shown to people: in quotes, printable, and never long. */
public final class Quote {
    private static final int LONGEST = 72;

    private Quote() {}

    /** {@return {@code raw} in quotes; what is not printable ASCII appears as \xNN, what is too long is cut} */
    public static String of(String raw) {
        StringBuilder text = new StringBuilder("'");
        int shown = raw.length() <= LONGEST ? raw.length() : LONGEST - 3;
        for (int i = 0; i < shown; i++) {
            append(text, raw.charAt(i));
        }
        return text.append(shown < raw.length() ? "...'" : "'").toString();
    }

    /** {@return {@code raw} with everything that is not printable ASCII as \xNN} */
    public static String printable(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            append(text, raw.charAt(i));
        }
        return text.toString();
    }

    static String of(byte[] octets, int from, int to) {
        int end = Math.min(to, from + LONGEST + 1);
        return of(new String(octets, from, end - from, StandardCharsets.ISO_8859_1));
    }

    private static void append(StringBuilder text, char ch) {
        if (ch >= ' ' && ch <= '~') {
            text.append(ch);
        } else {
            text.append(String.format("\\x%02X", (int) ch));
        }
    }
}
