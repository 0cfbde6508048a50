package io.userports.conformance.requirement;

import io.userports.conformance.verdict.Level;

/**
 * What one clause asks of a CEMS.
 *
 * @param clause where it is asked
 * @param level the strongest level that a scenario may judge it with
 * @param text what is asked, in the words of this project
 * @param reason why no scenario judges it; empty where one does
 */
public record Requirement(Clause clause, Level level, String text, String reason) {
    /** {@return this requirement}; as YAML it needs a clause, a level and a text. */
    public Requirement {
        if (clause == null || level == null || text == null || text.isBlank()) {
            throw new IllegalArgumentException("a requirement needs clause, level and text");
        }
        reason = reason == null ? "" : reason;
    }

    /** {@return whether a scenario has to judge it} */
    public boolean isJudged() {
        return reason.isEmpty();
    }
}
