package io.userports.conformance.bench;

import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.BothPorts;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.check.SentSamples;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.NotJudged;
import io.userports.wire.UserPort;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The questions about S1 that are put to a CEMS on a bench; each waits as long as a correct one may need. */
public final class SampleJudge {
    /** Seconds in which a CEMS that is reading should have shown all that it claims: a window, and some to spare. */
    private static final int SETTLING = 5;

    private final Bench bench;
    private final Map<Quantity, String> shownBefore = new EnumMap<>(Quantity.class);
    private SentSamples sentBefore = SentSamples.NONE;
    private Set<Quantity> wrongBefore = Set.of();
    private int settled;

    /** A judge of what happens on {@code bench}. */
    public SampleJudge(Bench bench) {
        this.bench = bench;
    }

    /**
     * Waits until the CEMS is seen to read good samples. If it never is, nothing is known about the requirement.
     *
     * <p>A figure that it shows wrong even now is remembered: what follows says nothing about that figure.
     */
    public void isReading() {
        Set<Quantity> asked = claimed(SampleEvidence.figures());
        if (asked.isEmpty()) {
            throw NotClaimed.of("no quantity of S1 claimed that says what was sampled");
        }
        Set<Quantity> figuresAndCounts = claimed(SampleEvidence.counts());
        figuresAndCounts.addAll(asked);
        Duration asking = bench.ask(figuresAndCounts, bench.now().plusSeconds(recovery()));
        boolean seen = awaited(patience().plus(asking), Duration.ZERO, e -> e.reads(asked, Instant.MIN));
        if (!seen) {
            bench.checkOpened(UserPort.S1);
            throw NotJudged.of("the CEMS was not seen to read good samples within "
                    + bench.plan().rig().patience() + ", so nothing is known about this requirement; "
                    + String.join(
                            "; ",
                            bench.sampleEvidence()
                                    .disagreement(asked, Instant.MIN)
                                    .lines())
                    + "; last words: " + bench.lastWords() + "; " + Judge.REMEDY);
        }
        boolean allRight =
                awaited(bench.now().plusSeconds(SETTLING), bench.reaction(asked), e -> e.agrees(asked, Instant.MIN));
        wrongBefore = allRight ? Set.of() : bench.sampleEvidence().wrong(asked, Instant.MIN);
        settleCounts();
        settled = bench.sampleEvidence().observations().size();
    }

    /** What was lost on the way here may take as long to be shown as any figure. */
    private void settleCounts() {
        Set<Quantity> counts = claimed(SampleEvidence.counts());
        boolean any =
                counts.stream().anyMatch(q -> bench.sampleEvidence().sent().count(q) > 0);
        sentBefore = bench.sampleEvidence().sent();
        if (any) {
            bench.awaitSamples(
                    bench.now().plus(slowness(counts)), bench.reaction(counts), e -> Optional.<Boolean>empty());
        }
        SampleEvidence evidence = bench.sampleEvidence();
        counts.forEach(q -> evidence.shown(q).ifPresent(v -> shownBefore.put(q, v)));
    }

    /** {@return what was shown wrong even when all was well; nothing is said about it} */
    public Set<Quantity> wrongBefore() {
        return Set.copyOf(wrongBefore);
    }

    /** Asks for every claimed figure as sampled, within as many seconds of the last change as the CEMS claims to need. */
    public void showsEverythingAsSampled() {
        showsEverythingAsSampled(recovery());
    }

    /** Asks for every claimed figure as sampled, within some seconds of the last change. */
    public void showsEverythingAsSampled(int seconds) {
        Set<Quantity> asked = claimed(SampleEvidence.figures());
        if (asked.isEmpty()) {
            throw NotClaimed.of("no quantity of S1 claimed that says what was sampled");
        }
        asked.removeAll(wrongBefore);
        if (asked.isEmpty()) {
            throw NotJudged.of("every figure of S1 was wrong even when all was well");
        }
        showsAsSampled(asked, seconds);
    }

    /** Asks for {@code quantities} as sampled, within as many seconds of the last change as the CEMS claims to need. */
    public void showsAsSampled(Collection<Quantity> quantities) {
        showsAsSampled(quantities, recovery());
    }

    /** Asks for {@code quantities} as sampled, all at one moment, within some seconds of the last change. */
    public void showsAsSampled(Collection<Quantity> quantities, int seconds) {
        Set<Quantity> asked = claimed(quantities);
        if (asked.isEmpty()) {
            throw NotClaimed.of(names(quantities) + " not claimed");
        }
        Instant mark = bench.mark();
        Instant calm = bench.calm();
        Duration asking = bench.ask(asked, (calm.equals(Instant.MIN) ? bench.now() : calm).plusSeconds(seconds));
        if (mark.equals(Instant.MIN)) {
            awaited(patience(), Duration.ZERO, SampleEvidence::heard);
        }
        Instant last = (calm.equals(Instant.MIN) ? bench.now() : calm)
                .plusSeconds(seconds)
                .plus(slowness(asked))
                .plus(asking);
        if (!awaited(
                last,
                bench.reaction(asked),
                e -> e.agrees(asked, mark) && e.wrong(asked, calm).isEmpty())) {
            bench.checkSampled(calm);
            SampleEvidence evidence = bench.sampleEvidence();
            if (evidence.wrong(asked, calm).isEmpty() && !evidence.news(asked, mark)) {
                throw NotJudged.of("nothing of " + names(asked) + " has changed, so it cannot be seen whether the CEMS"
                        + " has read on; claim a figure that changes, like s1-power");
            }
            throw bench.samplesFailed(evidence.disagreement(asked, mark, calm));
        }
    }

    /** Asks for a figure near {@code value}, a number worked by hand, within some seconds of the last change. */
    public void showsNear(Quantity quantity, String value) {
        if (claimed(Set.of(quantity)).isEmpty()) {
            throw NotClaimed.of(quantity + " not claimed");
        }
        double wanted = new BigDecimal(value).doubleValue();
        Instant mark = bench.mark().equals(Instant.MIN) ? bench.now() : bench.mark();
        Instant last = mark.plusSeconds(recovery())
                .plus(slowness(Set.of(quantity)))
                .plus(bench.ask(Set.of(quantity), mark.plusSeconds(recovery())));
        if (!awaited(
                last,
                bench.reaction(Set.of(quantity)),
                e -> e.isCurrent()
                        && e.shown(quantity)
                                .filter(v -> e.isNear(quantity, v, wanted))
                                .isPresent())) {
            bench.checkSampled(bench.mark());
            Optional<String> was = bench.sampleEvidence().shown(quantity);
            throw bench.samplesFailed(
                    Finding.of("expected", quantity + " " + value + " " + quantity.unit(), quantity.source())
                            .and("was", was.orElse("not shown"))
                            .and(bench.sampleEvidence().kindOf(quantity, was)));
        }
    }

    /** Asks for this very value of something that is told or counted, within some seconds of the last change. */
    public void shows(Quantity quantity, String value) {
        if (claimed(Set.of(quantity)).isEmpty()) {
            throw NotClaimed.of(quantity + " not claimed");
        }
        Instant mark = bench.mark().equals(Instant.MIN) ? bench.now() : bench.mark();
        Instant last = mark.plusSeconds(recovery())
                .plus(slowness(Set.of(quantity)))
                .plus(bench.ask(Set.of(quantity), mark.plusSeconds(recovery())));
        Optional<String> wanted = Optional.of(value);
        if (!awaited(
                last,
                bench.reaction(Set.of(quantity)),
                e -> e.isCurrent() && e.shown(quantity).equals(wanted))) {
            bench.checkSampled(bench.mark());
            SampleEvidence evidence = bench.sampleEvidence();
            String was =
                    evidence.shown(quantity).orElse("not shown") + (evidence.isCurrent() ? "" : ", said to be stale");
            throw bench.samplesFailed(Finding.of("expected", quantity + " " + value, quantity.source())
                    .and("was", was)
                    .and(evidence.kindOf(quantity, evidence.shown(quantity))));
        }
    }

    /** Asks that {@code quantity} is not shown, now that the CEMS is seen to read. */
    public void showsNo(Quantity quantity) {
        if (claimed(Set.of(quantity)).isEmpty()) {
            throw NotClaimed.of(quantity + " not claimed");
        }
        Instant mark = bench.mark();
        Set<Quantity> signs = claimed(SampleEvidence.figures());
        signs.add(quantity);
        bench.ask(signs, bench.now().plusSeconds(recovery()));
        signs.remove(quantity);
        Set<Quantity> asked = EnumSet.of(quantity);
        asked.addAll(signs);
        Instant last = bench.now().plusSeconds(recovery()).plus(slowness(asked));
        if (!awaited(last, bench.reaction(asked), e -> e.reads(signs, mark) && e.agrees(Set.of(quantity), mark))) {
            bench.checkSampled(mark);
            String shown = bench.sampleEvidence()
                    .shown(quantity)
                    .orElseThrow(() -> NotJudged.of(
                            "the CEMS was not seen to read, so that it does not show " + quantity + " says nothing"));
            throw bench.samplesFailed(
                    bench.sampleEvidence().agrees(Set.of(quantity), mark)
                            ? bench.sampleEvidence().disagreement(signs, mark)
                            : Finding.of("expected", quantity + " not shown")
                                    .and("was", shown)
                                    .and(bench.sampleEvidence().kindOf(quantity, Optional.of(shown))));
        }
    }

    /** Asks that no figure of S1 is presented as current. */
    public void presentsNothing() {
        bench.askWhetherCurrent(Set.of(UserPort.S1));
        Map<Quantity, String> current = bench.sampleEvidence().current();
        current.keySet().retainAll(claimed(SampleEvidence.figures()));
        if (!current.isEmpty()) {
            throw bench.samplesFailed(Finding.of("expected", "nothing of S1 presented as current")
                    .and("was", current.toString())
                    .and(current.keySet().stream()
                            .map(q -> bench.sampleEvidence().kindOf(q, Optional.of(current.get(q))))
                            .min(Comparator.naturalOrder())
                            .orElseThrow())
                    .and("hint", "say {\"status\":\"no-data\",\"port\":\"s1\"} or give no values"));
        }
        bench.checkAbsence(UserPort.S1);
    }

    /**
     * Asks that no figure was shown that is none of those sampled meanwhile, since the CEMS was seen to read.
     *
     * <p>Asked again for some time, because samples that a quick CEMS has shown may not have been noted yet.
     */
    public void inventsNothing() {
        Set<Quantity> asked = claimed(SampleEvidence.figures());
        asked.removeAll(wrongBefore);
        if (!awaited(
                bench.now(), bench.reaction(), e -> e.invention(asked, settled).isEmpty())) {
            bench.sampleEvidence().invention(asked, settled).ifPresent(finding -> {
                throw bench.samplesFailed(finding);
            });
        }
    }

    /** Asks that lost, invalid and skipped telegrams are counted to the last, since the CEMS was seen to read or else began. */
    public void countsExactly(Collection<Quantity> counts) {
        Set<Quantity> asked = claimed(counts);
        if (asked.isEmpty()) {
            throw NotClaimed.of(names(counts) + " not claimed");
        }
        Instant mark = bench.mark();
        bench.ask(asked, bench.now().plusSeconds(recovery()));
        Instant last = bench.now().plusSeconds(recovery()).plus(slowness(asked));
        // Right after a change nothing has happened that could be counted.
        if (!awaited(
                last,
                bench.reaction(asked),
                e -> e.hasSamples(mark) && miscounted(e, asked).isEmpty())) {
            bench.checkSampled(mark);
            miscounted(bench.sampleEvidence(), asked).ifPresent(finding -> {
                SampleEvidence evidence = bench.sampleEvidence();
                boolean rounds = asked.stream().anyMatch(q -> evidence.isRoundsOff(q, shownBefore(q), sentBefore));
                throw bench.countingFailed(finding, rounds);
            });
        }
    }

    private Optional<Finding> miscounted(SampleEvidence evidence, Set<Quantity> asked) {
        return asked.stream()
                .map(q -> evidence.miscount(q, shownBefore(q), sentBefore))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> shownBefore(Quantity count) {
        return Optional.ofNullable(shownBefore.get(count)).or(() -> bench.carried(count));
    }

    /** Asks that what is shown of P1 and what is shown of S1 speak of one installation. */
    public void agreesWithP1() {
        Set<Quantity> shown = bench.plan().claims().shown();
        BothPorts both = BothPorts.of(shown, bench.display())
                .orElseThrow(() -> NotClaimed.of("no quantity claimed of both ports"));
        bench.ask(both.quantities(), bench.now().plusSeconds(recovery()));
        Optional<Boolean> agreed = bench.await(
                bench.now().plusSeconds(recovery()).plus(slowness(shown)),
                bench.reaction(shown),
                e -> both.apart(e.current()).isEmpty() ? Optional.of(true) : Optional.empty());
        if (agreed.isEmpty()) {
            both.apart(bench.evidence().current()).ifPresent(finding -> {
                throw bench.bothFailed(finding);
            });
        }
    }

    private boolean awaited(Instant last, Duration grace, Predicate<SampleEvidence> question) {
        return bench.awaitSamples(last, grace, e -> question.test(e) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    private Instant patience() {
        return bench.now()
                .plusMillis(bench.plan().rig().patience().milliseconds()
                        * bench.plan().timeScale());
    }

    private int recovery() {
        return bench.plan().claims().recovery();
    }

    /** How much longer than a second this CEMS may take for the slowest of these figures. */
    private Duration slowness(Collection<Quantity> asked) {
        Duration more = bench.plan().claims().longestInterval(asked).minus(Duration.ofSeconds(1));
        return more.isNegative() ? Duration.ZERO : more;
    }

    private Set<Quantity> claimed(Collection<Quantity> quantities) {
        Set<Quantity> claimed = EnumSet.noneOf(Quantity.class);
        claimed.addAll(quantities);
        claimed.retainAll(bench.plan().claims().shown());
        return claimed;
    }

    private static String names(Collection<Quantity> quantities) {
        return quantities.stream().map(Quantity::slug).sorted().collect(Collectors.joining(", "));
    }
}
