package io.userports.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Octets that are due on a port at an instant: the unit that is sent whole or not at all.
 *
 * @param due the simulated instant at which the first octet leaves
 * @param port where it leaves
 * @param octets what leaves, nothing of a telegram that was lost; never changed after construction
 * @param signal how the line carries them
 * @param faults the names of the faults that struck it, one for each time, in their order
 */
public record Emission(Instant due, UserPort port, byte[] octets, Signal signal, List<String> faults) {
    public Emission {
        faults = List.copyOf(faults);
    }

    /** What a meter sends of itself. */
    public Emission(Instant due, UserPort port, byte[] octets) {
        this(due, port, octets, Signal.GOOD, List.of());
    }

    /** {@return the same, carried in another way} */
    public Emission as(Signal other) {
        return new Emission(due, port, octets, other, faults);
    }

    /** {@return other octets in the place of these} */
    public Emission with(byte[] others) {
        return new Emission(due, port, others, signal, faults);
    }

    /** {@return the same octets at another instant} */
    public Emission at(Instant instant) {
        return new Emission(instant, port, octets, signal, faults);
    }

    /** {@return the same, marked with one fault more} */
    public Emission struckBy(String fault) {
        List<String> more = new ArrayList<>(faults);
        more.add(fault);
        return new Emission(due, port, octets, signal, more);
    }

    /** {@return the octets from {@code from} to before {@code to}, due and marked as the whole} */
    public Emission slice(int from, int to) {
        return with(Arrays.copyOfRange(octets, from, to));
    }

    /** {@return the octets of this and then those of {@code next}, due as this one, with the marks of both} */
    public Emission followedBy(Emission next) {
        byte[] both = Arrays.copyOf(octets, octets.length + next.octets.length);
        System.arraycopy(next.octets, 0, both, octets.length, next.octets.length);
        List<String> marks = new ArrayList<>(faults);
        marks.addAll(next.faults);
        return new Emission(due, port, both, signal, marks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Emission e
                && due.equals(e.due)
                && port == e.port
                && Arrays.equals(octets, e.octets)
                && signal == e.signal
                && faults.equals(e.faults);
    }

    @Override
    public int hashCode() {
        return 31 * due.hashCode() + Arrays.hashCode(octets);
    }
}
