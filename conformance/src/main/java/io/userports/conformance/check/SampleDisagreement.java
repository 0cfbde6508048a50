package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
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
     * {@return in what {@code evidence} differs from what was sampled since {@code mark}}
     *
     * @param since those samples, more than a second of them
     * @param recent those of them of which the CEMS may be speaking now
     */
    static Finding of(
            SampleEvidence evidence,
            Collection<Quantity> quantities,
            Instant mark,
            SentSamples since,
            SentSamples recent) {
        SentSamples before = evidence.sent().before(mark);
        Finding finding = new Finding(List.of());
        boolean hangs = hangs(evidence, quantities, mark, since);
        if (!evidence.isCurrent()) {
            return Finding.of("expected", "values of S1 presented as current")
                    .and("was", "S1 said to be stale")
                    .and(hangs ? Kind.HANG : Kind.VALUE_MISSING);
        }
        for (Quantity quantity :
                evidence.wrong(quantities, mark).stream().sorted().limit(MOST).toList()) {
            Optional<String> was = evidence.shown(quantity);
            finding = finding.and("expected", SampleEvidence.expected(quantity, recent), quantity.source())
                    .and("was", Disagreement.shown(quantity, was), evidence.age(quantity))
                    .and(hangs ? Kind.HANG : kind(quantity, was, before));
            Optional<String> hint = SampleHint.of(quantity, was, recent, before);
            finding = hint.isPresent() ? finding.and("hint", hint.get()) : finding;
        }
        return finding.facts().isEmpty()
                ? Finding.of("expected", "something said of S1 since the change")
                        .and("was", "nothing")
                        .and(Kind.HANG)
                : finding;
    }

    /** Something new was sampled long enough, it has spoken before, and says nothing. */
    private static boolean hangs(
            SampleEvidence evidence, Collection<Quantity> quantities, Instant mark, SentSamples since) {
        long window = since.slices().get(SentSamples.WINDOW - 1).startedNanos();
        boolean spoke = evidence.observations().stream().anyMatch(s -> isValue(s.observation()));
        boolean speaks =
                evidence.observations().stream().anyMatch(s -> s.nanos() - window >= 0 && isValue(s.observation()));
        return spoke && !speaks && evidence.news(quantities, mark);
    }

    private static boolean isValue(Observation observation) {
        return observation instanceof Observation.Value value
                && value.quantity().port() == UserPort.S1;
    }

    /** {@return what it is to show {@code was}, which is wrong now, after {@code before} had been sampled} */
    static Kind kind(Quantity quantity, Optional<String> was, SentSamples before) {
        if (was.isEmpty()) {
            return Kind.VALUE_MISSING;
        }
        boolean old = Band.of(quantity)
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
