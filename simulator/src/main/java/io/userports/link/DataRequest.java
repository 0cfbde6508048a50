package io.userports.link;

import io.userports.yaml.KeyException;
import java.util.Locale;

/**
 * The line by which a reader of P1 asks for telegrams, if the link has it (DSMR 5.0.2 P1 §5.4).
 *
 * <p>While it is not asserted nothing leaves; when it drops, what is leaving ends at once.
 *
 * @param line the input of ours to which it is wired
 * @param start when the first telegram leaves after it has risen
 */
public record DataRequest(Line line, Start start) {
    /** Nobody has to ask. */
    public static final DataRequest NONE = new DataRequest(Line.NONE, Start.NEXT_SECOND);

    /** The input of ours at the other end of pin 2. */
    public enum Line {
        /** There is none: the meter always sends. */
        NONE,
        /** Clear To Send: the Request To Send of a reader on a crossed cable. */
        CTS,
        /** Data Set Ready: its Data Terminal Ready. */
        DSR,
        /** A pseudo-terminal has no such lines: asking is to have it open. */
        OPEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the specification calls directly, and no meter has been seen doing. */
    public enum Start {
        /** The telegram of this second leaves as soon as it is asked for. */
        AT_ONCE,
        /** The next second's is the first. */
        NEXT_SECOND;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public DataRequest {
        KeyException.require(line, "line", "none, cts, dsr or open");
        start = start == null ? Start.AT_ONCE : start;
    }

    /** {@return what {@code line} alone means; also how a file that names only the line is read} */
    public static DataRequest valueOf(String line) {
        for (Line each : Line.values()) {
            if (each.toString().equals(line)) {
                return each == Line.NONE ? NONE : new DataRequest(each, Start.AT_ONCE);
            }
        }
        throw new IllegalArgumentException("'" + line + "' is none of none, cts, dsr, open");
    }

    /** {@return whether telegrams have to be asked for} */
    public boolean isWired() {
        return line != Line.NONE;
    }

    /** {@return whether the telegram of a second leaves as soon as it is asked for} */
    boolean startsAtOnce() {
        return isWired() && start == Start.AT_ONCE;
    }

    @Override
    public String toString() {
        return line + (isWired() && start == Start.NEXT_SECOND ? " (" + start + ")" : "");
    }
}
