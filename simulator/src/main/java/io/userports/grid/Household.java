package io.userports.grid;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A home in time: it folds one {@link MeterState} into that of the next second.
 *
 * <p>There is no clock inside: the same profile, seed and start give the same states.
 */
public final class Household {
    /**
     * Within this many consecutive seconds no two net powers are equal, so that a value that a CEMS shows belongs to
     * exactly one telegram.
     */
    public static final int TRACER_SPAN = 128;

    /** Odd, so that it visits every residue of the span; large, so that neighbours differ visibly. */
    private static final int TRACER_STRIDE = 37;

    /**
     * Where less than this part of a second is supplied, no load could bring its net power to any whole number without a
     * current that no home takes.
     */
    private static final double LEAST_TRACED = 0.009;

    /** A second in which half of the usual power can be had is as good as any. */
    private static final double MOSTLY = 0.5;

    private final Profile profile;
    private final Noise noise;
    private final List<Spectrum> voltages;

    private Household(Profile profile, Noise noise) {
        this.profile = profile;
        this.noise = noise;
        this.voltages = profile.supply().voltages(profile.wiring());
    }

    /** {@return the home that {@code profile} describes, its chance drawn from {@code seed}} */
    public static Household of(Profile profile, long seed) {
        return new Household(profile, new Noise(seed, profile.steady()));
    }

    /** {@return what its profile says} */
    public Profile profile() {
        return profile;
    }

    /** {@return the state at {@code start}, a whole second} */
    public MeterState at(Instant start) {
        Waves waves = wavesAt(start, true, 0, Cycle.steady(frequencyAt(start)), Optional.empty());
        double net = waves.power();
        return new MeterState(
                start,
                profile.nameplate(),
                waves,
                0,
                Optional.empty(),
                profile.registers().registers(),
                profile.tariff().at(Brussels.at(start)),
                demandAt(start, net),
                Switches.DEFAULT,
                "",
                profile.subMeters().stream().map(m -> m.at(start)).toList());
    }

    /** {@return the state one second after {@code state}} */
    public MeterState after(MeterState state) {
        Instant time = state.time().plusSeconds(1);
        ZonedDateTime local = Brussels.at(time);
        double frequency = state.ramp().map(r -> r.hertzAt(time)).orElseGet(() -> frequencyAt(time));
        Cycle cycle = state.waves().cycle().next(frequency);
        Waves waves =
                wavesAt(time, state.switches().breaker() == SwitchState.CONNECTED, state.heater(), cycle, state.ramp());
        long energy = Math.round(waves.power() * 1000);
        List<SubMeter> subMeters = new ArrayList<>();
        for (SubMeter meter : state.subMeters()) {
            subMeters.add(profile.subMeters().stream()
                    .filter(p -> p.channel() == meter.channel())
                    .findFirst()
                    .map(p -> p.after(meter, local, noise))
                    .orElse(meter));
        }
        return new MeterState(
                time,
                state.nameplate(),
                waves,
                state.heater(),
                state.ramp(),
                state.registers().after(energy, state.tariff()),
                profile.tariff().at(local),
                state.demand().after(Math.max(energy, 0), time),
                state.switches(),
                state.text(),
                subMeters);
    }

    /** What the conductors carried in the second that ended at {@code time}. */
    private Waves wavesAt(Instant time, boolean connected, double heater, Cycle cycle, Optional<FrequencyRamp> ramp) {
        List<Spectrum> usual = voltagesAt(time.getEpochSecond());
        Second second = new Second(
                Brussels.at(time),
                noise,
                back -> cycleBefore(cycle, time, back, ramp),
                profile.supply().parts(time.minusSeconds(1), profile.wiring(), usual));
        List<Stretch> stretches = second.voltages();
        if (!connected) {
            return Waves.of(profile.wiring(), cycle, stretches);
        }
        for (Load load : profile.loads()) {
            stretches.addAll(load.stretchesIn(second));
        }
        stretches.addAll(profile.solar().stretchesIn(second));
        if (heater > 0) {
            stretches.addAll(second.currents(
                    Span.ALL, traced(second), t -> Appliance.RESISTIVE.current(Appliance.RESISTIVE, t, heater)));
        }
        List<Stretch> unit =
                second.currents(Span.ALL, traced(second), t -> Appliance.RESISTIVE.current(Appliance.RESISTIVE, t, 1));
        return Waves.of(
                profile.wiring(),
                cycle,
                stretches,
                unit,
                (power, ofUnit) -> noise.still() || ofUnit < LEAST_TRACED ? 0 : unrest(time, power) / ofUnit);
    }

    /** How the network turned {@code back} seconds before {@code cycle}, whose second ends at {@code time}. */
    private Cycle cycleBefore(Cycle cycle, Instant time, int back, Optional<FrequencyRamp> ramp) {
        Cycle before = cycle;
        for (int i = 1; i <= back; i++) {
            Instant begin = time.minusSeconds(i + 1L);
            before = before.before(ramp.filter(r -> !begin.isBefore(r.begin()))
                    .map(r -> r.hertzAt(begin))
                    .orElseGet(() -> frequencyAt(begin)));
        }
        return before;
    }

    /** Networks are never quite at their nominal frequency. */
    private double frequencyAt(Instant time) {
        return profile.supply().frequency().hertz()
                + profile.supply().wander().hertz() * noise.smooth("frequency", time.getEpochSecond(), 60);
    }

    /**
     * Small loads that come and go. They bring the net power to a whole number of watts that differs, modulo
     * {@link #TRACER_SPAN}, from those of the seconds around it.
     */
    private static double unrest(Instant time, double power) {
        long wanted = Math.floorMod(time.getEpochSecond() * TRACER_STRIDE, (long) TRACER_SPAN);
        long floor = (long) Math.ceil(power);
        return floor + Math.floorMod(wanted - floor, (long) TRACER_SPAN) - power;
    }

    /** Where the small loads of the unrest are: on L1, or in a second in which that fails where there is more voltage. */
    private Tap traced(Second second) {
        List<Tap> taps = List.copyOf(VoltageEvent.taps(profile.wiring()));
        Tap best = taps.get(0);
        double most = second.supplied(best.phase());
        for (Tap tap : taps) {
            double supplied = second.supplied(tap.phase());
            if (most < MOSTLY && supplied > most) {
                best = tap;
                most = supplied;
            }
        }
        return best;
    }

    private List<Spectrum> voltagesAt(long second) {
        List<Spectrum> usual = new ArrayList<>();
        for (int phase = 0; phase < profile.wiring().phases(); phase++) {
            double drift = 0.008 * noise.smooth("voltage " + phase, second, 240)
                    + 0.001 * noise.unrest("voltage unrest " + phase, second);
            usual.add(voltages.get(phase).times(profile.voltage().volts() * (1 + drift)));
        }
        return usual;
    }

    /** What the meter remembers from before the start: the running quarter, this month and past months. */
    private Demand demandAt(Instant start, double net) {
        ZonedDateTime local = Brussels.at(start);
        ZonedDateTime month = local.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        long elapsed = Math.floorMod(start.getEpochSecond(), (long) Demand.QUARTER_SECONDS);
        List<Demand.Month> history = new ArrayList<>();
        for (int back = profile.history() - 1; back >= 0; back--) {
            ZonedDateTime captured = month.minusMonths(back);
            history.add(new Demand.Month(
                    captured.toInstant(), Optional.of(peakBetween(captured.minusMonths(1), captured))));
        }
        boolean firstQuarter = Duration.between(month.toInstant(), start).getSeconds() < Demand.QUARTER_SECONDS;
        return new Demand(
                Math.round(Math.max(net, 0) * 1000) * elapsed,
                firstQuarter ? Optional.empty() : Optional.of(peakBetween(month, local)),
                history);
    }

    private Demand.Peak peakBetween(ZonedDateTime from, ZonedDateTime to) {
        long quarters = Duration.between(from, to).getSeconds() / Demand.QUARTER_SECONDS;
        long quarter = 1 + (long) (noise.at("peak quarter", from.toEpochSecond()) * quarters);
        Instant end = from.toInstant().plusSeconds(Math.min(quarter, quarters) * Demand.QUARTER_SECONDS);
        return new Demand.Peak(end, 2000 + (int) (noise.at("peak", from.toEpochSecond()) * 4000));
    }
}
