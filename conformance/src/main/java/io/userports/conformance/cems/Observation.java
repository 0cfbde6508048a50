package io.userports.conformance.cems;

import java.util.List;
import java.util.Optional;

/**
 * One line of the adapter contract, understood: what a CEMS says it believes.
 *
 * <p>Half of a surrogate pair is no character; whatever way it came, U+FFFD stands in its place, so that all can be written.
 */
public sealed interface Observation {
    /**
     * A value.
     *
     * @param quantity what it is about
     * @param value in canonical form; empty when the CEMS says that it has none
     */
    record Value(Quantity quantity, Optional<String> value) implements Observation {
        public Value {
            value = value.map(Observation::whole);
        }
    }

    /** What it thinks of a port: {@code receiving}, {@code stale} or {@code no-data}. */
    record Status(String port, String status) implements Observation {
        static final List<String> KNOWN = List.of("receiving", "stale", "no-data");

        public Status {
            port = whole(port);
            status = whole(status);
        }

        /** {@return whether values of that port are presented as current} */
        public boolean current() {
            return status.equals("receiving");
        }
    }

    /** Something it noticed, like {@code crc-error}. */
    record Event(String event, String port) implements Observation {
        public Event {
            event = whole(event);
            port = whole(port);
        }
    }

    /** A line that is not of the contract; kept as evidence, believed by nobody. */
    record Unreadable(String line, String why) implements Observation {
        private static final int LONGEST = 200;
        private static final String NO_ANSWER = "no answer that can be read";

        public Unreadable {
            line = whole(
                    line.codePointCount(0, line.length()) <= LONGEST
                            ? line
                            : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…");
            why = whole(why);
        }

        /** {@return that a place at which values are to be shown has shown none, as {@code what} says} */
        public static Unreadable noAnswer(String what) {
            return new Unreadable(what, NO_ANSWER);
        }

        /** {@return whether it is {@link #noAnswer}} */
        public boolean isNoAnswer() {
            return why.equals(NO_ANSWER);
        }
    }

    /** {@return the observation that {@code line} is} */
    static Observation of(String line) {
        return ContractLine.read(line);
    }

    private static String whole(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
