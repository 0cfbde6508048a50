package io.userports.bench;

/**
 * One line of the document.
 *
 * @param what was measured
 * @param value as measured, with its unit
 * @param target what it should be; empty when nothing is asked
 * @param met whether it is; true when nothing is asked
 * @param how it was measured
 */
record Figure(String what, String value, String target, boolean met, String how) {
    /** {@return a figure of which nothing is asked} */
    static Figure of(String what, String value, String how) {
        return new Figure(what, value, "", true, how);
    }

    /** {@return the line of a table in Markdown} */
    String row() {
        String verdict = target.isEmpty() ? "" : met ? "yes" : "**no**";
        return "| " + String.join(" | ", what, value, target, verdict, how) + " |";
    }
}
