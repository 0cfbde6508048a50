package io.userports.conformance.reference;

/** A value as the reference shows it: text, or a decimal number with its unit. */
record Shown(String value, String unit) {
    static final Shown ZERO_VOLTS = new Shown("0", "V");

    static Shown text(String value) {
        return new Shown(value, "");
    }
}
