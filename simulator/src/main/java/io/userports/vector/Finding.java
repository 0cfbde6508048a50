package io.userports.vector;

import io.userports.p1.Rule;
import io.userports.p1.Severity;
import io.userports.p1.Violation;

/**
 * A place where strict reading of P1 finds fault.
 *
 * @param line of the telegram, the header being line 1
 */
public record Finding(Rule rule, Severity level, int line) {
    /** {@return what {@code violation} is, without its words} */
    static Finding of(Violation violation) {
        return new Finding(violation.rule(), violation.level(), violation.line());
    }

    @Override
    public String toString() {
        return rule + " " + level + " in line " + line;
    }
}
