package io.userports.conformance.cems;

import io.userports.conformance.cems.Review.Level;
import io.userports.conformance.cems.Review.Remark;
import io.userports.conformance.rig.Rig;
import io.userports.grid.Edition;
import io.userports.grid.Wiring;
import io.userports.p1.ObisCode;
import io.userports.p1.P1Object;
import io.userports.p1.Presence;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rules of a {@link Review}, one method each. */
final class Reviewer {
    /** Nothing else that a scenario waits for takes longer. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** The moment of a reading, and the reading. */
    private static final Map<Quantity, Quantity> READING_OF = Map.of(
            Quantity.GAS_TIME, Quantity.GAS_VOLUME,
            Quantity.WATER_TIME, Quantity.WATER_VOLUME,
            Quantity.DEMAND_PEAK_TIME, Quantity.DEMAND_PEAK);

    private final Claims claims;
    private final Rig rig;
    private final Set<Quantity> tracers;
    private final Set<Quantity> shown;
    private final List<Remark> remarks = new ArrayList<>();

    Reviewer(Claims claims, Rig rig, Set<Quantity> tracers) {
        this.claims = claims;
        this.rig = rig;
        this.tracers = tracers;
        this.shown = claims.shown();
    }

    List<Remark> remarks() {
        if (shown.isEmpty()) {
            note(
                    Level.PRESUPPOSITION,
                    "claims.quantities",
                    "no quantity is claimed, so hardly anything is asked; name what the CEMS shows");
        } else {
            ports();
            signs();
        }
        times();
        existence();
        readings();
        return List.copyOf(remarks);
    }

    private void ports() {
        for (UserPort port : UserPort.values()) {
            if (claims.reads(port) && none(q -> q.port() == port)) {
                note(
                        Level.PRESUPPOSITION,
                        "claims.ports",
                        port + " is claimed and no quantity that is read from it, so nothing can be asked about it;"
                                + " name what the CEMS shows of it, or leave the port out");
            }
            if (claims.reads(port) && rig.port(port).isEmpty()) {
                note(
                        Level.PRESUPPOSITION,
                        "claims.ports",
                        port
                                + " is claimed and this rig has none, so its scenarios are N/A; use a rig with both ports");
            }
        }
    }

    private void signs() {
        if (some(q -> q.port() == UserPort.P1) && none(tracers::contains)) {
            note(
                    Level.PRESUPPOSITION,
                    "claims.quantities",
                    "none of " + names(tracers) + " is claimed, by which it is seen which telegram was read; where"
                            + " nothing else changes the verdict is INCONCLUSIVE; claim one of them if it is shown");
        }
        if (some(q -> q.port() == UserPort.S1)
                && none(q -> q.port() == UserPort.S1 && !q.unit().isEmpty())) {
            note(
                    Level.PRESUPPOSITION,
                    "claims.quantities",
                    "no figure of S1 that is measured is claimed, so it can hardly be seen whether S1 was read; claim one"
                            + " that changes, like s1-power");
        }
        claims.resolutions().forEach((quantity, step) -> {
            if (tracers.contains(quantity)
                    && quantity.unit().equals("kW")
                    && !claims.tells(quantity)
                    && tracers.stream().noneMatch(t -> shown.contains(t) && claims.tells(t))) {
                note(
                        Level.PRESUPPOSITION,
                        "claims.quantities",
                        quantity + " is shown in steps of " + step.toPlainString() + " kW and nothing finer tells which"
                                + " telegram was read, because that is written into the last watts; claim meter-time,"
                                + " or show steps of 10 W");
            }
        });
    }

    private void times() {
        if (millis(claims.freshness()) < millis(claims.interval())) {
            note(
                    Level.CONTRADICTION,
                    "claims.freshness",
                    "'" + claims.freshness() + "' is shorter than the interval '" + claims.interval()
                            + "': values would be stale before the next are shown; write a longer time");
        }
        if (millis(claims.freshness()) > LONG.toMillis()) {
            note(
                    Level.NOTICE,
                    "claims.freshness",
                    "for '" + claims.freshness() + "' a meter without consent looks alive, and each scenario that"
                            + " withdraws consent lasts as long; must it be more than a minute?");
        }
        Duration quickest = claims.intervals().values().stream()
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (quickest.toMillis() > millis(rig.patience())) {
            note(
                    Level.PRESUPPOSITION,
                    "claims.interval",
                    "no value is shown anew within the '" + rig.patience() + "' that the rig has patience, so the CEMS"
                            + " may never be seen to read; write a longer patience in the rig");
        }
    }

    /** What no meter has that the CEMS claims to read. */
    private void existence() {
        boolean onePhase = claims.wirings().equals(List.of(Wiring.SINGLE_PHASE));
        Set<Quantity> ofThree = which(q -> onePhase && isOfThreePhases(q));
        if (!ofThree.isEmpty()) {
            note(
                    Level.CONTRADICTION,
                    "claims.wirings",
                    names(ofThree)
                            + " of meters of three phases claimed, and no such meter; add star or delta, or leave"
                            + " them out");
        }
        Set<Quantity> unknown = which(q -> object(q)
                .filter(o -> claims.editions().stream().noneMatch(o::knownIn))
                .isPresent());
        if (!unknown.isEmpty()) {
            note(
                    Level.CONTRADICTION,
                    "claims.editions",
                    names(unknown) + " claimed, which no claimed edition (" + numbers(claims.editions())
                            + ") has; add a newer edition, or leave them out");
        }
    }

    private static boolean isOfThreePhases(Quantity quantity) {
        return quantity.port() == UserPort.S1
                ? quantity.slug().matches(".*-l[23]")
                : object(quantity)
                        .filter(o -> o.presence() == Presence.POLYPHASE)
                        .isPresent();
    }

    /** The objects of sub-meters depend on what is connected, which no claim tells. */
    private static Optional<P1Object> object(Quantity quantity) {
        return ObisCode.parse(quantity.source()).flatMap(P1Object::of);
    }

    private void readings() {
        READING_OF.forEach((time, reading) -> {
            if (shown.contains(time) && !shown.contains(reading)) {
                note(
                        Level.NOTICE,
                        "claims.quantities",
                        time + " is claimed without " + reading
                                + ", so a wrong reading is not noticed; claim it if it is" + " shown");
            }
        });
    }

    private boolean some(Predicate<Quantity> is) {
        return shown.stream().anyMatch(is);
    }

    private boolean none(Predicate<Quantity> is) {
        return !some(is);
    }

    private Set<Quantity> which(Predicate<Quantity> is) {
        Set<Quantity> which = EnumSet.noneOf(Quantity.class);
        which.addAll(shown);
        which.removeIf(is.negate());
        return which;
    }

    private void note(Level level, String key, String says) {
        remarks.add(new Remark(level, key, says));
    }

    private static String names(Set<Quantity> quantities) {
        return quantities.stream().sorted().map(Quantity::slug).collect(Collectors.joining(", "));
    }

    private static String numbers(List<Edition> editions) {
        return editions.stream().map(Edition::number).collect(Collectors.joining(", "));
    }

    private static long millis(Amount time) {
        return time.milliseconds();
    }
}
