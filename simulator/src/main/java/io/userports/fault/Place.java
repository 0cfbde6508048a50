package io.userports.fault;

import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Where in a telegram: octets count from 0, and from -1 backwards from its end. */
final class Place {
    private Place() {}

    /** {@return the index of octet {@code at}} */
    static int of(int at, byte[] octets) {
        int index = at < 0 ? octets.length + at : at;
        if (index < 0 || index >= octets.length) {
            throw new IllegalArgumentException("there is no octet " + at + " in a telegram of " + octets.length);
        }
        return index;
    }

    /** {@return the index of octet {@code at}, or of any one} */
    static int of(OptionalInt at, byte[] octets, SplittableRandom random) {
        return at.isPresent() ? of(at.getAsInt(), octets) : random.nextInt(octets.length);
    }
}
