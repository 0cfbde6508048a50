package io.userports.meter;

import io.userports.fault.Disturbance;
import io.userports.fault.SampleFault;
import io.userports.grid.MeterState;
import io.userports.grid.Noise;
import io.userports.grid.Wiring;
import io.userports.s1.LineBudget;
import io.userports.s1.S1Layout;
import io.userports.s1.S1Settings;
import io.userports.s1.SampleStream;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** The S1 port of a meter: the samples of each second in batches, each due when its last sample has been taken. */
final class SamplePort {
    private static final double SECOND_NANOS = 1e9;
    private static final int TELEGRAM = S1Layout.EMUCS_H_1_3.octets();

    private final LineBudget budget;
    private final Noise noise;
    private final SampleStream stream;
    private final Queue<SampleFault> strikes = new ArrayDeque<>();
    private List<Disturbance> disturbances = List.of();
    private Duration batch;
    private Duration jitter;
    private int every = 1;
    private long heardNanos;
    private long telegrams;
    private long lastStrike;

    SamplePort(S1Settings settings, Noise noise) {
        this.budget = LineBudget.of(settings.line(), S1Layout.EMUCS_H_1_3);
        this.noise = noise;
        this.stream = SampleStream.of(settings);
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

    /** From now on these and no others of them that concern samples. */
    void disturb(List<Disturbance> others) {
        disturbances =
                others.stream().filter(d -> d.fault() instanceof SampleFault).toList();
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
        } else if (change instanceof Command.Strike strike) {
            strikes.addAll(strike.faults());
            every = strike.every();
            lastStrike = telegrams - every;
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
            byte[] octets = struck(stream.until(taken / SECOND_NANOS));
            stream.pass(end / SECOND_NANOS);
            if (octets.length > 0) {
                emissions.add(new Emission(second.plusNanos(taken + stray(second, end)), UserPort.S1, octets));
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

    private byte[] struck(byte[] batch) {
        if (strikes.isEmpty() && disturbances.isEmpty()) {
            telegrams += batch.length / TELEGRAM;
            return batch;
        }
        ByteArrayOutputStream struck = new ByteArrayOutputStream(batch.length);
        for (int at = 0; at < batch.length; at += TELEGRAM) {
            byte[] telegram = Arrays.copyOfRange(batch, at, at + TELEGRAM);
            struck.writeBytes(struckOne(telegram));
            telegrams++;
        }
        return struck.toByteArray();
    }

    private byte[] struckOne(byte[] telegram) {
        List<SampleFault> faults = new ArrayList<>();
        for (Disturbance disturbance : disturbances) {
            if (disturbance.strikes(telegrams) && disturbance.fault() instanceof SampleFault fault) {
                faults.add(fault);
            }
        }
        if (!strikes.isEmpty() && telegrams - lastStrike >= every) {
            lastStrike = telegrams;
            faults.add(strikes.remove());
        }
        // What reads the fields comes before what may leave nothing to read.
        faults.sort(Comparator.comparing(f -> !(f instanceof SampleFault.OfFields)));
        byte[] struck = telegram;
        for (int i = 0; i < faults.size(); i++) {
            struck = faults.get(i).apply(struck, noise.random("sample fault " + i, telegrams));
        }
        return struck;
    }
}
