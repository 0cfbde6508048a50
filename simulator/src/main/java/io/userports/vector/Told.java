package io.userports.vector;

import java.util.ArrayList;
import java.util.List;

/** What a vector says beside what our strict reading says, and the sentences about where they differ. */
final class Told {
    private final List<String> differences = new ArrayList<>();

    /** Notes a difference in {@code what}, if there is one. */
    void compare(String what, Object vector, Object reading) {
        if (!vector.equals(reading)) {
            differences.add("the vector says " + what + " " + vector + ", strict reading says " + reading);
        }
    }

    /** Notes {@code sentence} unless {@code holds}. */
    void require(boolean holds, String sentence) {
        if (!holds) {
            differences.add(sentence);
        }
    }

    List<String> differences() {
        return List.copyOf(differences);
    }
}
