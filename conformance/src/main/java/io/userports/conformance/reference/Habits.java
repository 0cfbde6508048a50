package io.userports.conformance.reference;

import io.userports.conformance.cems.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a correct CEMS treats what it receives; a defect replaces one of these. */
class Habits {
    /** {@return how many octets of a telegram it can hold} */
    int capacity() {
        return 16 * 1024;
    }

    /** {@return whether a slash within a telegram begins the next one} */
    boolean restarts() {
        return true;
    }

    /** {@return whether it reads a telegram that ended too early} */
    boolean takesPieces() {
        return false;
    }

    boolean accepts(Frame frame) {
        return frame.crcIsRight();
    }

    /** {@return the objects that it takes out of a telegram; empty when it refuses the whole} */
    Optional<Map<String, List<String>>> take(Map<String, List<String>> objects) {
        return Optional.of(objects);
    }

    Map<Quantity, Shown> interpret(Map<String, List<String>> objects) {
        return new Interpretation(objects).values();
    }

    /** {@return what it shows before it has received anything} */
    Map<Quantity, Shown> initial() {
        return Map.of();
    }

    /** {@return what it sends to the meter when it has opened the port} */
    byte[] greeting() {
        return new byte[0];
    }

    boolean tellsThatValuesAreOld() {
        return true;
    }

    /** {@return something wrong that it believes of the installation, to tell as an event} */
    Optional<String> alarm(Map<Quantity, Shown> values) {
        return Optional.empty();
    }
}
