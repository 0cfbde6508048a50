package io.userports.fault;

import io.userports.grid.Noise;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.time.Duration;
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
    /** What would have to wait longer for its line is lost: a line that is full never makes good what it has lost. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** A disturbance that is at work, and how it has fared. */
    private static final class Active {
        private final Disturbance disturbance;
        private final String chance;
        private long tried;
        private long struck;

        Active(Disturbance disturbance, String chance) {
            this.disturbance = disturbance;
            this.chance = chance;
        }
    }

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
                next.add(new Active(disturbances.get(i), "fault " + i + " of " + port));
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
        if (isIdle()) {
            return emissions;
        }
        for (Active one : active) {
            if (one.disturbance.isDue(own - since, one.struck)) {
                Strike strike = new Strike(one.tried, noise.random(one.chance, own), line, free);
                if (one.disturbance.share().falls(strike.random())) {
                    one.tried++;
                    emissions = strike(emissions, one, strike);
                }
            }
        }
        return oneAfterTheOther(emissions, telegram.due());
    }

    /** Marks the first that is another one now; chance may leave everything as it was. */
    private static List<Emission> strike(List<Emission> emissions, Active one, Strike strike) {
        Fault fault = one.disturbance.fault();
        List<Emission> struck = new ArrayList<>();
        int first = -1;
        for (Emission emission : emissions) {
            List<Emission> left = left(emission, fault, strike);
            if (first < 0 && (left.size() != 1 || !left.get(0).equals(emission))) {
                first = struck.size();
            }
            struck.addAll(left);
        }
        if (first >= 0) {
            one.struck++;
            struck.set(first, struck.get(first).struckBy(fault.named()));
        }
        return struck;
    }

    /** A telegram that has changed since the fault was tried on one may lack what it needs; then it is left alone. */
    private static List<Emission> left(Emission emission, Fault fault, Strike strike) {
        if (emission.octets().length == 0) {
            return List.of(emission);
        }
        try {
            return fault.strike(emission, strike);
        } catch (IllegalArgumentException e) {
            return List.of(emission);
        }
    }

    private List<Emission> oneAfterTheOther(List<Emission> emissions, Instant due) {
        List<Emission> ordered = new ArrayList<>();
        boolean lost = free.isAfter(due) && Duration.between(due, free).compareTo(LONGEST_WAIT) > 0;
        for (Emission emission : emissions) {
            Emission carried = lost ? emission.with(new byte[0]) : emission;
            Instant begin = carried.due().isBefore(free) ? free : carried.due();
            ordered.add(begin.equals(carried.due()) ? carried : carried.at(begin));
            free = begin.plus(line.timeOf(carried.octets().length));
        }
        // Once the line is free before the next telegram is due, nothing is held up any more.
        if (active.isEmpty()
                && !free.isAfter(due.plus(line.timeOf(ordered.get(0).octets().length)))) {
            free = Instant.MIN;
        }
        return ordered;
    }
}
