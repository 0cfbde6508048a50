package io.userports.p1;

/**
 * A place where a telegram departs from a rule.
 *
 * @param rule which one
 * @param level how much it matters here
 * @param offset of the first octet concerned, from the start of the telegram; 0 when the telegram as a whole is meant
 * @param line the line of that octet, the header being line 1
 * @param was what was found, quoted
 * @param allowed what the rule allows there
 */
public record Violation(Rule rule, Severity level, int offset, int line, String was, String allowed) {
    /** {@return the violation in one sentence} */
    public String text() {
        return "found " + was + ", allowed is " + allowed;
    }
}
