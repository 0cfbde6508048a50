package io.userports.p1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The violations found so far, in the order in which they are listed in the end: by their place. */
final class Findings {
    private final List<Violation> found = new ArrayList<>(0);

    void add(Rule rule, int offset, int line, String was, String allowed) {
        add(rule, rule.level(), offset, line, was, allowed);
    }

    void add(Rule rule, Severity level, int offset, int line, String was, String allowed) {
        found.add(new Violation(rule, level, offset, line, was, allowed));
    }

    void add(Rule rule, Position at, String was, String allowed) {
        add(rule, rule.level(), at, was, allowed);
    }

    void add(Rule rule, Severity level, Position at, String was, String allowed) {
        add(rule, level, at.offset(), at.line(), was, allowed);
    }

    List<Violation> list() {
        found.sort(Comparator.comparingInt(Violation::offset));
        return List.copyOf(found);
    }
}
