package io.userports.conformance.bench;

import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.Kind;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.check.SentTelegram;
import io.userports.conformance.verdict.NotClaimed;
import io.userports.conformance.verdict.NotJudged;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions that are put to a CEMS on a bench; each waits as long as a correct one may need, and no longer. */
public final class Judge {
    /** Telegrams in which a CEMS that is reading should have shown all that it claims. */
    private static final int SETTLING = 3;

    /** Telegrams in which a slow value of a CEMS that shows neither power nor time should have changed. */
    private static final int QUIET_PATIENCE = 20;

    private static final Duration A_TELEGRAM = Duration.ofSeconds(1);

    /** What to do about a CEMS that shows nothing that can be understood, or nothing right, of a good stream. */
    static final String REMEDY = "see observe in its cems.yaml, or try 'userports cems check'";

    private static final String STALE_HINT =
            "say that the port is stale, or give no values any more; a mapping says so by absent, silence or stamp";

    private final Bench bench;
    private Set<Quantity> wrongBefore = Set.of();
    /** How many observations had been made when it was seen to read. */
    private int settled;

    /** A judge of what happens on {@code bench}. */
    public Judge(Bench bench) {
        this.bench = bench;
    }

    /**
     * Sees the CEMS read good data, or does not judge it: before this nothing bad has been sent, so that what is wrong
     * may as well be its mapping or the wiring.
     *
     * <p>A value that it shows wrong even now is remembered: what follows says nothing about that value.
     */
    public void isReading() {
        Set<Quantity> claimed = claimed(ofP1());
        Set<Quantity> tracers = tracers();
        Set<Quantity> signs = tracers.isEmpty() ? claimed : tracers;
        Duration asking = bench.ask(claimed, bench.now().plusSeconds(SETTLING));
        Optional<Quantity> sign = bench.await(patience().plus(asking), Duration.ZERO, e -> signs.stream()
                .filter(q -> e.agreement(Set.of(q), Instant.MIN).isPresent())
                .findFirst());
        if (sign.isEmpty()) {
            bench.checkSent();
            Evidence evidence = bench.evidence();
            throw NotJudged.of("the CEMS was not seen to read good telegrams within "
                    + bench.plan().rig().patience() + ", so nothing is known about this requirement; "
                    + evidence.muteness()
                            .orElseGet(() -> String.join(
                                    "; ",
                                    evidence.disagreement(signs, Instant.MIN).lines()))
                    + "; last words: " + bench.lastWords() + "; " + REMEDY);
        }
        Instant last = bench.now().plusSeconds(SETTLING).plus(slowness(claimed));
        boolean allRight = bench.await(last, bench.reaction(claimed), e -> e.agreement(claimed, Instant.MIN))
                .isPresent();
        settled = bench.evidence().observations().size();
        wrongBefore = allRight ? Set.of() : bench.evidence().wrong(claimed);
    }

    /** {@return what was shown wrong even when all was well; nothing is said about it} */
    public Set<Quantity> wrongBefore() {
        return Set.copyOf(wrongBefore);
    }

    /** Asks that a telegram was asked for since the last change: one can only leave while its data request is asserted. */
    public void asksForTelegrams() {
        Instant from = bench.mark();
        Instant last = from.equals(Instant.MIN) ? patience() : from.plusSeconds(recovery());
        Optional<Boolean> asked = bench.await(
                last, bench.reaction(), e -> e.telegramsSince(from).isEmpty() ? Optional.empty() : Optional.of(true));
        if (asked.isEmpty()) {
            throw bench.failed(Finding.of("expected", "telegrams asked for")
                    .and(
                            "was",
                            "none: the data request ("
                                    + bench.plan().rig().p1().request().line()
                                    + ") was not asserted for a whole telegram"));
        }
    }

    /** Asks for every claimed value as sent, within as many telegrams since the last change as the CEMS claims to need. */
    public void showsEverythingAsSent() {
        showsEverythingAsSent(recovery());
    }

    /** Asks for every claimed value as sent by one of the first {@code telegrams} telegrams since the last change. */
    public void showsEverythingAsSent(int telegrams) {
        Set<Quantity> asked = claimed(ofP1());
        asked.removeAll(wrongBefore);
        if (asked.isEmpty()) {
            throw NotClaimed.of("no quantity claimed");
        }
        showsAsSent(asked, telegrams);
    }

    /** Asks for {@code quantities} as sent, within as many telegrams since the last change as the CEMS claims to need. */
    public void showsAsSent(Collection<Quantity> quantities) {
        showsAsSent(quantities, recovery());
    }

    /** Asks for {@code quantities} as sent by one of the first {@code telegrams} telegrams since the last change. */
    public void showsAsSent(Collection<Quantity> quantities, int telegrams) {
        Set<Quantity> asked = claimed(quantities);
        if (asked.isEmpty()) {
            throw NotClaimed.of(names(quantities) + " not claimed");
        }
        Set<Quantity> tracers = tracers();
        tracers.removeAll(wrongBefore);
        asked.addAll(tracers);
        Instant from = bench.mark();
        Duration asking = bench.ask(asked, (from.equals(Instant.MIN) ? bench.now() : from).plusSeconds(telegrams));
        if (from.equals(Instant.MIN)) {
            bench.await(patience(), Duration.ZERO, e -> e.heard() ? Optional.of(true) : Optional.empty());
        }
        // a telegram each second; the last of them may begin at the end of this span
        Instant last = (from.equals(Instant.MIN) ? bench.now() : from)
                .plusSeconds(tracers.isEmpty() ? Math.max(telegrams, QUIET_PATIENCE) : telegrams)
                .plus(slowness(asked))
                .plus(asking);
        Optional<SentTelegram> agreed = bench.await(last, bench.reaction(asked), e -> e.agreement(asked, from)
                .filter(t -> t.due().isBefore(last)));
        if (agreed.isEmpty()) {
            throw notAsSent(asked, from, last, telegrams);
        }
        inventsNone(asked);
    }

    private RuntimeException notAsSent(Set<Quantity> asked, Instant from, Instant last, int telegrams) {
        bench.checkSent();
        Evidence evidence = bench.evidence();
        if (!evidence.telegramsSince(from).isEmpty() && !evidence.news(asked, from)) {
            return NotJudged.of("nothing of " + names(asked) + " has changed, so it cannot be seen whether the CEMS has"
                    + " read on; claim a value that changes, like power-import or meter-time");
        }
        Finding finding = evidence.agreement(asked, from)
                .map(t -> Finding.of(
                                "expected", "values of one of the first " + telegrams + " telegrams since the change")
                        .and("was", "agreed with telegram " + t.number() + " and none before")
                        .and(evidence.kindOfBeginningLate(asked, from, last)))
                .orElseGet(() -> evidence.disagreement(asked, from));
        return bench.failed(evidence.muteness()
                .map(why -> finding.and("hint", why + "; " + REMEDY))
                .orElse(finding));
    }

    /** Asks that {@code quantity} is not shown, once the CEMS has read a telegram since the last change. */
    public void showsNo(Quantity quantity) {
        if (claimed(Set.of(quantity)).isEmpty()) {
            throw NotClaimed.of(quantity + " not claimed");
        }
        showsAsSent(Set.of(quantity));
        String shown = bench.evidence().current().get(quantity);
        if (shown != null) {
            throw bench.failed(bench.evidence()
                    .lastOf(quantity, quantity + " not shown")
                    .and("was", shown)
                    .and(bench.evidence().kindOf(quantity, shown)));
        }
        bench.checkAbsence(UserPort.P1);
    }

    /** Asks that nothing is presented as current any more, when the declared freshness is over. */
    public void presentsNothing() {
        Duration freshness = bench.plan().freshness();
        Instant begin = bench.mark().equals(Instant.MIN) ? bench.now() : bench.mark();
        bench.await(begin.plus(freshness), bench.reaction(), e -> Optional.<Boolean>empty());
        bench.askWhetherCurrent(EnumSet.allOf(UserPort.class));
        Map<Quantity, String> current = bench.evidence().current();
        current.keySet().retainAll(claimed(current.keySet()));
        // How many were lost is as true without a stream.
        current.keySet().removeAll(SampleEvidence.counts());
        Map<Quantity, String> rightBefore = new EnumMap<>(Quantity.class);
        rightBefore.putAll(current);
        rightBefore.keySet().removeAll(wrongBefore);
        if (!current.isEmpty()) {
            throw bench.failed(Finding.of(
                            "expected",
                            "nothing presented as current",
                            bench.plan().claims().freshness() + " after "
                                    + bench.evidence().last() + ", as claimed")
                    .and("was", current.size() + " values: " + abbreviated(current))
                    .and(bench.evidence().kindOf(rightBefore.isEmpty() ? current : rightBefore))
                    .and("hint", STALE_HINT));
        }
        bench.checkAbsence(UserPort.P1);
    }

    /** Asks that every value that was ever shown had been sent before. */
    public void inventsNothing() {
        Set<Quantity> asked = claimed(ofP1());
        asked.removeAll(wrongBefore);
        inventsNone(asked);
    }

    /** A telegram enters the ledger after its last octet, when a quick CEMS may have shown it: so it is asked twice. */
    private void inventsNone(Set<Quantity> quantities) {
        int first = Math.max(settled, bench.carried());
        Optional<Boolean> none = bench.await(
                bench.now(),
                bench.reaction(),
                e -> e.invention(quantities, first).isEmpty() ? Optional.of(true) : Optional.empty());
        if (none.isEmpty()) {
            bench.evidence().invention(quantities, first).ifPresent(finding -> {
                throw bench.failed(finding);
            });
        }
    }

    /** Asks that no event of that name was told. */
    public void raisesNo(String event) {
        long events = bench.evidence().events(event);
        if (events > 0) {
            Finding finding = Finding.of("expected", "no event '" + event + "'")
                    .and("was", events + " of them")
                    .and(Kind.FALSE_ALARM);
            throw bench.failed(
                    bench.evidence().secondVoltageIsZero()
                                    || bench.sampleEvidence().isDelta()
                            ? finding.and(
                                    "hint", "in delta L2 is the reference: its 0 V are no sign of a broken sensor")
                            : finding);
        }
    }

    /** Asks that nothing was sent to the port while the meter sent {@code telegrams} more. */
    public void sendsNothing(int telegrams) {
        bench.passUntil(bench.now().plusSeconds(telegrams));
        if (bench.heard() > 0) {
            throw bench.failed(Finding.of("expected", "no octet sent to the meter")
                    .and("was", bench.heard() + " octets")
                    .and("hint", "a P1 port has no line in which to send; nothing reads them"));
        }
    }

    /** {@return what is claimed of the values by which a telegram is known, and shown finely enough for that} */
    private Set<Quantity> tracers() {
        Set<Quantity> tracers = claimed(Evidence.TRACERS);
        tracers.removeIf(q -> !bench.plan().claims().tells(q));
        return tracers;
    }

    private Instant patience() {
        return bench.now()
                .plusMillis(bench.plan().rig().patience().milliseconds()
                        * bench.plan().timeScale());
    }

    private int recovery() {
        return bench.plan().claims().recovery();
    }

    /** How much longer than one that shows every telegram this CEMS may take until it shows the slowest of {@code asked}. */
    private Duration slowness(Collection<Quantity> asked) {
        Duration more = bench.plan().claims().longestInterval(asked).minus(A_TELEGRAM);
        return more.isNegative() ? Duration.ZERO : more;
    }

    private Set<Quantity> claimed(Collection<Quantity> quantities) {
        Set<Quantity> claimed = EnumSet.noneOf(Quantity.class);
        claimed.addAll(quantities);
        claimed.retainAll(bench.plan().claims().shown());
        return claimed;
    }

    private static Set<Quantity> ofP1() {
        Set<Quantity> ofP1 = EnumSet.allOf(Quantity.class);
        ofP1.removeIf(q -> q.port() != UserPort.P1);
        return ofP1;
    }

    private static String names(Collection<Quantity> quantities) {
        return quantities.stream().map(Quantity::slug).sorted().collect(Collectors.joining(", "));
    }

    private static String abbreviated(Map<Quantity, String> values) {
        return values.entrySet().stream()
                .limit(3)
                .map(e -> (e.getKey() + " " + e.getValue() + " " + e.getKey().unit()).stripTrailing())
                .collect(Collectors.joining(", ", "", values.size() > 3 ? ", …" : ""));
    }
}
