package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A load of the household, as its profile writes it.
 *
 * @param name unique in its profile; it also names the load's own chance
 * @param kind the form of its current
 * @param at where it is connected; {@code all} when left out
 * @param power what it takes while it runs; what panels and batteries give is negative
 * @param firingAngle how many degrees of each half wave a dimmer leaves out; 90 when left out
 * @param switchAngle the angle of its voltage, in degrees, at which it is switched on and off; that of its kind when left
 *     out
 * @param hours when it runs, civil times like {@code 07:00-07:10}; always when left out
 * @param every the length of a cycle (thermostat); always on within its hours when left out
 * @param during how long of each cycle it runs
 */
public record Load(
        String name,
        Appliance kind,
        Tap at,
        Amount power,
        Integer firingAngle,
        Integer switchAngle,
        List<Hours> hours,
        Amount every,
        Amount during) {
    /** Small changes of the power from second to second, relative. */
    private static final double UNREST = 0.004;

    /** Later than this a dimmer lets nothing pass that could be called a power. */
    private static final int LATEST = 170;

    /** No household has a connection of this size; a profile with more is a slip of the pen. */
    static final double MOST = 1_000_000;

    private static final long LONGEST_CYCLE = 24 * 3_600_000L;

    public Load {
        at = at == null ? Tap.ALL : at;
        hours = hours == null ? List.of() : List.copyOf(hours);
        every = every == null ? Amount.parse("1 s") : every;
        during = during == null ? every : during;
        KeyException.require(name, "name", "any word that no other load has");
        KeyException.require(kind, "kind", "the form of its current, like resistive, electronics or motor");
        KeyException.require(power, "power", "what it takes while it runs, like 2.4 kW");
        double watts = KeyException.at("power", power::watts);
        if (Math.abs(watts) > MOST || watts > 0 && !kind.takes() || watts < 0 && !kind.gives()) {
            throw KeyException.of("power", "'" + power + "' is not " + range(kind));
        }
        if (firingAngle != null && kind != Appliance.DIMMER) {
            throw KeyException.of("firing-angle", "'" + firingAngle + "' for " + kind + "; only a dimmer has one");
        }
        firingAngle = firingAngle == null ? 90 : firingAngle;
        if (firingAngle < 1 || firingAngle > LATEST) {
            throw KeyException.of("firing-angle", "'" + firingAngle + "' is not 1 to " + LATEST + " degrees");
        }
        switchAngle = switchAngle == null ? kind.switchAngle() : switchAngle;
        if (switchAngle < 0 || switchAngle > 359) {
            throw KeyException.of("switch-angle", "'" + switchAngle + "' is not 0 to 359 degrees");
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

    /** {@return what it puts on the conductors in {@code second}} */
    List<Stretch> stretchesIn(Second second) {
        ZonedDateTime end = second.end();
        boolean runs = runsAt(end, second.noise());
        int last = runs ? 0 : 1;
        if (!runs && !runsAt(end.minusSeconds(1), second.noise())) {
            return List.of();
        }
        double watts = wattsAt(end.minusSeconds(last), second.noise());
        double angle = Math.toRadians(switchAngle);
        Optional<Double> onset = onset(second, last, angle);
        Span span = Span.of(
                onset.orElse(Double.NEGATIVE_INFINITY),
                runs ? Double.POSITIVE_INFINITY : second.secondsAfter(angle, at, 0));
        Form form = kind == Appliance.DIMMER ? Form.of(Shapes.dimmer(Math.toRadians(firingAngle))) : kind;
        List<Stretch> stretches = new ArrayList<>(second.currents(span, at, t -> kind.current(form, t, watts)));
        if (onset.isPresent()) {
            for (Surge surge : kind.surges()) {
                if (onset.get() + surge.length() > 0) {
                    stretches.addAll(second.currents(
                            span.fading(onset.get(), surge.seconds()),
                            at,
                            t -> surge.current(t, kind.current(form, t, watts), angle)));
                }
            }
        }
        return stretches;
    }

    /** {@return what it takes in the second that ends at {@code time}} */
    double wattsAt(ZonedDateTime time, Noise noise) {
        return runsAt(time, noise) ? power.watts() * (1 + UNREST * noise.unrest(name, time.toEpochSecond())) : 0;
    }

    /** When it was switched on for its present run, in seconds into the second; none when that is not felt any more. */
    private Optional<Double> onset(Second second, int last, double angle) {
        double felt = kind.surges().stream().mapToDouble(Surge::length).max().orElse(0);
        for (int back = last; back <= felt + 1; back++) {
            if (!runsAt(second.end().minusSeconds(back + 1), second.noise())) {
                return Optional.of(second.secondsAfter(angle, at, back) - back);
            }
        }
        return Optional.empty();
    }

    private boolean runsAt(ZonedDateTime time, Noise noise) {
        if (!hours.isEmpty() && hours.stream().noneMatch(h -> h.contains(time.toLocalTime()))) {
            return false;
        }
        long period = every.milliseconds() / 1000;
        if (during.milliseconds() >= every.milliseconds()) {
            return true;
        }
        long offset = (long) (noise.at(name + " offset", 0) * period);
        return Math.floorMod(time.toEpochSecond() + offset, period) * 1000 < during.milliseconds();
    }

    private static String range(Appliance kind) {
        if (!kind.gives()) {
            return "0 to 1000 kW; panels stand under solar";
        }
        return kind.takes() ? "-1000 to 1000 kW" : "-1000 to 0 kW; what panels give is negative";
    }
}
