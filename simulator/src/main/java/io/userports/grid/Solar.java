package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Panels on the roof.
 *
 * @param peak what they give under a clear sky at noon in June
 * @param at where their inverter is connected; {@code all} when left out
 */
public record Solar(Amount peak, Tap at) {
    private static final double SHORTEST_DAY = 7.9;
    private static final double LONGEST_DAY = 16.6;

    public Solar {
        at = at == null ? Tap.ALL : at;
        KeyException.require(peak, "peak", "what they give at most, like 4.2 kW");
        double watts = KeyException.at("peak", peak::watts);
        if (watts < 0 || watts > Load.MOST) {
            throw KeyException.of("peak", "'" + peak + "' is not 0 to 1000 kW");
        }
    }

    /** {@return what it puts on the conductors in {@code second}} */
    List<Stretch> stretchesIn(Second second) {
        double watts = wattsAt(second.end(), second.noise());
        return watts > 0
                ? second.currents(Span.ALL, at, t -> Appliance.PV.current(Appliance.PV, t, -watts))
                : List.of();
    }

    /** A bell between sunrise and sunset, its height with the season, under passing clouds. */
    double wattsAt(ZonedDateTime time, Noise noise) {
        double season = (1 - Math.cos(2 * Math.PI * (time.getDayOfYear() + 10) / 365.25)) / 2;
        double day = SHORTEST_DAY + (LONGEST_DAY - SHORTEST_DAY) * season;
        double hour =
                time.toLocalTime().toSecondOfDay() / 3600.0 - (time.getOffset().getTotalSeconds() / 3600.0 - 0.3);
        double angle = (hour - 12 + day / 2) / day;
        if (angle <= 0 || angle >= 1) {
            return 0;
        }
        double clouds = 0.75 + 0.25 * noise.smooth("clouds", time.toEpochSecond(), 180);
        return peak.watts() * (0.35 + 0.65 * season) * Math.pow(Math.sin(Math.PI * angle), 1.3) * clouds;
    }
}
