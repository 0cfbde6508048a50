package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A load of the household, as its profile writes it.
 *
 * @param name unique in its profile; it also names the load's own chance
 * @param kind the form of its current
 * @param at where it is connected; {@code all} when left out
 * @param power what it takes while it runs
 * @param hours when it runs, civil times like {@code 07:00-07:10}; always when left out
 * @param every the length of a cycle (thermostat); always on within its hours when left out
 * @param during how long of each cycle it runs
 */
public record Load(String name, Appliance kind, Tap at, Amount power, List<Hours> hours, Amount every, Amount during) {
    /** Small changes of the power from second to second, relative. */
    private static final double UNREST = 0.004;

    /** No household has a connection of this size; a profile with more is a slip of the pen. */
    static final double MOST = 1_000_000;

    private static final long LONGEST_CYCLE = 24 * 3_600_000L;

    public Load {
        at = at == null ? Tap.ALL : at;
        hours = hours == null ? List.of() : List.copyOf(hours);
        every = every == null ? Amount.parse("1 s") : every;
        during = during == null ? every : during;
        KeyException.require(name, "name", "any word that no other load has");
        KeyException.require(kind, "kind", "resistive, electronics, motor or inverter");
        KeyException.require(power, "power", "what it takes while it runs, like 2.4 kW");
        double watts = KeyException.at("power", power::watts);
        if (watts < 0 || watts > MOST) {
            throw KeyException.of("power", "'" + power + "' is not 0 to 1000 kW; panels stand under solar");
        }
        long cycle = KeyException.at("every", every::milliseconds);
        if (cycle < 1000 || cycle > LONGEST_CYCLE) {
            throw KeyException.of("every", "'" + every + "' is not 1 s to 24 h");
        }
        long running = KeyException.at("during", during::milliseconds);
        if (running < 0 || running > cycle) {
            throw KeyException.of("during", "'" + during + "' is not 0 s to " + every + ", the length of its cycle");
        }
    }

    /** What it puts on the conductors in the second that ends at {@code time}: nothing, or one stretch. */
    List<Stretch> stretchesAt(ZonedDateTime time, Noise noise, Conductors conductors, Cycle cycle) {
        double watts = wattsAt(time, noise);
        double before = wattsAt(time.minusSeconds(1), noise);
        double switching = cycle.secondsAfter(kind.switchAngle() - conductors.angle(at));
        if (watts == 0 && before == 0) {
            return List.of();
        }
        List<Spectrum> currents = conductors.currents(kind, at, watts == 0 ? before : watts);
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        if (watts == 0) {
            to = switching;
        } else if (before == 0) {
            from = switching;
        } else if (wattsAt(time.minusSeconds(2), noise) == 0) {
            // Switched on in the second before, whose surge has not quite gone.
            from = switching - 1;
        }
        return List.of(new Stretch(from, to, kind.surge(), conductors.still(), currents));
    }

    double wattsAt(ZonedDateTime time, Noise noise) {
        if (!hours.isEmpty() && hours.stream().noneMatch(h -> h.contains(time.toLocalTime()))) {
            return 0;
        }
        long second = time.toEpochSecond();
        long period = every.milliseconds() / 1000;
        long offset = (long) (noise.at(name + " offset", 0) * period);
        if (Math.floorMod(second + offset, period) * 1000 >= during.milliseconds()) {
            return 0;
        }
        return power.watts() * (1 + UNREST * (2 * noise.at(name, second) - 1));
    }
}
