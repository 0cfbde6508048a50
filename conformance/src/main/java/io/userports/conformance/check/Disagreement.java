package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The words for what was expected and what was shown instead, with a guess at the cause. */
final class Disagreement {
    /** More would hide the cause. */
    private static final int MOST = 3;

    private Disagreement() {}

    static Finding of(
            Belief belief, SentTelegram telegram, Collection<Quantity> quantities, List<SentTelegram> all, long nanos) {
        List<Quantity> wrong = quantities.stream()
                .sorted()
                .filter(q -> !belief.of(q).equals(telegram.said(q)))
                .toList();
        if (wrong.isEmpty()) {
            return Finding.of("expected", "values presented as current")
                    .and("was", "those of telegram " + telegram.number() + ", said to be stale");
        }
        Finding finding = new Finding(List.of());
        for (Quantity quantity : wrong.subList(0, Math.min(MOST, wrong.size()))) {
            String age = belief.arrivalOf(quantity)
                    .filter(a -> a >= telegram.startedNanos())
                    .map(a -> Evidence.seconds(a - telegram.startedNanos()) + " after the telegram")
                    .orElse(belief.arrivalOf(quantity).isPresent() ? "told before that telegram" : "never told");
            finding = finding.and("expected", shown(quantity, telegram.said(quantity)), telegram.place(quantity))
                    .and("was", shown(quantity, belief.of(quantity)), age);
            Optional<String> hint = belief.of(quantity).flatMap(was -> Hint.of(quantity, was, telegram, all));
            if (hint.isPresent()) {
                finding = finding.and("hint", hint.get());
            }
        }
        return wrong.size() <= MOST ? finding : finding.and("also", others(wrong.subList(MOST, wrong.size())));
    }

    static Finding invented(Observation.Value value, List<SentTelegram> before) {
        Finding finding = Finding.of("expected", "only values that were sent")
                .and("was", shown(value.quantity(), value.value()), "in no telegram up to then");
        if (before.isEmpty()) {
            return finding.and("hint", "shown before any telegram was sent");
        }
        SentTelegram last = before.get(before.size() - 1);
        return value.value()
                .flatMap(was -> Hint.of(value.quantity(), was, last, before))
                .map(h -> finding.and("hint", h))
                .orElse(finding);
    }

    static String shown(Quantity quantity, Optional<String> value) {
        return quantity + " "
                + value.map(v -> v.matches("-?[0-9.]+") ? (v + " " + quantity.unit()).stripTrailing() : v)
                        .orElse("not shown");
    }

    private static String others(List<Quantity> wrong) {
        return wrong.size() + " more: "
                + String.join(", ", wrong.stream().map(Quantity::slug).toList());
    }
}
