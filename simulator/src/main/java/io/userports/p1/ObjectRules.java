package io.userports.p1;

import io.userports.grid.Edition;
import java.util.List;

/** What strict reading asks of each object alone: rules R10, R11, R13, R21 and R22, and R12 of the history. */
final class ObjectRules {
    private ObjectRules() {}

    static void check(ReadObjects objects, Findings findings) {
        Edition edition = objects.edition();
        for (int i = 0; i < objects.size(); i++) {
            P1Object kind = objects.kind(i);
            if (kind != null) {
                objects.addFit(check(objects.object(i), kind, edition, objects.position(i), findings));
            } else {
                objects.addFit(Fit.EXACT);
                checkUnknown(objects.object(i), objects.position(i), findings);
            }
        }
        checkEdition(objects, findings);
    }

    private static void checkUnknown(DataObject object, Position at, Findings findings) {
        if (!SubMeterRules.isOnImpossibleChannel(object.code())) {
            findings.add(Rule.R21, at, Quote.of(object.toString()), "any object, also one this catalogue lacks");
        }
    }

    private static Fit check(DataObject object, P1Object kind, Edition edition, Position at, Findings findings) {
        if (!kind.knownIn(edition)) {
            String was = object.code() + " (" + kind.meaning() + ") in edition " + edition;
            findings.add(Rule.R21, at, was, "any object; this one came with edition " + kind.since());
        }
        List<String> values = object.values();
        Fit fit = kind.fit(values, edition);
        switch (fit) {
            case EXACT -> {}
            case OTHER_SHAPE -> report(otherShape(kind, values), Severity.WARNING, object, kind, edition, at, findings);
            case UNSET -> checkUnset(object, kind, at, findings);
            case OTHER_LETTER, NO_SUCH_TIME -> checkTimes(object, kind, at, findings);
            case NONE -> {
                Severity level = kind == P1Object.EDITION ? Severity.WARNING : Severity.ERROR;
                report(isOctetString(kind, values) ? Rule.R13 : Rule.R10, level, object, kind, edition, at, findings);
            }
        }
        if (kind == P1Object.HISTORY && fit.isLegible()) {
            HistoryRules.check(values, at, findings);
        }
        return fit;
    }

    /** The examples of eMUCS-P1 2.1.1 have wrong letters in the history, and no reader needs them there. */
    private static void checkTimes(DataObject object, P1Object kind, Position at, Findings findings) {
        int offset = at.offset() + object.code().toString().length();
        for (String value : object.values()) {
            Fit fit = Formats.TIME.fit(value);
            if (fit == Fit.OTHER_LETTER || fit == Fit.NO_SUCH_TIME) {
                boolean letter = fit == Fit.OTHER_LETTER;
                Severity level = letter && kind == P1Object.HISTORY ? Severity.WARNING : Severity.ERROR;
                String was = Quote.of(value) + " in " + object.code();
                String allowed = letter ? (value.endsWith("S") ? "W" : "S") + " at that time" : "a time of Brussels";
                findings.add(Rule.R11, level, offset + 1, at.line(), was, allowed);
            }
            offset += value.length() + 2;
        }
    }

    private static Rule otherShape(P1Object kind, List<String> values) {
        boolean lower = isOctetString(kind, values) && values.get(0).chars().anyMatch(ch -> ch >= 'a');
        return lower ? Rule.R13 : Rule.R22;
    }

    private static boolean isOctetString(P1Object kind, List<String> values) {
        return kind.isOctetString() && values.size() == 1;
    }

    private static void report(
            Rule rule,
            Severity level,
            DataObject object,
            P1Object kind,
            Edition edition,
            Position at,
            Findings findings) {
        String allowed = object.code() + kind.allowed(edition) + " in edition " + edition;
        findings.add(rule, level, at, Quote.of(object.toString()), allowed);
    }

    /** A peak that has not been, a device that was never heard; but a telegram always has its time. */
    private static void checkUnset(DataObject object, P1Object kind, Position at, Findings findings) {
        if (kind == P1Object.TIME) {
            findings.add(Rule.R11, at, Quote.of(object.toString()), "a time; every telegram has one");
        } else if (!kind.isOctetString() && kind != P1Object.HISTORY) {
            String allowed = "a time, or " + ValueFormat.Timestamp.NEVER + " while there never was one";
            findings.add(Rule.R11, Severity.INFORMATION, at, Quote.of(object.toString()), allowed);
        }
    }

    private static void checkEdition(ReadObjects objects, Findings findings) {
        String number = objects.value(P1Object.EDITION, 0);
        if (!number.equals(objects.edition().number()) && Edition.upTo(number).isPresent()) {
            String allowed = "any number; judged as " + objects.edition();
            findings.add(Rule.R21, objects.positionOf(P1Object.EDITION), "edition " + Quote.of(number), allowed);
        }
    }
}
