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

    /** {@return in what {@code belief}, the CEMS at the end of {@code evidence}, differs from {@code telegram}} */
    static Finding of(Belief belief, SentTelegram telegram, Collection<Quantity> quantities, Evidence evidence) {
        List<Quantity> wrong = quantities.stream()
                .sorted()
                .filter(q -> !telegram.said(q).allows(belief.of(q)))
                .toList();
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
                .and(kind(quantity, was, evidence.telegrams(), evidence.rejected()));
        return was.flatMap(value -> Hint.of(quantity, value, telegram, evidence.telegrams(), evidence.rejected()))
                .map(hint -> finding.and("hint", hint))
                .orElse(finding);
    }

    /** {@return in words that {@code value} is in none of the telegrams {@code before} it} */
    static Finding invented(Observation.Value value, List<SentTelegram> before, List<SentTelegram> rejected) {
        Finding finding = Finding.of("expected", "only values that were sent")
                .and("was", shown(value.quantity(), value.value()), "in no telegram up to then")
                .and(kind(value.quantity(), value.value(), before, rejected));
        if (before.isEmpty()) {
            return finding.and("hint", "shown before any telegram was sent");
        }
        SentTelegram last = before.get(before.size() - 1);
        return value.value()
                .flatMap(was -> Hint.of(value.quantity(), was, last, before, rejected))
                .map(h -> finding.and("hint", h))
                .orElse(finding);
    }

    /** {@return what it is to show {@code was}, which is wrong now, after these telegrams} */
    static Kind kind(Quantity quantity, Optional<String> was, List<SentTelegram> good, List<SentTelegram> rejected) {
        if (was.isEmpty()) {
            return Kind.VALUE_MISSING;
        }
        if (good.stream().anyMatch(t -> t.said(quantity).values().contains(was.get()))) {
            return Kind.STALE_VALUE_KEPT;
        }
        if (rejected.stream().anyMatch(t -> t.said(quantity).values().contains(was.get()))) {
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
