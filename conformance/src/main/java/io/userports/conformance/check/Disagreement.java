package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words for what was expected and what was shown instead, of which kind that is, with a guess at the cause. */
final class Disagreement {
    /** More would hide the cause. */
    private static final int MOST = 3;

    private Disagreement() {}

    /** {@return that {@code belief}, the CEMS at the end of {@code evidence}, differs from {@code telegram} in these} */
    static Finding of(Belief belief, SentTelegram telegram, Collection<Quantity> differing, Evidence evidence) {
        List<Quantity> wrong = differing.stream().sorted().toList();
        if (wrong.isEmpty()) {
            return Finding.of("expected", "values presented as current")
                    .and("was", "those of telegram " + telegram.number() + ", said to be stale")
                    .and(Kind.VALUE_MISSING);
        }
        Finding finding = new Finding(List.of());
        for (Quantity quantity : wrong.subList(0, Math.min(MOST, wrong.size()))) {
            finding = finding.and(of(quantity, belief, telegram, evidence));
        }
        return wrong.size() <= MOST ? finding : finding.and("also", others(wrong.subList(MOST, wrong.size())));
    }

    private static Finding of(Quantity quantity, Belief belief, SentTelegram telegram, Evidence evidence) {
        String age = belief.arrivalOf(quantity)
                .filter(a -> a >= telegram.startedNanos())
                .map(a -> Evidence.seconds(a - telegram.startedNanos()) + " after the telegram")
                .orElse(belief.arrivalOf(quantity).isPresent() ? "told before that telegram" : "never told");
        Optional<String> was = belief.of(quantity);
        Finding finding = Finding.of("expected", telegram.said(quantity).text(quantity), telegram.place(quantity))
                .and("was", shown(quantity, was), age)
                .and(telegram.line(quantity))
                .and(kind(quantity, was, evidence.telegrams(), evidence));
        return was.flatMap(value -> Hint.of(quantity, value, telegram, evidence.telegrams(), evidence))
                .map(hint -> finding.and("hint", hint))
                .orElse(finding);
    }

    /** {@return in words that {@code value} is in none of the telegrams {@code before} it} */
    static Finding invented(Observation.Value value, List<SentTelegram> before, Evidence evidence) {
        Finding was = Finding.of("was", shown(value.quantity(), value.value()), "in no telegram up to then");
        Kind kind = kind(value.quantity(), value.value(), before, evidence);
        if (before.isEmpty()) {
            return Finding.of("expected", "only values that were sent")
                    .and(was)
                    .and(kind)
                    .and("hint", "shown before any telegram was sent");
        }
        SentTelegram last = before.get(before.size() - 1);
        Finding finding = Finding.of("expected", "only values that were sent", "last: " + last.place(value.quantity()))
                .and(was)
                .and(last.line(value.quantity()))
                .and(kind);
        return value.value()
                .flatMap(shown -> Hint.of(value.quantity(), shown, last, before, evidence))
                .map(h -> finding.and("hint", h))
                .orElse(finding);
    }

    /** {@return what it is to show {@code was}, which is wrong now, after the telegrams {@code good} of {@code evidence}} */
    static Kind kind(Quantity quantity, Optional<String> was, List<SentTelegram> good, Evidence evidence) {
        List<SentTelegram> rejected = evidence.rejected();
        Tolerance tolerance = evidence.display().tolerance(quantity);
        if (was.isEmpty()) {
            return Kind.VALUE_MISSING;
        }
        if (good.stream().anyMatch(t -> t.said(quantity).says(was.get(), tolerance))) {
            return Kind.STALE_VALUE_KEPT;
        }
        if (rejected.stream().anyMatch(t -> t.said(quantity).says(was.get(), tolerance))) {
            return Kind.VALUE_OF_A_REJECTED_TELEGRAM;
        }
        boolean sent = Stream.concat(good.stream(), rejected.stream()).anyMatch(t -> t.hasZero(quantity));
        return was.get().equals("0") && !sent ? Kind.PHANTOM_ZERO : Kind.VALUE_WRONG;
    }

    static String shown(Quantity quantity, Optional<String> value) {
        return quantity + " " + value.map(v -> withUnit(quantity, v)).orElse("not shown");
    }

    static String withUnit(Quantity quantity, String value) {
        return value.matches("-?[0-9.]+") ? (value + " " + quantity.unit()).stripTrailing() : value;
    }

    private static String others(List<Quantity> wrong) {
        return wrong.size() + " more: "
                + String.join(", ", wrong.stream().map(Quantity::slug).toList());
    }
}
