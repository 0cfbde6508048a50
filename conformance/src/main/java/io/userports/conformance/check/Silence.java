package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Since when a CEMS has shown nothing of P1 any more, though it should have.
 *
 * @param last when it said its last value, {@link System#nanoTime()}
 * @param missed the good telegrams that have left since then
 * @param told what else it has told since the change that a hung reader does not: events by name, and that the port is
 *     {@code stale} when every telegram that it missed is of a shape that it has never read
 */
record Silence(long last, List<SentTelegram> missed, List<String> told) {
    /** One telegram may be on its way, and one may have said what was shown already. */
    private static final int FEWEST = 3;

    /**
     * {@return the silence at the end of {@code evidence}, if it is one: so many telegrams that a CEMS that shows
     * {@code quantities} had to say something, and all that have left since {@code candidates} began but one}
     *
     * <p>Who has said since then what was never sent does not hang: it is wrong.
     */
    static Optional<Silence> of(Evidence evidence, Collection<Quantity> quantities, List<SentTelegram> candidates) {
        Optional<Long> last = evidence.observations().stream()
                .filter(s -> s.observation() instanceof Observation.Value value
                        && value.quantity().port() == UserPort.P1)
                .map(Stamped::nanos)
                .reduce((first, second) -> second);
        long change = candidates.get(0).startedNanos();
        return last.map(nanos -> of(evidence, nanos, change))
                .filter(s -> s.missed.size() >= Math.max(FEWEST, candidates.size() - 1)
                        && s.hidesNews(quantities, evidence.display()))
                .filter(s -> evidence.invention(quantities, before(change, evidence.observations()))
                        .isEmpty());
    }

    /** A timer may say {@code stale} while the reader hangs; so that tells nothing where telegrams are as those read before. */
    private static Silence of(Evidence evidence, long last, long change) {
        Map<Boolean, List<SentTelegram>> isMissed =
                evidence.telegrams().stream().collect(Collectors.partitioningBy(t -> t.startedNanos() > last));
        boolean odd = isMissed.get(true).stream()
                .noneMatch(t -> isMissed.get(false).stream().anyMatch(t::isShapedAs));
        List<Stamped> meanwhile = since(Math.max(last, change), evidence.observations());
        List<String> told = odd ? told(UserPort.P1, meanwhile) : events(UserPort.P1, meanwhile);
        return new Silence(last, isMissed.get(true), told);
    }

    /** {@return how many of {@code observations}, in order of arrival, were made before {@code nanos}} */
    static int before(long nanos, List<Stamped> observations) {
        return (int) observations.stream().takeWhile(s -> s.nanos() < nanos).count();
    }

    /** {@return those that were made at {@code nanos} or later} */
    static List<Stamped> since(long nanos, List<Stamped> observations) {
        return observations.subList(before(nanos, observations), observations.size());
    }

    /** {@return by what of {@code observations} a CEMS that shows no value tells that it lives: events and that it is stale} */
    static List<String> told(UserPort port, List<Stamped> observations) {
        List<String> told = new ArrayList<>(events(port, observations));
        for (Stamped stamped : observations) {
            if (stamped.observation() instanceof Observation.Status status
                    && !status.current()
                    && status.port().equalsIgnoreCase(port.name())) {
                told.add(status.status());
            }
        }
        return told;
    }

    private static List<String> events(UserPort port, List<Stamped> observations) {
        List<String> events = new ArrayList<>();
        for (Stamped stamped : observations) {
            if (stamped.observation() instanceof Observation.Event event
                    && event.port().equalsIgnoreCase(port.name())) {
                events.add(event.event());
            }
        }
        return events;
    }

    /** {@return of which kind it is to say no value any more, and to have told this meanwhile} */
    static Kind kind(List<String> told) {
        return told.isEmpty() ? Kind.HANG : Kind.REFUSED;
    }

    private boolean hidesNews(Collection<Quantity> quantities, Display display) {
        return quantities.stream().anyMatch(q -> differing(q, display) >= FEWEST);
    }

    /** {@return how many different values of {@code quantity} the display would have had to show} */
    private int differing(Quantity quantity, Display display) {
        List<Said> different = new ArrayList<>();
        for (SentTelegram telegram : missed) {
            Said said = telegram.said(quantity);
            if (different.stream().noneMatch(d -> display.alike(quantity, d, said))) {
                different.add(said);
            }
        }
        return different.size();
    }

    /** {@return the facts, for people} */
    Finding finding(long nanos) {
        String meanwhile = told.isEmpty()
                ? ""
                : ", told " + String.join(", ", new TreeSet<>(told))
                        + (told.size() == 1 ? " once" : " (" + told.size() + " times)");
        return Finding.of(
                        "expected",
                        "values of telegrams " + missed.get(0).number() + " to "
                                + missed.get(missed.size() - 1).number())
                .and("was", "no value said for " + Evidence.seconds(nanos - last) + meanwhile)
                .and(kind(told));
    }
}
