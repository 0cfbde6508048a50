package io.userports.grid;

import io.userports.yaml.Amount;
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

    public Load {
        at = at == null ? Tap.ALL : at;
        hours = hours == null ? List.of() : List.copyOf(hours);
        every = every == null ? Amount.parse("1 s") : every;
        during = during == null ? every : during;
        if (name == null || kind == null || power == null) {
            throw new IllegalArgumentException("a load needs name, kind and power");
        }
        if (power.watts() < 0) {
            throw new IllegalArgumentException("'" + power + "' is no power of a load; panels stand under solar");
        }
        if (every.milliseconds() < 1000 || during.milliseconds() > every.milliseconds()) {
            throw new IllegalArgumentException(
                    "a cycle lasts at least 1 s and its running part no longer than that; every is '" + every
                            + "', during '" + during + "'");
        }
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
