package io.userports.conformance.reference;

/** A value as the reference shows it: text, or a decimal number with its unit. */
record Shown(String value, String unit) {
    static Shown text(String value) {
        return new Shown(value, "");
    }
}
