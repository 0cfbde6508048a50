package io.userports.conformance.cems;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;

/**
 * How a CEMS is asked to end.
 *
 * @param signal what it is sent; TERM when left out
 * @param within how long it may take before it is killed; 2 s when left out
 */
public record End(Signal signal, Amount within) {
    /** SIGTERM, and two seconds. */
    public static final End DEFAULT = new End(null, null);

    private static final long MOST_MILLIS = 60_000;

    /** The signals that programs take for a wish that they end, by their numbers in POSIX. */
    public enum Signal {
        TERM(15),
        INT(2),
        HUP(1),
        QUIT(3),
        KILL(9);

        private final int number;

        Signal(int number) {
            this.number = number;
        }

        /** {@return its number, the same on Linux and macOS} */
        public int number() {
            return number;
        }
    }

    public End {
        signal = signal == null ? Signal.TERM : signal;
        within = within == null ? Amount.parse("2 s") : within;
        long millis = KeyException.at("within", within::milliseconds);
        if (millis < 1 || millis > MOST_MILLIS) {
            throw KeyException.of("within", "'" + within + "' is not 1 ms to 1 min");
        }
    }
}
