package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.complex.ComplexUtils;

/**
 * The network that feeds a household, as its profile writes it.
 *
 * @param harmonics of the voltage; those of an ordinary evening when left out, none for an empty list
 * @param frequency in the middle; 50 Hz when left out
 * @param wander how far it strays from there; 20 mHz when left out
 * @param unbalance the negative sequence in parts of the positive one; none when left out
 * @param flicker none when left out
 * @param events sags, swells, interruptions and phase jumps
 */
public record Supply(
        List<Harmonic> harmonics,
        Amount frequency,
        Amount wander,
        Amount unbalance,
        Flicker flicker,
        List<VoltageEvent> events) {
    /** What is so when a profile says nothing. */
    static final Supply DEFAULT = new Supply(null, null, null, null, null, null);

    /** In percent (EN 50160). */
    private static final double MOST_DISTORTION = 8;

    private static final double MOST_UNBALANCE = 2;

    /** Each of them is looked at in every second. */
    private static final int MOST_EVENTS = 500;

    /** In milliseconds: for so long inverters watch a network that has come back before they trust it. */
    private static final long RECONNECTION = 60_000;

    /** What a network strays from its frequency on an ordinary day. */
    private static final double USUAL_WANDER = 0.02;

    public Supply {
        harmonics = harmonics == null
                ? List.of(harmonic(3, "0.8 %", 180), harmonic(5, "1.5 %", 180), harmonic(7, "1.0 %", 0))
                : List.copyOf(harmonics);
        frequency = frequency == null ? Amount.parse("50 Hz") : frequency;
        unbalance = unbalance == null ? Amount.parse("0 %") : unbalance;
        flicker = flicker == null ? Flicker.NONE : flicker;
        events = events == null ? List.of() : List.copyOf(events);
        Set<Integer> orders = new HashSet<>();
        double squares = 0;
        for (int i = 0; i < harmonics.size(); i++) {
            Harmonic harmonic = harmonics.get(i);
            squares += Math.pow(harmonic.share().percent(), 2);
            if (!orders.add(harmonic.order())) {
                throw KeyException.of(
                        "harmonics." + i + ".order", "'" + harmonic.order() + "' stands there already; once an order");
            }
        }
        if (Math.sqrt(squares) > MOST_DISTORTION) {
            throw KeyException.of(
                    "harmonics",
                    String.format(
                            Locale.ROOT, "distort the voltage by %.1f %%; EN 50160 allows 8 %%", Math.sqrt(squares)));
        }
        if (events.size() > MOST_EVENTS) {
            throw KeyException.of("events", events.size() + " events; allowed are at most " + MOST_EVENTS);
        }
        double hertz = KeyException.at("frequency", frequency::hertz);
        if (hertz < FrequencyRamp.LEAST || hertz > FrequencyRamp.MOST) {
            throw KeyException.of("frequency", "'" + frequency + "' is not 47 to 52 Hz");
        }
        double room = Math.min(hertz - FrequencyRamp.LEAST, FrequencyRamp.MOST - hertz);
        wander = wander == null ? Amount.parse(room < USUAL_WANDER ? "0 mHz" : "20 mHz") : wander;
        double strays = KeyException.at("wander", wander::hertz);
        if (strays < 0 || strays > room) {
            throw KeyException.of(
                    "wander",
                    "'" + wander + "' around " + frequency + " leaves 47 to 52 Hz; lower it or set it to 0 Hz");
        }
        double negative = KeyException.at("unbalance", unbalance::percent);
        if (negative < 0 || negative > MOST_UNBALANCE) {
            throw KeyException.of("unbalance", "'" + unbalance + "' is not 0 to 2 %, what EN 50160 allows");
        }
    }

    private static Harmonic harmonic(int order, String share, int angle) {
        return new Harmonic(order, Amount.parse(share), angle);
    }

    /** Refuses what cannot be in {@code wiring}. */
    void check(Wiring wiring) {
        if (unbalance.percent() > 0 && wiring == Wiring.SINGLE_PHASE) {
            throw KeyException.of("unbalance", "'" + unbalance + "' of a single phase; allowed there: 0 %");
        }
        for (int i = 0; i < events.size(); i++) {
            for (Tap tap : events.get(i).at()) {
                if (!VoltageEvent.taps(wiring).contains(tap)) {
                    throw KeyException.of(
                            "events." + i + ".at",
                            "'" + tap + "' is no voltage that changes on its own in " + wiring + " wiring; allowed: "
                                    + String.join(
                                            ", ",
                                            VoltageEvent.taps(wiring).stream()
                                                    .map(Tap::toString)
                                                    .toList()));
                }
            }
        }
    }

    /** {@return the voltages of 1 V of an undisturbed network, L1 first} */
    List<Spectrum> voltages(Wiring wiring) {
        Spectrum form = Spectrum.sine(1, 0);
        for (Harmonic harmonic : harmonics) {
            form = form.with(harmonic.order(), harmonic.part(), Math.toRadians(harmonic.angle()));
        }
        List<Spectrum> voltages = new ArrayList<>();
        for (int phase = 0; phase < wiring.phases(); phase++) {
            double angle = wiring.angle(phase);
            // The negative sequence turns backwards: where the positive one leads by an angle, it lags by the same.
            Complex sum = Complex.ONE.add(ComplexUtils.polar2Complex(unbalance.percent() / 100, -2 * angle));
            voltages.add(
                    wiring == Wiring.DELTA && phase == 1
                            ? Spectrum.ZERO
                            : form.times(sum.abs()).leadingBy(angle + sum.getArgument()));
        }
        return List.copyOf(voltages);
    }

    /** {@return the parts of the second that begins at {@code begin}, in each of which the voltages keep their form} */
    List<Second.Part> parts(Instant begin, Wiring wiring, List<Spectrum> usual) {
        List<VoltageEvent.Occurrence> occurrences = new ArrayList<>();
        long start = begin.toEpochMilli();
        for (VoltageEvent event : events) {
            occurrences.addAll(event.between(start - RECONNECTION - 1000, start + 1000));
        }
        TreeSet<Double> bounds = new TreeSet<>(flicker.changesAround(begin.getEpochSecond()));
        for (VoltageEvent.Occurrence occurrence : occurrences) {
            bounds.add((occurrence.begin() - start) / 1000.0);
            bounds.add((occurrence.end() - start) / 1000.0);
            bounds.add((occurrence.end() + RECONNECTION - start) / 1000.0);
        }
        List<Double> inside = List.copyOf(bounds.subSet(-Span.EDGE, false, 1.0, false));
        Map<List<Change>, Conductors> known = new HashMap<>();
        List<Second.Part> parts = new ArrayList<>();
        for (int i = 0; i <= inside.size(); i++) {
            double from = i == 0 ? -Span.EDGE : inside.get(i - 1);
            double to = i == inside.size() ? 1 : inside.get(i);
            List<Change> changes = changes(occurrences, begin, (from + to) / 2, wiring.phases());
            Conductors conductors = known.computeIfAbsent(changes, c -> conductors(wiring, usual, c));
            parts.add(new Second.Part(Span.of(from, to), conductors));
        }
        return parts;
    }

    /** What has happened to one voltage: how large it is, by how many degrees it leads, whether inverters keep away. */
    private record Change(double factor, int degrees, boolean away) {
        Spectrum of(Spectrum voltage) {
            Spectrum sized = factor == 1 ? voltage : voltage.times(factor);
            return degrees == 0 ? sized : sized.leadingBy(Math.toRadians(degrees));
        }
    }

    private List<Change> changes(List<VoltageEvent.Occurrence> occurrences, Instant begin, double seconds, int phases) {
        double now = begin.toEpochMilli() + 1000 * seconds;
        double flickers = flicker.factorAt(begin.getEpochSecond(), seconds);
        List<Change> changes = new ArrayList<>();
        for (int phase = 0; phase < phases; phase++) {
            Change change = new Change(flickers, 0, false);
            for (VoltageEvent.Occurrence occurrence : occurrences) {
                VoltageEvent event = occurrence.event();
                if (event.changes(phase) && occurrence.begin() <= now) {
                    boolean lasts = now < occurrence.end();
                    boolean away = Reaction.trips(event.factor()) && now < occurrence.end() + RECONNECTION;
                    change = new Change(
                            change.factor() * (lasts ? event.factor() : 1),
                            change.degrees() + (lasts ? event.phaseJump() : 0),
                            change.away() || away);
                }
            }
            changes.add(change);
        }
        return changes;
    }

    private static Conductors conductors(Wiring wiring, List<Spectrum> usual, List<Change> changes) {
        List<Spectrum> voltages = new ArrayList<>();
        Set<Integer> away = new HashSet<>();
        for (int phase = 0; phase < usual.size(); phase++) {
            voltages.add(changes.get(phase).of(usual.get(phase)));
            if (changes.get(phase).away()) {
                away.add(phase);
            }
        }
        return new Conductors(wiring, usual, voltages, away);
    }
}
