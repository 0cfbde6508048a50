package io.userports.conformance.check;

import java.util.Locale;

/** How a CEMS failed, told apart in its findings under {@link Finding#KIND}. */
public enum Kind {
    /** It shows something else than was sent, and nobody can say from where. */
    VALUE_WRONG,
    /** It does not show what was sent. */
    VALUE_MISSING,
    /** It still shows what was sent before, although something newer could be read. */
    STALE_VALUE_KEPT,
    /** It shows what stood in a telegram whose CRC was wrong. */
    VALUE_OF_A_REJECTED_TELEGRAM,
    /** It shows 0, and no object of that kind that was sent said 0. */
    PHANTOM_ZERO,
    /** Its process has ended. */
    CRASH,
    /** Its process lives and says nothing any more, although good values were sent. */
    HANG,
    /** It says no value any more, but tells that it lives: events, or that it has nothing current. */
    REFUSED,
    /** It shows what was sent, later than it may. */
    LATE,
    /** It reads on, and has dropped good telegrams without telling anything of them. */
    SILENT_DROP,
    /** It complains of something that is in order. */
    FALSE_ALARM;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
