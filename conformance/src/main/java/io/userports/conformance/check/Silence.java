package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Since when a CEMS has shown nothing of P1 any more, though it should have.
 *
 * @param last when it said its last value, {@link System#nanoTime()}
 * @param missed the good telegrams that have left since then
 * @param events what it has told meanwhile, by name
 */
record Silence(long last, List<SentTelegram> missed, List<String> events) {
    /** One telegram may be on its way, and one may have said what was shown already. */
    private static final int FEWEST = 3;

    /**
     * {@return the silence at the end of {@code evidence}, if it is one: so many telegrams that a CEMS that shows
     * {@code quantities} had to say something, and all that have left since {@code candidates} began but one}
     */
    static Optional<Silence> of(Evidence evidence, Collection<Quantity> quantities, List<SentTelegram> candidates) {
        Optional<Long> last = evidence.observations().stream()
                .filter(s -> s.observation() instanceof Observation.Value value
                        && value.quantity().port() == UserPort.P1)
                .map(Stamped::nanos)
                .reduce((first, second) -> second);
        return last.map(nanos -> new Silence(
                        nanos,
                        evidence.telegrams().stream()
                                .filter(t -> t.startedNanos() > nanos)
                                .toList(),
                        eventsAfter(nanos, evidence.observations())))
                .filter(s -> s.missed.size() >= Math.max(FEWEST, candidates.size() - 1) && s.hidesNews(quantities));
    }

    private static List<String> eventsAfter(long nanos, List<Stamped> observations) {
        List<String> events = new ArrayList<>();
        for (Stamped stamped : observations) {
            if (stamped.nanos() > nanos
                    && stamped.observation() instanceof Observation.Event event
                    && event.port().equalsIgnoreCase(UserPort.P1.name())) {
                events.add(event.event());
            }
        }
        return events;
    }

    private boolean hidesNews(Collection<Quantity> quantities) {
        return quantities.stream()
                .anyMatch(q -> missed.stream().map(t -> t.said(q)).distinct().count() >= FEWEST);
    }

    Kind kind() {
        return events.isEmpty() ? Kind.HANG : Kind.REFUSED;
    }

    /** {@return the facts, for people} */
    Finding finding(long nanos) {
        String told = events.isEmpty()
                ? ""
                : ", told " + String.join(", ", new TreeSet<>(events)) + " (" + events.size() + " times)";
        return Finding.of(
                        "expected",
                        "values of telegrams " + missed.get(0).number() + " to "
                                + missed.get(missed.size() - 1).number())
                .and("was", "no value said for " + Evidence.seconds(nanos - last) + told)
                .and(kind());
    }
}
