package io.userports.meter;

import io.userports.fault.Disturbances;
import io.userports.fault.Disturber;
import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.grid.Noise;
import io.userports.p1.P1Codec;
import io.userports.s1.S1Settings;
import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * A meter that runs: each second at most one telegram of P1 (DSMR 5.0.2 P1 §6.1), and the samples of that second on S1 if
 * it has that port.
 *
 * <p>What P1 says at the end of a second is the mean of what S1 has said during it. Safe for use by the thread that steps
 * it and others that tell it something.
 */
public final class Meter implements EmissionSource {
    /** A command and the simulated time at which it took effect. */
    public record Note(Instant time, Command command) {}

    /** How much of S1 is made at once: few steps, and yet always ready long before it is due. */
    private static final long SLICE_NANOS = 20_000_000;

    private static final long SECOND_NANOS = 1_000_000_000;

    private final Household household;
    private final Noise noise;
    private final Instant end;
    private final Queue<Command> told = new ArrayDeque<>();
    private final List<Note> notes = new ArrayList<>();
    private final Optional<S1Settings> settings;
    private final Optional<SamplePort> samples;
    /** At the beginning of the running second. */
    private MeterState state;
    /** At its end; meaningful once the second has begun. */
    private MeterState ahead;

    private long passedNanos;
    private Consent consent;
    private final Disturber disturber;

    private Meter(
            Household household,
            MeterState state,
            long seed,
            Consent consent,
            Optional<S1Settings> settings,
            Instant end) {
        this.household = household;
        this.state = state;
        this.ahead = state;
        this.noise = new Noise(seed);
        this.consent = consent;
        this.disturber = new Disturber(UserPort.P1, LineRate.P1, noise);
        this.settings = settings;
        this.samples = settings.map(s -> new SamplePort(s, noise));
        this.end = end;
    }

    /** {@return a meter that begins in {@code state} and never ends; {@code seed} draws its jitter and its faults} */
    public static Meter of(Household household, MeterState state, long seed, Consent consent) {
        return new Meter(household, state, seed, consent, Optional.empty(), Instant.MAX);
    }

    /** {@return this meter, not yet stepped, with an S1 port} */
    public Meter withS1(S1Settings port) {
        return new Meter(household, state, noise.seed(), consent, Optional.of(port), end);
    }

    /** {@return this meter, not yet stepped, as one that falls silent for ever at {@code end}} */
    public Meter until(Instant end) {
        return new Meter(household, state, noise.seed(), consent, settings, end);
    }

    /**
     * {@return the instant at which {@code command} will have taken effect: that of the next whole second}
     *
     * @throws IllegalArgumentException when the meter cannot do that
     */
    public synchronized Instant tell(Command command) {
        if (command instanceof Command.Change change) {
            change.apply(ahead);
        } else if (command instanceof Command.Samples change) {
            samplePort(command).check(change, ahead.nameplate().wiring());
        } else if (command instanceof Command.Disturb disturb) {
            check(disturb);
        }
        told.add(command);
        return passedNanos == 0 ? state.time() : state.time().plusSeconds(1);
    }

    /** Each fault is tried on a telegram as this meter would send it now. */
    private void check(Command.Disturb disturb) {
        Disturbances disturbances = disturb.disturbances();
        if (disturbances.list().stream().anyMatch(d -> d.ports().equals(Set.of(UserPort.S1)))) {
            samplePort(disturb);
        }
        disturbances.check(new Emission(ahead.time(), UserPort.P1, P1Codec.encode(P1Codec.telegram(ahead))));
        samples.ifPresent(port -> disturbances.check(port.sample(ahead)));
    }

    /** {@return what took effect so far, in order} */
    public synchronized List<Note> notes() {
        return List.copyOf(notes);
    }

    @Override
    public synchronized Instant nextStep() {
        Instant next = state.time().plusNanos(passedNanos);
        return next.isBefore(end) ? next : Instant.MAX;
    }

    @Override
    public synchronized List<Emission> step() {
        List<Emission> emissions = new ArrayList<>();
        if (passedNanos == 0) {
            begin(emissions);
        }
        Instant second = state.time();
        long from = passedNanos;
        passedNanos = SECOND_NANOS;
        samples.ifPresent(port -> passedNanos = port.emit(second, from, SLICE_NANOS, emissions));
        if (passedNanos == SECOND_NANOS) {
            passedNanos = 0;
            state = ahead;
        }
        return emissions;
    }

    /** The first instant of a second: what was told takes effect, and the telegram of P1 is made. */
    private void begin(List<Emission> emissions) {
        Consent before = consent;
        Duration cut = Duration.ZERO;
        for (Command command = told.poll(); command != null; command = told.poll()) {
            notes.add(new Note(state.time(), command));
            if (command instanceof Command.Change change) {
                state = change.apply(state);
                if (change instanceof Command.ExchangeMeter exchange) {
                    samples.ifPresent(port -> port.number(exchange.firstSequence()));
                }
            } else if (command instanceof Command.Disturb disturb) {
                disturber.set(disturb.disturbances().list());
                samples.ifPresent(port -> port.disturb(disturb.disturbances().list()));
            } else if (command instanceof Command.SetConsent set) {
                consent = set.consent();
                cut = set.within();
            } else if (command instanceof Command.Samples change) {
                samplePort(command).obey(change);
            }
        }
        boolean onTheLine = before == Consent.GIVEN;
        byte[] octets = P1Codec.encode(P1Codec.telegram(state));
        Instant due = state.time().plusMillis(jitter());
        List<Emission> struck = disturber.strike(new Emission(due, UserPort.P1, octets));
        if (consent == Consent.GIVEN) {
            emissions.addAll(struck);
        } else if (onTheLine) {
            emissions.addAll(until(due.plus(cut), struck));
        }
        ahead = household.after(state);
        long heard = consent == Consent.GIVEN ? SECOND_NANOS : onTheLine ? nanosUntil(cut) : 0;
        samples.ifPresent(port -> port.begin(ahead, heard));
    }

    /** The withdrawal counts from where the telegram of P1 begins, so that both ports fall silent at one instant. */
    private long nanosUntil(Duration cut) {
        return cut.isZero()
                ? 0
                : Math.min(SECOND_NANOS, cut.plusMillis(jitter()).toNanos());
    }

    private SamplePort samplePort(Command command) {
        return samples.orElseThrow(() ->
                new IllegalArgumentException("this meter has no S1 port for " + command + "; emulate it with one"));
    }

    /** {@return the octets that leave before {@code end}} */
    private static List<Emission> until(Instant end, List<Emission> emissions) {
        List<Emission> before = new ArrayList<>();
        for (Emission emission : emissions) {
            if (emission.due().isBefore(end)) {
                int octets = LineRate.P1.octetsIn(Duration.between(emission.due(), end));
                before.add(emission.slice(0, Math.min(emission.octets().length, octets)));
            }
        }
        return before;
    }

    private long jitter() {
        long most = household.profile().jitter().milliseconds();
        return (long) (noise.at("jitter", state.time().getEpochSecond()) * (most + 1));
    }
}
