package io.userports.vector;

import io.userports.p1.Crc;
import io.userports.p1.DataObject;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.P1Codec;
import io.userports.p1.Rule;
import io.userports.p1.Severity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a vector of one P1 telegram says beside what strict reading says of its octets. */
final class P1Witness {
    /** What an object that cannot be read leads to besides itself; R06 is what any bit leads to. */
    private static final Set<Rule> CONSEQUENCES = EnumSet.of(Rule.R09, Rule.R15, Rule.R17);
    /** Line ends are one thing in the last line and in the others. */
    private static final Set<Rule> LINE_ENDS = EnumSet.of(Rule.R03, Rule.R05);

    private static final Comparator<Finding> ORDER =
            Comparator.comparingInt(Finding::line).thenComparing(Finding::rule).thenComparing(Finding::level);

    private P1Witness() {}

    static List<String> disagreements(P1Vector vector) {
        Told told = new Told();
        DecodedTelegram decoded = decode(vector.octets());
        told.compare("findings", sorted(vector.findings()), findings(decoded));
        told.compare("crc", vector.crc(), decoded.crc().toString());
        told.compare("objects", new TreeMap<>(vector.objects()), objects(decoded));
        boolean quiet = vector.findings().isEmpty();
        switch (vector.result()) {
            case VALID -> told.require(quiet, "is called valid and has findings: call it acceptable");
            case ACCEPTABLE -> {
                told.require(!quiet, "is called acceptable and has no findings: call it valid");
                told.require(vector.crc().equals("ok"), "is called acceptable, but no receiver may accept its CRC");
            }
            case INVALID -> {
                List<Finding> errors = errors(vector.findings());
                told.require(!errors.isEmpty(), "is called invalid and breaks no rule: call it acceptable or valid");
                told.require(isOneFault(errors), "has more than one fault: " + errors);
            }
        }
        return told.differences();
    }

    static DecodedTelegram decode(byte[] octets) {
        return P1Codec.decode(octets, 0, octets.length);
    }

    static List<Finding> findings(DecodedTelegram decoded) {
        return sorted(decoded.findings().stream().map(Finding::of).toList());
    }

    static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(ORDER).toList();
    }

    static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(f -> f.level() == Severity.ERROR).toList();
    }

    /**
     * {@return what a receiver may know: nothing without a right CRC; else every object that stands once, in a line in
     * which there is no error}
     */
    static Map<String, String> objects(DecodedTelegram decoded) {
        Map<String, String> objects = new TreeMap<>();
        if (decoded.crc() != Crc.OK) {
            return objects;
        }
        Set<Integer> broken = new HashSet<>();
        errors(findings(decoded)).forEach(f -> broken.add(f.line()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < decoded.positions().size(); i++) {
            DataObject object = decoded.telegram().objects().get(i);
            String code = object.code().toString();
            if (!seen.add(code)) {
                objects.remove(code);
            } else if (!broken.contains(decoded.positions().get(i).line())) {
                objects.put(code, object.toString().substring(code.length()));
            }
        }
        return objects;
    }

    /**
     * {@return whether all errors may come from one fault: those that stand for themselves are of one rule, or of one
     * line or the two that a break made of it}
     */
    private static boolean isOneFault(List<Finding> errors) {
        List<Finding> causes = without(CONSEQUENCES, without(EnumSet.of(Rule.R06), errors));
        IntSummaryStatistics lines = causes.stream().mapToInt(Finding::line).summaryStatistics();
        long rules = causes.stream()
                .map(f -> LINE_ENDS.contains(f.rule()) ? Rule.R03 : f.rule())
                .distinct()
                .count();
        return rules <= 1 || lines.getMax() - lines.getMin() <= 1;
    }

    /** {@return the errors of other rules; all when there are none} */
    private static List<Finding> without(Set<Rule> rules, List<Finding> errors) {
        List<Finding> others =
                errors.stream().filter(f -> !rules.contains(f.rule())).toList();
        return others.isEmpty() ? errors : others;
    }
}
