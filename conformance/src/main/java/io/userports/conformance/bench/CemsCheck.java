package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Evidence;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.SampleEvidence;
import io.userports.conformance.rig.Rig;
import io.userports.grid.Edition;
import io.userports.grid.Profile;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * What a CEMS shows of one good stream: whether its {@code cems.yaml} says rightly where its values are.
 *
 * @param rows one a quantity that it claims, in the order of the catalogue
 * @param neverFound what of its mappings was never found
 * @param unreadable what it said that could not be understood
 */
public record CemsCheck(List<Row> rows, List<String> neverFound, List<Observation.Unreadable> unreadable) {
    /** Telegrams in which a CEMS that reads has shown all that it claims. */
    private static final int SETTLING = 5;

    /**
     * One quantity.
     *
     * @param quantity which one
     * @param shown what the CEMS shows now
     * @param wrong what was expected, and maybe why it is not so; empty when it is shown as it was sent
     */
    public record Row(Quantity quantity, Optional<String> shown, Optional<Finding> wrong) {}

    public CemsCheck {
        rows = List.copyOf(rows);
        neverFound = List.copyOf(neverFound);
        unreadable = List.copyOf(unreadable);
    }

    /** {@return whether everything that is claimed is shown as it was sent} */
    public boolean isGood() {
        return rows.stream().allMatch(row -> row.wrong().isEmpty());
    }

    /**
     * {@return what the CEMS that {@code spec} declares makes of a house with all that a meter can have}
     *
     * <p>Throws what a scenario would, when the CEMS ends or the bench fails.
     */
    public static CemsCheck of(Rig rig, CemsSpec spec, long seed) {
        AtomicReference<Cems> started = new AtomicReference<>();
        DeclaredStarter declared =
                new DeclaredStarter(spec, spec.start().zones().get(0), 1);
        CemsStarter starter = sockets -> {
            started.set(declared.start(sockets));
            return started.get();
        };
        Plan plan = new Plan(rig, spec.claims(), starter, seed, 1);
        try (Bench bench = new Bench(plan)) {
            bench.scene().household(household(spec));
            if (spec.claims().reads(UserPort.S1)) {
                bench.scene().sampled();
            }
            bench.start();
            return look(bench, started.get());
        }
    }

    private static Profile household(CemsSpec spec) {
        Profile profile = Stream.of("three-phase", "delta", "single-phase")
                .map(Profile::of)
                .filter(house -> spec.claims().wirings().contains(house.wiring()))
                .findFirst()
                .orElseThrow();
        List<Edition> editions = spec.claims().editions();
        return editions.contains(profile.edition()) ? profile : profile.withEdition(editions.get(editions.size() - 1));
    }

    private static CemsCheck look(Bench bench, Cems cems) {
        Set<Quantity> claimed = bench.plan().claims().shown();
        Set<Quantity> ofP1 = EnumSet.noneOf(Quantity.class);
        Set<Quantity> ofS1 = EnumSet.noneOf(Quantity.class);
        claimed.forEach(q -> (q.port() == UserPort.P1 ? ofP1 : ofS1).add(q));
        Duration asking = bench.ask(claimed, bench.now().plusSeconds(SETTLING));
        Instant last = bench.now()
                .plusMillis(bench.plan().rig().patience().milliseconds())
                .plus(asking);
        bench.passUntil(bench.now().plusSeconds(SETTLING));
        bench.await(last, bench.reaction(claimed), e -> settled(ofP1.stream().allMatch(q -> isSent(e, q))));
        bench.awaitSamples(
                last, bench.reaction(claimed), e -> settled(ofS1.stream().allMatch(q -> isSampled(e, q))));
        Evidence evidence = bench.evidence();
        SampleEvidence samples = bench.sampleEvidence();
        List<Row> rows = new ArrayList<>();
        ofP1.forEach(q -> rows.add(new Row(
                q,
                Optional.ofNullable(evidence.current().get(q)),
                isSent(evidence, q) ? Optional.empty() : Optional.of(evidence.disagreement(Set.of(q), Instant.MIN)))));
        ofS1.forEach(q -> rows.add(new Row(
                q,
                samples.shown(q),
                isSampled(samples, q) ? Optional.empty() : Optional.of(samples.disagreement(Set.of(q), Instant.MIN)))));
        return new CemsCheck(rows, cems.neverFound(), unreadable(evidence.observations()));
    }

    private static Optional<Boolean> settled(boolean all) {
        return all ? Optional.of(true) : Optional.empty();
    }

    private static boolean isSent(Evidence evidence, Quantity quantity) {
        return evidence.heard() && evidence.wrong(Set.of(quantity)).isEmpty();
    }

    private static boolean isSampled(SampleEvidence samples, Quantity quantity) {
        return SampleEvidence.counts().contains(quantity) || samples.agrees(Set.of(quantity), Instant.MIN);
    }

    private static List<Observation.Unreadable> unreadable(List<Stamped> observations) {
        return observations.stream()
                .map(Stamped::observation)
                .filter(Observation.Unreadable.class::isInstance)
                .map(Observation.Unreadable.class::cast)
                .toList();
    }
}
