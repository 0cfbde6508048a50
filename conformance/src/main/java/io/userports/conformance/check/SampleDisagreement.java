package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The words for what of S1 was expected and what was shown instead, of which kind that is, with a guess at the cause. */
final class SampleDisagreement {
    /** More would hide the cause. */
    private static final int MOST = 3;

    private SampleDisagreement() {}

    /**
     * {@return in what {@code evidence} differs from what was sampled since {@code calm}}
     *
     * @param mark the last change
     * @param calm the same, or later when time was let pass; since then more than a second was sampled
     * @param sampled since then; the CEMS may be speaking of the last of these
     */
    static Finding of(
            SampleEvidence evidence, Collection<Quantity> quantities, Instant mark, Instant calm, SentSamples sampled) {
        Display display = evidence.display();
        SentSamples before = evidence.sent().before(mark);
        SentSamples since = evidence.sent().since(mark);
        long change = since.slices().get(0).startedNanos();
        long window = since.slices().get(SentSamples.WINDOW - 1).startedNanos();
        Finding finding = new Finding(List.of());
        List<String> told = Silence.told(UserPort.S1, Silence.since(change, evidence.observations()));
        boolean silent = evidence.news(quantities, mark) && isSilent(evidence, quantities, change, window);
        if (!evidence.isCurrent()) {
            return Finding.of("expected", "values of S1 presented as current")
                    .and("was", "S1 said to be stale")
                    .and(silent ? Silence.kind(told) : Kind.VALUE_MISSING);
        }
        for (Quantity quantity :
                evidence.wrong(quantities, calm).stream().sorted().limit(MOST).toList()) {
            Optional<String> was = evidence.shown(quantity);
            SentSamples recent = evidence.recent(sampled, quantity);
            finding = finding.and("expected", evidence.expected(quantity, recent), quantity.source())
                    .and("was", Disagreement.shown(quantity, was), evidence.age(quantity))
                    .and(silent ? Silence.kind(told) : kind(quantity, was, before, display));
            Optional<String> hint = SampleHint.of(quantity, was, recent, before, display);
            finding = hint.isPresent() ? finding.and("hint", hint.get()) : finding;
        }
        return finding.facts().isEmpty()
                ? Finding.of("expected", "something said of S1 since the change")
                        .and("was", "nothing")
                        .and(Silence.kind(told))
                : finding;
    }

    /**
     * {@return whether it has spoken before, and says nothing since {@code window}, the end of the first second after the
     * {@code change}}
     *
     * <p>Who has said since the change what no window was, or that it has no value, is not silent: it is wrong.
     */
    private static boolean isSilent(
            SampleEvidence evidence, Collection<Quantity> quantities, long change, long window) {
        List<Stamped> all = evidence.observations();
        List<Stamped> said = Silence.since(change, all);
        return all.stream().anyMatch(s -> isValue(s.observation()))
                && Silence.since(window, all).stream().noneMatch(s -> isValue(s.observation()))
                && said.stream().noneMatch(s -> isNoValue(s.observation()))
                && evidence.invention(quantities, all.size() - said.size()).isEmpty();
    }

    private static boolean isNoValue(Observation observation) {
        return observation instanceof Observation.Value value
                && value.quantity().port() == UserPort.S1
                && value.value().isEmpty();
    }

    private static boolean isValue(Observation observation) {
        return observation instanceof Observation.Value value
                && value.quantity().port() == UserPort.S1;
    }

    /** {@return what it is to show {@code was}, which is wrong now, after {@code before} had been sampled} */
    static Kind kind(Quantity quantity, Optional<String> was, SentSamples before, Display display) {
        if (was.isEmpty()) {
            return Kind.VALUE_MISSING;
        }
        boolean old = display.band(quantity)
                .map(band -> before.widest(quantity)
                        .filter(span -> band.holds(was.get(), span))
                        .isPresent())
                .orElseGet(() -> SampleEvidence.told(quantity, before).contains(was.get()));
        if (old) {
            return Kind.STALE_VALUE_KEPT;
        }
        boolean zero = Band.number(was.get()).filter(number -> number == 0).isPresent();
        return zero && Band.of(quantity).isPresent() ? Kind.PHANTOM_ZERO : Kind.VALUE_WRONG;
    }
}
