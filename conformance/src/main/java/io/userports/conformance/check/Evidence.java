package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.p1.Crc;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Both sides of a scenario up to one moment: what left the meter and what the CEMS said.
 *
 * @param telegrams what left under a right CRC, in order
 * @param rejected what left like a telegram and is none to believe, in order; only hints speak of it
 * @param observations what was said, in order of arrival
 * @param nanos the moment, {@link System#nanoTime()}
 * @param display how finely and how often the CEMS shows its values
 */
public record Evidence(
        List<SentTelegram> telegrams,
        List<SentTelegram> rejected,
        List<Stamped> observations,
        long nanos,
        Display display) {
    /**
     * The values of which one is different in every telegram, so that a CEMS that shows it has read that telegram.
     */
    public static final Set<Quantity> TRACERS = Set.copyOf(
            EnumSet.of(Quantity.POWER_IMPORT, Quantity.POWER_EXPORT, Quantity.POWER_NET, Quantity.METER_TIME));

    /** Telegrams that are looked back on for how a CEMS stood between two of them. */
    private static final int LAST = 5;

    /**
     * {@return the first telegram due at {@code mark} or later with which the CEMS ever agreed in all
     * {@code quantities}; what is not in the telegram must not be shown}
     */
    public Optional<SentTelegram> agreement(Collection<Quantity> quantities, Instant mark) {
        return new Agreement(this, quantities, mark).found();
    }

    /** {@return why a place at which it shows values has shown none, the last that was noted since {@code nanos}} */
    private Optional<String> noAnswerSince(long nanos) {
        return observations.stream()
                .filter(s -> s.nanos() >= nanos
                        && s.observation() instanceof Observation.Unreadable page
                        && page.isNoAnswer())
                .map(s -> ((Observation.Unreadable) s.observation()).line())
                .reduce((first, second) -> second);
    }

    /** {@return the telegrams due at {@code mark} or later} */
    public List<SentTelegram> telegramsSince(Instant mark) {
        return telegrams.stream().filter(t -> !t.due().isBefore(mark)).toList();
    }

    /** {@return whether a telegram due at {@code mark} or later says anything of {@code quantities} that is new} */
    public boolean news(Collection<Quantity> quantities, Instant mark) {
        return !new Agreement(this, quantities, mark).telling().isEmpty();
    }

    /** {@return whether the CEMS has said anything about what it reads} */
    public boolean heard() {
        return observations.stream().anyMatch(Evidence::saysWhatItReads);
    }

    private static boolean saysWhatItReads(Stamped stamped) {
        return saysWhatItReads(stamped, UserPort.P1);
    }

    static boolean saysWhatItReads(Stamped stamped, UserPort port) {
        return stamped.observation() instanceof Observation.Value value
                        && value.quantity().port() == port
                || stamped.observation() instanceof Observation.Status status
                        && status.current()
                        && status.port().equalsIgnoreCase(port.name());
    }

    /** {@return in what the CEMS does not agree with the telegram that it seems to show, or else with the last} */
    public Finding disagreement(Collection<Quantity> quantities, Instant mark) {
        List<SentTelegram> candidates = telegramsSince(mark);
        if (candidates.isEmpty()) {
            return Finding.of("was", "no telegram left the meter");
        }
        Optional<Silence> silence = Silence.of(this, quantities, candidates);
        if (silence.isPresent()) {
            Finding finding = silence.get().finding(nanos);
            return noAnswerSince(silence.get().last())
                    .map(what -> finding.and("hint", what + "; see observe in its cems.yaml"))
                    .orElse(finding);
        }
        Belief belief = belief();
        Reading reading = new Reading(belief, candidates, display);
        SentTelegram shown = candidates.get(candidates.size() - 1);
        int fewest = Integer.MAX_VALUE;
        for (SentTelegram telegram : candidates) {
            int differences = reading.differing(telegram, quantities).size();
            if (differences <= fewest) {
                shown = telegram;
                fewest = differences;
            }
        }
        return Disagreement.of(belief, shown, reading.differing(shown, quantities), this);
    }

    /**
     * {@return the quantities in which the CEMS does not agree with the telegram that it comes closest to}
     *
     * <p>In the middle of its lines it has said half of a telegram. So what counts is how it stood when one of the last
     * telegrams began, or how it stands now, whenever it came closest; and what it showed wrong more than once, because a
     * value that is cut off is right now and then.
     */
    public Set<Quantity> wrong(Collection<Quantity> quantities) {
        Set<Quantity> fewest = wrong(belief(), quantities);
        Set<Quantity> once = EnumSet.noneOf(Quantity.class);
        Set<Quantity> again = EnumSet.noneOf(Quantity.class);
        for (SentTelegram next : telegrams.subList(Math.max(0, telegrams.size() - LAST), telegrams.size())) {
            Belief belief = new Belief();
            observations.stream().filter(s -> s.nanos() < next.startedNanos()).forEach(belief::hear);
            Set<Quantity> wrong = wrong(belief, quantities);
            fewest = wrong.size() < fewest.size() ? wrong : fewest;
            wrong.stream()
                    .filter(q -> belief.of(q).isPresent())
                    .filter(q -> !once.add(q))
                    .forEach(again::add);
        }
        again.addAll(fewest);
        return again;
    }

    private Set<Quantity> wrong(Belief belief, Collection<Quantity> quantities) {
        Reading reading = new Reading(belief, telegrams, display);
        return telegrams.stream()
                .map(telegram -> reading.differing(telegram, quantities))
                .min(Comparator.comparing(Set::size))
                .orElse(Set.copyOf(quantities));
    }

    /**
     * {@return a value of {@code quantities} that was shown although no telegram so far had said it}
     *
     * @param first the number of the first observation that counts
     */
    public Optional<Finding> invention(Collection<Quantity> quantities, int first) {
        int next = 0;
        for (Stamped stamped : observations.subList(first, observations.size())) {
            while (next < telegrams.size() && telegrams.get(next).startedNanos() <= stamped.nanos()) {
                next++;
            }
            if (stamped.observation() instanceof Observation.Value value
                    && value.value().isPresent()
                    && quantities.contains(value.quantity())
                    && !wasSent(value.quantity(), value.value().get(), next)
                    && !isForgiven(value.quantity(), value.value().get(), stamped.nanos())) {
                return Optional.of(Disagreement.invented(value, telegrams.subList(0, next), this));
            }
        }
        return Optional.empty();
    }

    /** {@return whether a telegram that nobody must accept, and that a reader may forgive, has said {@code value} by then} */
    private boolean isForgiven(Quantity quantity, String value, long nanos) {
        return rejected.stream()
                .filter(t -> t.telegram().crc() == Crc.OK && t.startedNanos() <= nanos)
                .anyMatch(t -> t.said(quantity).has(value, display.tolerance(quantity)));
    }

    /** {@return of which kind it is to show {@code value}, which is not to be shown now} */
    public Kind kindOf(Quantity quantity, String value) {
        return Disagreement.kind(quantity, Optional.of(value), telegrams, this);
    }

    /** {@return of which kind it is to show {@code values}, of which none is to be shown now: the first of all kinds} */
    public Kind kindOf(Map<Quantity, String> values) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        values.forEach((quantity, value) -> kinds.add(kindOf(quantity, value)));
        return kinds.stream().findFirst().orElse(Kind.VALUE_WRONG);
    }

    /** The last telegrams are asked first: nearly always it is one of them. */
    private boolean wasSent(Quantity quantity, String value, int before) {
        Tolerance tolerance = display.tolerance(quantity);
        for (int i = before - 1; i >= 0; i--) {
            if (telegrams.get(i).said(quantity).has(value, tolerance)) {
                return true;
            }
        }
        return false;
    }

    /** {@return what the CEMS presents as current at this moment} */
    public Map<Quantity, String> current() {
        return belief().current();
    }

    /**
     * {@return of which kind it is to agree with none of the good telegrams since {@code mark} that are due before
     * {@code last}, and with a later one}
     *
     * <p>Who has never shown the tracers of one of them, nor told anything meanwhile, has dropped them; else it was late.
     *
     * @param asked the quantities, among which there may be tracers
     */
    public Kind kindOfBeginningLate(Collection<Quantity> asked, Instant mark, Instant last) {
        Set<Quantity> tracers = EnumSet.copyOf(TRACERS);
        tracers.retainAll(asked);
        boolean read = tracers.isEmpty()
                || agreement(tracers, mark).filter(t -> t.due().isBefore(last)).isPresent();
        long since = telegramsSince(mark).get(0).startedNanos();
        boolean told =
                !Silence.told(UserPort.P1, Silence.since(since, observations)).isEmpty();
        return read || told ? Kind.LATE : Kind.SILENT_DROP;
    }

    /** {@return {@code expected} with the place and the line of {@code quantity} in the last good telegram} */
    public Finding lastOf(Quantity quantity, String expected) {
        return telegrams.isEmpty()
                ? Finding.of("expected", expected)
                : Finding.of("expected", expected, lastTelegram().place(quantity))
                        .and(lastTelegram().line(quantity));
    }

    /** {@return the last good telegram, for people} */
    public String last() {
        return telegrams.isEmpty()
                ? "the beginning, without a telegram"
                : "telegram " + lastTelegram().number();
    }

    private SentTelegram lastTelegram() {
        return telegrams.get(telegrams.size() - 1);
    }

    /** {@return whether it said nothing at all} */
    public boolean silent() {
        return observations.isEmpty();
    }

    /** {@return why there is no value to judge, if it never gave one that could be understood} */
    public Optional<String> muteness() {
        if (silent()) {
            return Optional.of("it has shown nothing at all");
        }
        List<Observation.Value> values = all(Observation.Value.class).toList();
        if (values.stream().anyMatch(v -> v.value().isPresent())) {
            return Optional.empty();
        }
        Optional<String> unreadable = all(Observation.Unreadable.class)
                .filter(Observation.Unreadable::isNoAnswer)
                // A page may refuse until its program has started; how it answers then counts.
                .reduce((first, second) -> second)
                .map(u -> "it has given no value: " + u.line())
                .or(() -> all(Observation.Unreadable.class)
                        .findFirst()
                        .map(u -> "it has given no value; the first that could not be understood (" + u.why() + "): "
                                + u.line()));
        if (unreadable.isPresent() || !values.isEmpty()) {
            return unreadable;
        }
        return Optional.of(all(Observation.Event.class)
                .findFirst()
                .map(e -> "it has given no value, but told '" + e.event() + "'")
                .orElse("it has given no value"));
    }

    private <T extends Observation> Stream<T> all(Class<T> type) {
        return observations.stream()
                .map(Stamped::observation)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** {@return whether the last telegram says 0 V of L2, as it does in delta} */
    public boolean secondVoltageIsZero() {
        return !telegrams.isEmpty()
                && telegrams.get(telegrams.size() - 1).said(Quantity.VOLTAGE_L2).has("0", Tolerance.EXACT);
    }

    /** {@return the events of that name} */
    public long events(String name) {
        return observations.stream()
                .filter(s -> s.observation() instanceof Observation.Event e
                        && e.event().equals(name))
                .count();
    }

    private Belief belief() {
        Belief belief = new Belief();
        observations.forEach(belief::hear);
        return belief;
    }

    static String seconds(long nanos) {
        return "%.1f s".formatted(nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
