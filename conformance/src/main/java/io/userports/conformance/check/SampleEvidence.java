package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.SentSamples.Slice;
import io.userports.conformance.check.SentSamples.Span;
import io.userports.grid.Wiring;
import io.userports.s1.Gaps;
import io.userports.wire.UserPort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Both sides of S1 up to one moment: what was sampled and what the CEMS made of it.
 *
 * <p>A CEMS chooses its own windows. So a figure holds when it lies within its {@link Band} around what any window of a
 * second was, among those that the CEMS may be speaking of.
 *
 * @param sent what left by S1
 * @param observations what was said, in order of arrival
 * @param nanos the moment, {@link System#nanoTime()}
 * @param reachNanos how old the samples may be of which the CEMS speaks
 * @param windowNanos over how long it may average
 * @param display how finely and how often it shows its figures
 */
public record SampleEvidence(
        SentSamples sent, List<Stamped> observations, long nanos, long reachNanos, long windowNanos, Display display) {
    /** No honest count is longer. */
    private static final String COUNT = "[0-9]{1,15}";

    /** {@return those of S1 that the CEMS measures or is told, and does not count} */
    public static Set<Quantity> figures() {
        Set<Quantity> figures = EnumSet.allOf(Quantity.class);
        figures.removeIf(q -> q.port() != UserPort.S1 || counts().contains(q));
        return figures;
    }

    /** {@return those that count telegrams} */
    public static Set<Quantity> counts() {
        return EnumSet.of(Quantity.S1_LOST, Quantity.S1_INVALID, Quantity.S1_SKIPPED);
    }

    /**
     * {@return whether the CEMS now agrees in all {@code quantities} with what was sampled since {@code mark}}
     *
     * <p>Where nothing of that is new, old values that still are right are no agreement: something must have been said
     * when there was a window to speak of.
     */
    public boolean agrees(Collection<Quantity> quantities, Instant mark) {
        SentSamples since = sent.since(mark);
        return since.hasWindow()
                && differing(quantities, since).isEmpty()
                && (heardSince(since.slices().get(SentSamples.WINDOW - 1).startedNanos()) || news(quantities, mark));
    }

    /** {@return in what it does not agree with what was sampled since {@code mark}} */
    public Set<Quantity> wrong(Collection<Quantity> quantities, Instant mark) {
        return differing(quantities, sent.since(mark));
    }

    /**
     * {@return whether the CEMS shows one of {@code quantities}, and as sampled since {@code mark}}
     *
     * <p>A quantity that is rightly not shown is no sign of reading.
     */
    public boolean reads(Collection<Quantity> quantities, Instant mark) {
        return quantities.stream().anyMatch(q -> shown(q).isPresent() && agrees(Set.of(q), mark));
    }

    /** {@return whether more than a second was sampled since {@code mark}, so that something can be judged} */
    public boolean hasSamples(Instant mark) {
        return sent.since(mark).hasWindow();
    }

    /** {@return whether anything of {@code quantities} was sampled after {@code mark} that was not before} */
    public boolean news(Collection<Quantity> quantities, Instant mark) {
        SentSamples old = sent.before(mark);
        SentSamples since = sent.since(mark);
        return quantities.stream().anyMatch(q -> display.band(q)
                .map(band -> since.span(q)
                        .filter(now -> !old.span(q)
                                .map(then -> band.holds(Double.toString(now.least()), then)
                                        && band.holds(Double.toString(now.greatest()), then))
                                .orElse(false))
                        .isPresent())
                .orElseGet(() ->
                        !told(q, old).equals(told(q, since)) && !told(q, since).isEmpty()));
    }

    /** {@return in what it differs, for people, with what was sampled since {@code mark}} */
    public Finding disagreement(Collection<Quantity> quantities, Instant mark) {
        return disagreement(quantities, mark, mark);
    }

    /** {@return in what it differs, for people, with what was sampled since {@code calm}, after the change at {@code mark}} */
    public Finding disagreement(Collection<Quantity> quantities, Instant mark, Instant calm) {
        SentSamples since = sent.since(calm);
        if (!since.hasWindow()) {
            return Finding.of("was", "less than a second of samples left the meter");
        }
        return SampleDisagreement.of(this, quantities, mark, calm, since);
    }

    /** {@return of which kind it is to show {@code was}, which is wrong now} */
    public Kind kindOf(Quantity quantity, Optional<String> was) {
        return SampleDisagreement.kind(quantity, was, sent, display);
    }

    /**
     * {@return a figure of {@code quantities} that was shown although no window of a tenth of a second or longer had been
     * such}
     *
     * <p>Right after a change a short window shows the new value, a long one still something between the two.
     *
     * @param first the number of the first observation that counts
     */
    public Optional<Finding> invention(Collection<Quantity> quantities, int first) {
        for (Stamped stamped : observations.subList(Math.min(first, observations.size()), observations.size())) {
            if (stamped.observation() instanceof Observation.Value value
                    && value.value().isPresent()
                    && quantities.contains(value.quantity())) {
                SentSamples recent =
                        sent.between(stamped.nanos() - reach(value.quantity()) - windowNanos, stamped.nanos());
                Optional<Span> widest = recent.widest(value.quantity());
                if (recent.hasWindow() && !holds(value.quantity(), value.value(), recent, widest)) {
                    return Optional.of(Finding.of("expected", expected(value.quantity(), recent, widest), "as sampled")
                            .and("was", Disagreement.shown(value.quantity(), value.value()), "shown meanwhile")
                            .and(kindOf(value.quantity(), value.value())));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * {@return how {@code count} differs from what was to be counted since the bench stood at {@code sentBefore}}
     *
     * @param shownBefore what the CEMS showed then; what it does not show is 0
     */
    public Optional<Finding> miscount(Quantity count, Optional<String> shownBefore, SentSamples sentBefore) {
        SentSamples since = sent.countedSince(sentBefore);
        String before = shownBefore.orElse("0");
        String now = shown(count).orElse("not shown");
        if (!before.matches(COUNT) || !now.matches(COUNT)) {
            return Optional.of(Finding.of("expected", count + ", a number of telegrams", count.source())
                    .and("was", now.matches(COUNT) ? before : now)
                    .and(shown(count).isEmpty() ? Kind.VALUE_MISSING : Kind.VALUE_WRONG));
        }
        BigDecimal counted = new BigDecimal(now).subtract(new BigDecimal(before));
        if (counted.compareTo(BigDecimal.valueOf(since.count(count))) == 0) {
            return Optional.empty();
        }
        Finding finding = Finding.of(
                        "expected", count + " " + since.count(count) + " more", "since it was seen to read")
                .and("was", counted + " more", "from " + before + " to " + now)
                .and(Kind.VALUE_WRONG);
        return Optional.of(SampleHint.ofCount(count, counted, since)
                .map(hint -> finding.and("hint", hint))
                .orElse(finding));
    }

    /**
     * {@return whether {@link #miscount} comes to whole rounds of the number, which only the clock tells apart}
     *
     * <p>Only then telegrams that came late may be the cause.
     */
    public boolean isRoundsOff(Quantity count, Optional<String> shownBefore, SentSamples sentBefore) {
        String before = shownBefore.orElse("0");
        String now = shown(count).orElse("0");
        return count == Quantity.S1_LOST
                && before.matches(COUNT)
                && now.matches(COUNT)
                && (Long.parseLong(now)
                                        - Long.parseLong(before)
                                        - sent.countedSince(sentBefore).lost())
                                % Gaps.MODULUS
                        == 0;
    }

    /** {@return what the CEMS shows now under {@code quantity}} */
    public Optional<String> shown(Quantity quantity) {
        return belief().of(quantity);
    }

    /** {@return whether the last samples are of a meter in delta} */
    public boolean isDelta() {
        return sent.last().map(Slice::wiring).equals(Optional.of(Wiring.DELTA));
    }

    /** {@return whether it presents S1 as current} */
    public boolean isCurrent() {
        return belief().isCurrent(UserPort.S1);
    }

    /** {@return whether it has said anything about S1} */
    public boolean heard() {
        return observations.stream().anyMatch(s -> Evidence.saysWhatItReads(s, UserPort.S1));
    }

    /** {@return whether {@code shown}, a figure of {@code quantity}, lies within its band around {@code value}} */
    public boolean isNear(Quantity quantity, String shown, double value) {
        return isNear(quantity, shown, value, 0, display);
    }

    static boolean isNear(Quantity quantity, String shown, double value, double more, Display display) {
        return display.band(quantity)
                .map(band -> band.holds(shown, new Span(value - more, value + more)))
                .orElse(false);
    }

    private boolean heardSince(long since) {
        return observations.stream().anyMatch(s -> s.nanos() - since >= 0 && Evidence.saysWhatItReads(s, UserPort.S1));
    }

    private Set<Quantity> differing(Collection<Quantity> quantities, SentSamples since) {
        Belief belief = belief();
        return quantities.stream()
                .filter(q -> !belief.isCurrent(UserPort.S1) || !holds(q, belief.of(q), within(since, q)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quantity.class)));
    }

    /** How old the samples may be that the CEMS still shows {@code quantity} of. */
    private long reach(Quantity quantity) {
        return reachNanos + display.lagNanos(quantity);
    }

    /** The last ones of which the CEMS may be showing {@code quantity} now. */
    private SentSamples within(SentSamples samples, Quantity quantity) {
        return samples.between(nanos - reach(quantity), nanos);
    }

    /** {@return the same, or all where these are less than a window} */
    SentSamples recent(SentSamples samples, Quantity quantity) {
        SentSamples within = within(samples, quantity);
        return within.hasWindow() ? within : samples;
    }

    private boolean holds(Quantity quantity, Optional<String> shown, SentSamples recent) {
        return holds(quantity, shown, recent, recent.span(quantity));
    }

    private boolean holds(Quantity quantity, Optional<String> shown, SentSamples recent, Optional<Span> span) {
        Optional<Band> band = display.band(quantity);
        if (band.isEmpty()) {
            Set<String> told = told(quantity, recent);
            return shown.isPresent() && told.contains(shown.get());
        }
        return span.isPresent() == shown.isPresent()
                && (span.isEmpty() || band.get().holds(shown.get(), span.get()));
    }

    String expected(Quantity quantity, SentSamples recent) {
        return expected(quantity, recent, recent.span(quantity));
    }

    private String expected(Quantity quantity, SentSamples recent, Optional<Span> span) {
        Optional<Band> band = display.band(quantity);
        return quantity + " "
                + (band.isEmpty()
                        ? String.join(" or ", told(quantity, recent))
                        : span.map(s -> band.get().around(s, quantity.unit())).orElse("not shown"));
    }

    static Set<String> told(Quantity quantity, SentSamples recent) {
        return recent.slices().stream()
                .map(s -> quantity == Quantity.S1_METER_ID
                        ? s.meterId()
                        : s.wiring().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String age(Quantity quantity) {
        return belief().arrivalOf(quantity)
                .map(a -> "told " + Evidence.seconds(nanos - a) + " before")
                .orElse("never told");
    }

    private Belief belief() {
        Belief belief = new Belief();
        observations.forEach(belief::hear);
        return belief;
    }

    /** {@return what it presents as current of S1} */
    public Map<Quantity, String> current() {
        return belief().current(UserPort.S1);
    }
}
