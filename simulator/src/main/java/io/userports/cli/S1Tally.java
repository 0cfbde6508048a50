package io.userports.cli;

import io.userports.s1.FrameKind;
import io.userports.s1.Gaps;
import io.userports.s1.S1Info;
import io.userports.s1.S1View;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many telegrams a stream held, how many are missing, what else there was, and how many octets stood outside. */
final class S1Tally {
    private long telegrams;
    private long lost;
    private long corrupted;
    private long outside;
    private final Map<FrameKind, Long> others = new EnumMap<>(FrameKind.class);
    private String meterId = "";
    private int sequence;

    void telegram(S1View telegram) {
        // Another meter counts for itself, wherever it begins.
        String id = telegram.meterId();
        if (id.equals(meterId)) {
            lost += Gaps.bySequence(sequence, telegram.sequence());
        }
        meterId = id;
        sequence = telegram.sequence();
        telegrams++;
        corrupted += (telegram.info() & S1Info.VALID_SAMPLES) == 0 ? 1 : 0;
    }

    void other(FrameKind kind) {
        others.merge(kind, 1L, Long::sum);
    }

    void outside(long count) {
        outside += count;
    }

    /** A version that nobody knows is legal: it is no telegram, and no error either. */
    boolean allWell() {
        return telegrams > 0 && count(false) == 0 && outside == 0;
    }

    long telegrams() {
        return telegrams;
    }

    /** {@return telegrams missing between those of one meter, as far as their numbers tell} */
    long lost() {
        return lost;
    }

    /** {@return telegrams that say that their samples are not valid} */
    long corrupted() {
        return corrupted;
    }

    long outside() {
        return outside;
    }

    /** {@return frames that are no telegrams, with what is wrong or unknown: "2 (wrong FCS 1, wrong address 1)"} */
    String others(boolean skipped) {
        String each = others.entrySet().stream()
                .filter(e -> e.getKey().skipped() == skipped)
                .map(e -> e.getKey().text() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return count(skipped) + (each.isEmpty() ? "" : " (" + each + ")");
    }

    private long count(boolean skipped) {
        return others.entrySet().stream()
                .filter(e -> e.getKey().skipped() == skipped)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public String toString() {
        String found = telegrams == 0 ? "no telegram found" : telegrams + (telegrams == 1 ? " telegram" : " telegrams");
        return found + ", " + lost + " lost; invalid: " + others(false) + "; skipped: " + others(true) + "; "
                + Texts.octets(outside) + " outside";
    }
}
