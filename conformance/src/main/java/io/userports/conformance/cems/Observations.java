package io.userports.conformance.cems;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Everything a CEMS said, in order, stamped by the bench on arrival; the clock of the CEMS is not trusted. */
public final class Observations {
    /** Beyond it a CEMS floods; what follows is counted and not kept. */
    private static final int MOST = 200_000;

    /** The characters that are kept of all observations together. */
    private static final long MOST_CHARACTERS = 32 * 1024 * 1024;

    /** Lines that are not of the contract are kept as evidence; after so many there is nothing more to learn. */
    private static final int MOST_UNREADABLE = 100;

    /** One observation and the {@link System#nanoTime()} of its arrival. */
    public record Stamped(long nanos, Observation observation) {}

    private final List<Stamped> all = new ArrayList<>();
    private OptionalLong beginning = OptionalLong.empty();
    private long characters;
    private int unreadable;
    private long lost;

    /** Forgets everything, also what is stamped before {@code nanos}: it still speaks of the scenario before. */
    public synchronized void beginAnew(long nanos) {
        all.clear();
        characters = 0;
        unreadable = 0;
        lost = 0;
        beginning = OptionalLong.of(nanos);
    }

    /** Adds what has just arrived. */
    public synchronized void add(long nanos, Observation observation) {
        if (beginning.isPresent() && nanos - beginning.getAsLong() < 0) {
            return;
        }
        if (observation instanceof Observation.Unreadable && ++unreadable > MOST_UNREADABLE) {
            unreadable = MOST_UNREADABLE;
            return;
        }
        characters += observation.toString().length();
        if (all.size() < MOST && characters < MOST_CHARACTERS) {
            all.add(new Stamped(nanos, observation));
        } else {
            lost++;
        }
    }

    /** {@return all from number {@code from} on} */
    public synchronized List<Stamped> since(int from) {
        return List.copyOf(all.subList(Math.min(from, all.size()), all.size()));
    }

    /** {@return how many there are} */
    public synchronized int size() {
        return all.size();
    }

    /** {@return how many that could be understood were not kept because there were too many} */
    public synchronized long lost() {
        return lost;
    }
}
