package io.userports.fault;

import io.userports.grid.Noise;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What strikes the telegrams of one port: the disturbances in their order, each on what the one before has left.
 *
 * <p>Telegrams are numbered from the first one of the run, so that what chance does to one of them does not depend on what
 * was told when. A line carries one octet after the other: what a fault has held up holds up what follows.
 */
public final class Disturber {
    private record Active(Disturbance disturbance, String chance, long[] struck) {}

    private final UserPort port;
    private final LineRate line;
    private final Noise noise;
    private List<Active> active = List.of();
    private long number;
    private long since;
    private Instant free = Instant.MIN;

    /** Nothing yet, on {@code port}; {@code noise} draws what chance does. */
    public Disturber(UserPort port, LineRate line, Noise noise) {
        this.port = port;
        this.line = line;
        this.noise = noise;
    }

    /** From now on these, as far as they concern this port, and no others; each begins to count anew. */
    public void set(List<Disturbance> disturbances) {
        List<Active> next = new ArrayList<>();
        for (int i = 0; i < disturbances.size(); i++) {
            if (disturbances.get(i).ports().contains(port)) {
                next.add(new Active(disturbances.get(i), "fault " + i + " of " + port, new long[1]));
            }
        }
        active = List.copyOf(next);
        since = number;
    }

    /** {@return whether nothing can strike} */
    public boolean isIdle() {
        return active.isEmpty() && free.equals(Instant.MIN);
    }

    /** Counts telegrams that leave as they are, which {@link #isIdle} allows. */
    public void pass(long telegrams) {
        number += telegrams;
    }

    /** {@return what leaves instead of this telegram, in order of time} */
    public List<Emission> strike(Emission telegram) {
        long own = number++;
        List<Emission> emissions = List.of(telegram);
        for (Active one : active) {
            if (one.disturbance.isDue(own - since, one.struck[0])) {
                Strike strike = new Strike(one.struck[0], noise.random(one.chance, own));
                if (one.disturbance.share().falls(strike.random())) {
                    emissions = strike(emissions, one, strike);
                }
            }
        }
        return active.isEmpty() && free.equals(Instant.MIN) ? emissions : oneAfterTheOther(emissions, telegram.due());
    }

    /** Marks the first of what is left, or what is lost; chance may leave everything as it was. */
    private static List<Emission> strike(List<Emission> emissions, Active one, Strike strike) {
        Fault fault = one.disturbance.fault();
        List<Emission> struck = new ArrayList<>();
        boolean changed = false;
        for (Emission emission : emissions) {
            List<Emission> left = emission.octets().length == 0 ? List.of(emission) : fault.strike(emission, strike);
            changed |= left.size() != 1 || !left.get(0).equals(emission);
            struck.addAll(left);
        }
        if (changed) {
            one.struck[0]++;
            struck.set(0, struck.get(0).struckBy(fault.named()));
        }
        return struck;
    }

    private List<Emission> oneAfterTheOther(List<Emission> emissions, Instant due) {
        List<Emission> ordered = new ArrayList<>();
        for (Emission emission : emissions) {
            Instant begin = emission.due().isBefore(free) ? free : emission.due();
            ordered.add(begin.equals(emission.due()) ? emission : emission.at(begin));
            free = begin.plus(line.timeOf(emission.octets().length));
        }
        // Once the line is free before the next telegram is due, nothing is held up any more.
        if (active.isEmpty()
                && !free.isAfter(due.plus(line.timeOf(ordered.get(0).octets().length)))) {
            free = Instant.MIN;
        }
        return ordered;
    }
}
