package io.userports.conformance.cems;

import java.util.List;
import java.util.Optional;

/** One line of the adapter contract, understood: what a CEMS says it believes. */
public sealed interface Observation {
    /**
     * A value.
     *
     * @param quantity what it is about
     * @param value in canonical form; empty when the CEMS says that it has none
     */
    record Value(Quantity quantity, Optional<String> value) implements Observation {}

    /** What it thinks of a port: {@code receiving}, {@code stale} or {@code no-data}. */
    record Status(String port, String status) implements Observation {
        static final List<String> KNOWN = List.of("receiving", "stale", "no-data");

        /** {@return whether values of that port are presented as current} */
        public boolean current() {
            return status.equals("receiving");
        }
    }

    /** Something it noticed, like {@code crc-error}. */
    record Event(String event, String port) implements Observation {}

    /** A line that is not of the contract; kept as evidence, believed by nobody. */
    record Unreadable(String line, String why) implements Observation {
        private static final int LONGEST = 200;

        public Unreadable {
            line = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        }
    }

    /** {@return the observation that {@code line} is} */
    static Observation of(String line) {
        return ContractLine.read(line);
    }
}
