package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a CEMS shows at one moment, beside the telegrams that it may have read.
 *
 * @param belief what it shows
 * @param candidates what it may have read, in order; slow quantities may be of an earlier one of these
 * @param display how finely and how often it shows its values
 */
record Reading(Belief belief, List<SentTelegram> candidates, Display display) {
    /** {@return whether it presents {@code quantities} as current, and as whoever has read {@code telegram}} */
    boolean agrees(SentTelegram telegram, Collection<Quantity> quantities) {
        if (!belief.isCurrent(UserPort.P1)) {
            return false;
        }
        for (Quantity quantity : quantities) {
            if (!isRight(quantity, telegram)) {
                return false;
            }
        }
        return true;
    }

    /** {@return those of {@code quantities} that nobody would show so who has read {@code telegram}} */
    Set<Quantity> differing(SentTelegram telegram, Collection<Quantity> quantities) {
        return quantities.stream()
                .filter(q -> !isRight(q, telegram))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quantity.class)));
    }

    /** Who has read {@code telegram} may show what it says, or what a candidate before it says that is not too old. */
    private boolean isRight(Quantity quantity, SentTelegram telegram) {
        Tolerance tolerance = display.tolerance(quantity);
        Optional<String> shown = belief.of(quantity);
        if (telegram.said(quantity).allows(shown, tolerance)) {
            return true;
        }
        Duration lag = display.lag(quantity);
        return !lag.isZero()
                && candidates.stream()
                        .filter(t -> t.due().isBefore(telegram.due())
                                && !t.due().isBefore(telegram.due().minus(lag)))
                        .anyMatch(t -> t.said(quantity).allows(shown, tolerance));
    }
}
