package io.userports.p1;

import io.userports.grid.Edition;

/** What strict reading asks to be there, whatever it says: rules R09 and R15. */
final class PresenceRules {
    private PresenceRules() {}

    static void check(ReadObjects objects, Findings findings) {
        Edition edition = objects.edition();
        Position polyphase = firstPolyphase(objects);
        for (P1Object kind : P1Object.LIST) {
            if (!kind.knownIn(edition) || objects.has(kind)) {
                continue;
            }
            if (kind.presence() == Presence.ALWAYS) {
                findings.add(Rule.R09, Position.START, absent(kind), "every object of edition " + edition);
            } else if (kind == P1Object.GRID && polyphase != null) {
                String allowed = "every object of edition " + edition;
                findings.add(Rule.R09, Severity.WARNING, Position.START, absent(kind), allowed);
            } else if (kind.presence() == Presence.POLYPHASE && polyphase != null) {
                findings.add(Rule.R15, polyphase, absent(kind), "all objects of L2 and L3, or none");
            }
        }
        if (polyphase == null && objects.has(P1Object.GRID)) {
            String was = P1Object.GRID.code() + " (" + P1Object.GRID.meaning() + ") without L2 and L3";
            Position at = objects.positionOf(P1Object.GRID);
            findings.add(Rule.R15, Severity.WARNING, at, was, "that object on meters of three phases");
        }
    }

    private static String absent(P1Object kind) {
        return "no " + kind.code() + " (" + kind.meaning() + ")";
    }

    /** {@return where the first object of L2 or L3 stands; null when there is none} */
    private static Position firstPolyphase(ReadObjects objects) {
        for (P1Object kind : P1Object.LIST) {
            if (kind.presence() == Presence.POLYPHASE && kind != P1Object.GRID && objects.has(kind)) {
                return objects.positionOf(kind);
            }
        }
        return null;
    }
}
