package io.userports.conformance.check;

import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Quantity;
import java.math.BigDecimal;
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
            Optional<String> hint = hint(quantity, belief.of(quantity), telegram, all);
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
        return hint(value.quantity(), value.value(), before.get(before.size() - 1), before)
                .map(h -> finding.and("hint", h))
                .orElse(finding);
    }

    static String shown(Quantity quantity, Optional<String> value) {
        return quantity + " "
                + value.map(v -> (v + " " + quantity.unit()).stripTrailing()).orElse("not shown");
    }

    private static String others(List<Quantity> wrong) {
        return wrong.size() + " more: "
                + String.join(", ", wrong.stream().map(Quantity::slug).toList());
    }

    /** The causes that the field knows. */
    private static Optional<String> hint(
            Quantity quantity, Optional<String> was, SentTelegram telegram, List<SentTelegram> all) {
        if (was.isEmpty()) {
            return Optional.empty();
        }
        String value = was.get();
        if (telegram.said(quantity).isEmpty() && value.equals("0")) {
            return Optional.of("a value that is not there is no zero");
        }
        if ((quantity == Quantity.GAS_VOLUME
                        && telegram.said(Quantity.WATER_VOLUME).equals(was))
                || (quantity == Quantity.WATER_VOLUME
                        && telegram.said(Quantity.GAS_VOLUME).equals(was))) {
            return Optional.of("equals the reading of the other sub-meter: a channel was taken for a device type");
        }
        if (!value.equals("0") && !quantity.unit().isEmpty()) {
            for (Quantity other : telegram.says().keySet()) {
                if (other != quantity
                        && other.unit().equals(quantity.unit())
                        && telegram.said(other).equals(was)) {
                    return Optional.of("equals " + other + " of that telegram");
                }
            }
        }
        if (isCut(value, telegram.said(quantity))) {
            return Optional.of("equals the value without its decimals");
        }
        return all.stream()
                .filter(t -> t != telegram && t.said(quantity).equals(was))
                .reduce((first, second) -> second)
                .map(t -> "equals the value of telegram " + t.number());
    }

    private static boolean isCut(String was, Optional<String> sent) {
        try {
            return sent.isPresent()
                    && new BigDecimal(was).compareTo(new BigDecimal(new BigDecimal(sent.get()).toBigInteger())) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
