package io.userports.meter;

import io.userports.fault.Disturbance;
import io.userports.fault.Disturber;
import io.userports.grid.MeterState;
import io.userports.grid.Noise;
import io.userports.grid.Wiring;
import io.userports.s1.LineBudget;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import io.userports.s1.S1Settings;
import io.userports.s1.SampleStream;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The S1 port of a meter: the samples of each second in batches, each due when its last sample has been taken. */
final class SamplePort {
    private static final double SECOND_NANOS = 1e9;
    private static final int TELEGRAM = S1Layout.EMUCS_H_1_3.octets();

    private final LineBudget budget;
    private final LineRate line;
    private final Noise noise;
    private final SampleStream stream;
    private final Disturber disturber;
    private Duration batch;
    private Duration jitter;
    private long heardNanos;

    SamplePort(S1Settings settings, Noise noise) {
        this.budget = LineBudget.of(settings.line(), S1Layout.EMUCS_H_1_3);
        this.noise = noise;
        this.stream = SampleStream.of(settings);
        this.disturber = new Disturber(UserPort.S1, settings.line(), noise);
        this.line = settings.line();
        this.batch = settings.batch();
        this.jitter = settings.jitter();
    }

    /** Complains when it cannot do that: with the arithmetic when the line has no room. */
    void check(Command.Samples change, Wiring wiring) {
        if (change instanceof Command.SetSampling set) {
            budget.check(set.sampling());
        } else if (change instanceof Command.SetNeutral set && set.sent() && wiring == Wiring.DELTA) {
            throw new IllegalArgumentException("three wires in delta have no neutral whose current could be sent");
        }
    }

    /** From now on these and no others, as far as they concern samples. */
    void disturb(List<Disturbance> others) {
        disturber.set(others);
    }

    /** {@return a telegram as it may leave at the end of the second that ends with {@code ahead}} */
    Emission sample(MeterState ahead) {
        S1Frame frame = new S1Frame(
                ahead.nameplate().meterId(),
                S1Info.of(ahead.nameplate().wiring(), true, false, true, 0),
                52,
                50_000,
                0,
                230 * S1Frame.PER_VOLT,
                S1Frame.PER_AMPERE,
                0,
                0,
                0,
                0,
                0);
        return new Emission(ahead.time(), UserPort.S1, S1Codec.encode(S1Layout.EMUCS_H_1_3, frame));
    }

    /** Does what it is told, at the end of a second and before the next has begun. */
    void obey(Command.Samples change) {
        if (change instanceof Command.SetSampling set) {
            stream.sample(set.sampling());
        } else if (change instanceof Command.SetNeutral set) {
            stream.neutral(set.sent());
        } else if (change instanceof Command.SetPacing set) {
            batch = set.batch();
            jitter = set.jitter();
        }
    }

    /** Goes on with another sequence number, as another meter does. */
    void number(int next) {
        stream.number(next);
    }

    /**
     * Begins a second.
     *
     * @param ahead the state at its end
     * @param nanos how much of the second is heard outside, from its beginning
     */
    void begin(MeterState ahead, long nanos) {
        stream.enter(ahead.waves(), ahead.nameplate().meterId());
        heardNanos = nanos;
    }

    /** Adds the batches from {@code from} nanoseconds into the second on, for {@code least} or the rest of it. */
    long emit(Instant second, long from, long least, List<Emission> emissions) {
        long at = from;
        while (at < Math.min(from + least, (long) SECOND_NANOS)) {
            long end = Math.min(at + batch.toNanos(), (long) SECOND_NANOS);
            long taken = Math.min(end, heardNanos);
            byte[] octets = stream.until(taken / SECOND_NANOS);
            stream.pass(end / SECOND_NANOS);
            if (octets.length > 0) {
                add(new Emission(second.plusNanos(taken + stray(second, end)), UserPort.S1, octets), emissions);
            }
            at = end;
        }
        return at;
    }

    private long stray(Instant second, long end) {
        long most = jitter.toNanos();
        return most == 0
                ? 0
                : noise.random("s1 jitter", second.getEpochSecond() * 1_000_000 + end / 1000)
                        .nextLong(-most, most + 1);
    }

    private void add(Emission batch, List<Emission> emissions) {
        int length = batch.octets().length;
        if (disturber.isIdle()) {
            disturber.pass(length / TELEGRAM);
            emissions.add(batch);
            return;
        }
        List<Emission> struck = new ArrayList<>();
        for (int at = 0; at < length; at += TELEGRAM) {
            struck.addAll(disturber.strike(batch.slice(at, at + TELEGRAM)));
        }
        join(struck, emissions);
    }

    /** What follows without a pause leaves at once, or else thousands of single telegrams would. */
    private void join(List<Emission> parts, List<Emission> emissions) {
        Emission joined = parts.get(0);
        for (Emission next : parts.subList(1, parts.size())) {
            Instant end = joined.due().plus(line.timeOf(joined.octets().length));
            if (next.signal() == joined.signal() && !next.due().isAfter(end)) {
                joined = joined.followedBy(next);
            } else {
                emissions.add(joined);
                joined = next;
            }
        }
        emissions.add(joined);
    }
}
