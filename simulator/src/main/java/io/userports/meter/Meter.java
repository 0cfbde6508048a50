package io.userports.meter;

import io.userports.fault.Disturbance;
import io.userports.fault.OctetFault;
import io.userports.fault.TelegramFault;
import io.userports.grid.Household;
import io.userports.grid.MeterState;
import io.userports.grid.Noise;
import io.userports.p1.P1Codec;
import io.userports.p1.Telegram;
import io.userports.wire.Emission;
import io.userports.wire.EmissionSource;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * A meter that runs: each step is one second, at most one telegram (DSMR 5.0.2 P1 §6.1).
 *
 * <p>Safe for use by the thread that steps it and others that tell it something.
 */
public final class Meter implements EmissionSource {
    /** A command and the simulated time at which it took effect. */
    public record Note(Instant time, Command command) {}

    private final Household household;
    private final Noise noise;
    private final Instant end;
    private final Queue<Command> told = new ArrayDeque<>();
    private final List<Note> notes = new ArrayList<>();
    private MeterState state;
    private Consent consent;
    private List<Disturbance> disturbances = List.of();

    private Meter(Household household, MeterState state, long seed, Consent consent, Instant end) {
        this.household = household;
        this.state = state;
        this.noise = new Noise(seed);
        this.consent = consent;
        this.end = end;
    }

    /** {@return a meter that begins in {@code state} and never ends; {@code seed} draws its jitter and its faults} */
    public static Meter of(Household household, MeterState state, long seed, Consent consent) {
        return new Meter(household, state, seed, consent, Instant.MAX);
    }

    /** {@return this meter, not yet stepped, as one that falls silent for ever at {@code end}} */
    public Meter until(Instant end) {
        return new Meter(household, state, noise.seed(), consent, end);
    }

    /** {@return the instant at which {@code command} will have taken effect: that of the next step} */
    public synchronized Instant tell(Command command) {
        told.add(command);
        return state.time();
    }

    /** {@return what took effect so far, in order} */
    public synchronized List<Note> notes() {
        return List.copyOf(notes);
    }

    @Override
    public synchronized Instant nextStep() {
        return state.time().isBefore(end) ? state.time() : Instant.MAX;
    }

    @Override
    public synchronized List<Emission> step() {
        Consent before = consent;
        Duration cut = Duration.ZERO;
        for (Command command = told.poll(); command != null; command = told.poll()) {
            notes.add(new Note(state.time(), command));
            if (command instanceof Command.Change change) {
                state = change.apply(state);
            } else if (command instanceof Command.Disturb disturb) {
                disturbances = disturb.disturbances();
            } else if (command instanceof Command.SetConsent set) {
                consent = set.consent();
                cut = set.within();
            }
        }
        byte[] octets = octets();
        if (consent == Consent.WITHHELD) {
            boolean onTheLine = before == Consent.GIVEN;
            octets = Arrays.copyOf(octets, onTheLine ? Math.min(octets.length, LineRate.P1.octetsIn(cut)) : 0);
        }
        Emission emission = new Emission(state.time().plusMillis(jitter()), UserPort.P1, octets);
        state = household.after(state);
        return octets.length == 0 ? List.of() : List.of(emission);
    }

    private byte[] octets() {
        long second = state.time().getEpochSecond();
        Telegram telegram = P1Codec.telegram(state);
        for (int i = 0; i < disturbances.size(); i++) {
            if (disturbances.get(i).strikes(second) && disturbances.get(i).fault() instanceof TelegramFault fault) {
                telegram = fault.apply(telegram, noise.random("fault " + i, second));
            }
        }
        byte[] octets = P1Codec.encode(telegram);
        for (int i = 0; i < disturbances.size(); i++) {
            if (disturbances.get(i).strikes(second) && disturbances.get(i).fault() instanceof OctetFault fault) {
                octets = fault.apply(octets, noise.random("fault " + i, second));
            }
        }
        return octets;
    }

    private long jitter() {
        long most = household.profile().jitter().milliseconds();
        return (long) (noise.at("jitter", state.time().getEpochSecond()) * (most + 1));
    }
}
