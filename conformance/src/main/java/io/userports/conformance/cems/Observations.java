package io.userports.conformance.cems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private int carried;
    private long characters;
    private int unreadable;
    private long lost;

    /** Begins a scenario with a CEMS that runs on: of all before, only what it believes now is carried over. */
    public synchronized void beginAnew() {
        Map<Object, Stamped> believed = new LinkedHashMap<>();
        for (Stamped stamped : all) {
            if (stamped.observation() instanceof Observation.Value value) {
                believed.put(value.quantity(), stamped);
            } else if (stamped.observation() instanceof Observation.Status status) {
                believed.put(status.port(), stamped);
            }
        }
        all.clear();
        all.addAll(believed.values());
        carried = all.size();
        characters = 0;
        unreadable = 0;
        lost = 0;
    }

    /** {@return how many of the first were said before the scenario began} */
    public synchronized int carried() {
        return carried;
    }

    /** {@return what it showed of {@code quantity} before the scenario began, if anything} */
    public synchronized Optional<String> carried(Quantity quantity) {
        return all.subList(0, carried).stream()
                .map(Stamped::observation)
                .filter(o -> o instanceof Observation.Value value && value.quantity() == quantity)
                .findFirst()
                .flatMap(o -> ((Observation.Value) o).value());
    }

    /** Adds what has just arrived. */
    public synchronized void add(long nanos, Observation observation) {
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

    /** {@return the first {@code count}} */
    public synchronized List<Stamped> first(int count) {
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
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
