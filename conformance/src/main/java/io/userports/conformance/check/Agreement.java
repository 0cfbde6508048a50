package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The search for a telegram that a CEMS has shown as it was.
 *
 * <p>Old values that still are those of a new telegram are no agreement: something must have been said since, and the
 * telegram must say something that the last one before the mark did not, because a page repeats what it shows. A quantity
 * that is shown anew less often than others may be that of an earlier telegram, but of none before the mark.
 *
 * @param evidence both sides
 * @param quantities in which to agree
 * @param mark from when on telegrams count
 */
record Agreement(Evidence evidence, Collection<Quantity> quantities, Instant mark) {
    /** {@return the first telegram with which the CEMS ever agreed, at the end of its lines} */
    Optional<SentTelegram> found() {
        List<SentTelegram> candidates = evidence.telegramsSince(mark);
        List<SentTelegram> telling = telling();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        Belief belief = new Belief();
        Reading reading = new Reading(belief, candidates, evidence.display());
        List<Stamped> said =
                evidence.observations().stream().filter(Agreement::isOfP1).toList();
        boolean heard = false;
        for (int i = 0; i < said.size(); i++) {
            Stamped stamped = said.get(i);
            belief.hear(stamped);
            heard |= Evidence.saysWhatItReads(stamped, UserPort.P1)
                    && stamped.nanos() >= candidates.get(0).startedNanos();
            long next = i + 1 < said.size() ? said.get(i + 1).nanos() : evidence.nanos();
            if (heard && isOver(stamped.nanos(), next)) {
                Optional<SentTelegram> agreed = telling.stream()
                        .filter(t -> t.startedNanos() <= stamped.nanos() && reading.agrees(t, quantities))
                        .findFirst();
                if (agreed.isPresent()) {
                    return agreed;
                }
            }
        }
        // Of what changes nothing a CEMS may say nothing, once it has had the time to.
        boolean rests = said.isEmpty() || isOver(said.get(said.size() - 1).nanos(), evidence.nanos());
        boolean mayAgree = heard && rests;
        return telling.stream()
                .filter(t -> mayAgree && isOver(t.endedNanos(), evidence.nanos()) && reading.agrees(t, quantities))
                .findFirst();
    }

    private static boolean isOfP1(Stamped stamped) {
        return stamped.observation() instanceof Observation.Value value
                        && value.quantity().port() == UserPort.P1
                || stamped.observation() instanceof Observation.Status status
                        && status.port().equalsIgnoreCase(UserPort.P1.name());
    }

    /**
     * {@return whether a CEMS that was at {@code from} in the middle of its lines has come to their end by {@code to}}: it
     * has paused, or another telegram has begun. In between it may not yet have said what is wrong.
     */
    private boolean isOver(long from, long to) {
        return to - from >= evidence.display().pauseNanos()
                || evidence.telegrams().stream().anyMatch(t -> t.startedNanos() > from && t.startedNanos() <= to);
    }

    /** {@return the telegrams due at {@code mark} or later by which it can be seen that they were read: those with news} */
    List<SentTelegram> telling() {
        Optional<SentTelegram> before = evidence.telegrams().stream()
                .filter(t -> t.due().isBefore(mark))
                .reduce((first, second) -> second);
        return evidence.telegramsSince(mark).stream()
                .filter(t -> quantities.stream().anyMatch(q -> !evidence.display()
                        .alike(q, t.said(q), before.map(b -> b.said(q)).orElse(Said.NOTHING))))
                .toList();
    }
}
