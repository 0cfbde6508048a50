package io.userports.grid;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The voltage of a phase, distorted as usual, in parts of its fundamental. */
    private static final Spectrum MAINS =
            Spectrum.sine(1, 0).with(3, 0.008, Math.PI).with(5, 0.015, Math.PI).with(7, 0.010, 0);

    private final Profile profile;
    private final Noise noise;

    private Household(Profile profile, Noise noise) {
        this.profile = profile;
        this.noise = noise;
    }

    /** {@return the home that {@code profile} describes, its chance drawn from {@code seed}} */
    public static Household of(Profile profile, long seed) {
        return new Household(profile, new Noise(seed));
    }

    /** {@return what its profile says} */
    public Profile profile() {
        return profile;
    }

    /** {@return the state at {@code start}, a whole second} */
    public MeterState at(Instant start) {
        PhaseState[] phases = phasesAt(start, true);
        double net = Arrays.stream(phases).mapToDouble(PhaseState::power).sum();
        return new MeterState(
                start,
                profile.nameplate(),
                List.of(phases),
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
        PhaseState[] phases = phasesAt(time, state.switches().breaker() == SwitchState.CONNECTED);
        double net = Arrays.stream(phases).mapToDouble(PhaseState::power).sum();
        long energy = Math.round(net * 1000);
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
                List.of(phases),
                state.registers().after(energy, state.tariff()),
                profile.tariff().at(local),
                state.demand().after(Math.max(energy, 0), time),
                state.switches(),
                state.text(),
                subMeters);
    }

    private PhaseState[] phasesAt(Instant time, boolean connected) {
        ZonedDateTime local = Brussels.at(time);
        Conductors conductors = new Conductors(profile.wiring(), voltagesAt(time.getEpochSecond()));
        if (connected) {
            for (Load load : profile.loads()) {
                double watts = load.wattsAt(local, noise);
                if (watts > 0) {
                    conductors.add(load.kind(), load.at(), watts);
                }
            }
            double solar = profile.solar().wattsAt(local, noise);
            if (solar > 0) {
                conductors.add(Appliance.INVERTER, profile.solar().at(), -solar);
            }
            conductors.add(Appliance.RESISTIVE, smallest(), unrest(time, conductors.power()));
        }
        return conductors.phases();
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

    private Tap smallest() {
        return profile.wiring() == Wiring.DELTA ? Tap.L1_L2 : Tap.L1;
    }

    private Spectrum[] voltagesAt(long second) {
        Spectrum[] voltages = new Spectrum[profile.wiring().phases()];
        for (int phase = 0; phase < voltages.length; phase++) {
            double drift = 0.008 * noise.smooth("voltage " + phase, second, 240)
                    + 0.001 * (2 * noise.at("voltage unrest " + phase, second) - 1);
            double rms = profile.voltage().volts() * (1 + drift);
            voltages[phase] = profile.wiring() == Wiring.DELTA && phase == 1
                    ? Spectrum.ZERO
                    : MAINS.times(rms).leadingBy(profile.wiring().angle(phase));
        }
        return voltages;
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
