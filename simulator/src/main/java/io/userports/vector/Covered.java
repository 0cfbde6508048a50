package io.userports.vector;

import io.userports.fault.Disturbance;
import io.userports.fault.FaultKind;
import io.userports.fault.FieldCase;
import io.userports.p1.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules, faults and cases that tests are about, and those that none is about. */
final class Covered {
    private final Set<Rule> rules = EnumSet.noneOf(Rule.class);
    private final Set<String> faults = new HashSet<>();
    private final Set<String> cases = new HashSet<>();

    void take(Vector.Judged test) {
        findings(test).forEach(f -> rules.add(f.rule()));
        test.faults().forEach(f -> faults.add(FaultWitness.name(f)));
        cases.addAll(test.cases());
    }

    /** {@return a sentence for every rule, fault and case without a test, but for what no octets can show} */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Rule rule : EnumSet.complementOf(EnumSet.copyOf(rules))) {
            missing.add("no test breaks rule " + rule + ", " + rule.text());
        }
        for (FaultKind kind : FaultKind.LIST) {
            if (!kind.isOfTimeAlone() && !faults.contains(kind.name())) {
                missing.add("no test names the fault " + kind.name() + ": a telegram "
                        + kind.about().telegram());
            }
        }
        for (FieldCase one : FieldCase.LIST) {
            if (hasOctets(one) && !cases.contains(one.id())) {
                missing.add("no test names the case " + one.id() + ": " + one.says());
            }
        }
        return missing;
    }

    /** A case that no fault of a telegram makes, or that only moves octets in time, has none of its own. */
    private static boolean hasOctets(FieldCase one) {
        return !one.faults().isEmpty()
                && one.disturbances().list().stream()
                        .map(Disturbance::fault)
                        .anyMatch(fault -> !FaultKind.of(fault.named()).isOfTimeAlone());
    }

    private static List<Finding> findings(Vector.Judged test) {
        if (test instanceof P1Vector telegram) {
            return telegram.findings();
        }
        return test instanceof P1Stream stream
                ? stream.pieces().stream().flatMap(p -> p.findings().stream()).toList()
                : List.of();
    }
}
