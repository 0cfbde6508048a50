package io.userports.conformance.check;

/** Text from outside made harmless: what moves a cursor or breaks XML is written as its code point. */
public final class Printable {
    private Printable() {}

    /** {@return {@code text} with everything that has no shape of its own written like {@code <U+001B>}} */
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (hasShape(point)) {
                out.appendCodePoint(point);
            } else {
                out.append(String.format("<U+%04X>", point));
            }
        });
        return out.toString();
    }

    private static boolean hasShape(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
