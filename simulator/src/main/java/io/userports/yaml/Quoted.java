package io.userports.yaml;

/** A value in quotation marks, as complaints show it: long ones are cut. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** {@return {@code value} in quotation marks} */
    public static String of(String value) {
        return value.length() <= LONGEST
                ? "'" + value + "'"
                : "'" + value.substring(0, LONGEST) + "…' (" + value.length() + " characters)";
    }
}
