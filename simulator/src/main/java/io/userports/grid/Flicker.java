package io.userports.grid;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A voltage that goes up and down all the time, evenly and at once (IEC 61000-4-15).
 *
 * @param depth from its lower to its upper level, in parts of the voltage
 * @param changes how often a minute it goes from one level to the other
 */
public record Flicker(Amount depth, Integer changes) {
    static final Flicker NONE = new Flicker(Amount.parse("0 %"), 1);

    /** The table of the standard ends here. */
    private static final int MOST = 1620;

    private static final int DEEPEST = 10;
    private static final long MINUTE = 60;

    public Flicker {
        KeyException.require(depth, "depth", "how far the voltage changes, like 0.9 %");
        KeyException.require(changes, "changes", "how often a minute it changes, like 39");
        double percent = KeyException.at("depth", depth::percent);
        if (percent < 0 || percent > DEEPEST) {
            throw KeyException.of("depth", "'" + depth + "' is not 0 to " + DEEPEST + " %; more is a sag under events");
        }
        if (changes < 1 || changes > MOST) {
            throw KeyException.of("changes", "'" + changes + "' is not 1 to " + MOST + " a minute");
        }
    }

    /** {@return when it changes, in seconds after the second {@code begin}, from one second before it to its end} */
    List<Double> changesAround(long begin) {
        if (depth.percent() == 0) {
            return List.of();
        }
        long first = Math.floorDiv((begin - 1) * changes, MINUTE) + 1;
        long last = Math.floorDiv((begin + 1) * changes, MINUTE);
        return LongStream.rangeClosed(first, last)
                .mapToObj(n -> (n * MINUTE - begin * changes) / (double) changes)
                .toList();
    }

    /** {@return the voltage in parts of the usual, {@code seconds} after the second {@code begin}} */
    double factorAt(long begin, double seconds) {
        // Whole minutes go first: what is left keeps its fractions.
        long minute = Math.floorDiv(begin, MINUTE);
        double changed = Math.floor((begin - minute * MINUTE + seconds) * changes / MINUTE);
        boolean up = Math.floorMod(minute * changes + (long) changed, 2L) == 0;
        return 1 + (up ? 1 : -1) * depth.percent() / 200;
    }
}
