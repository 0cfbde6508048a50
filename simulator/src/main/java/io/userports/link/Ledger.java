package io.userports.link;

import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * What left the ports and when: one entry a unit, appended when the unit is over, never changed.
 *
 * <p>Any thread may write and read. The octets of a port's entries, joined, are the stream that its readers were given.
 */
public final class Ledger {
    /** What became of a unit. */
    public enum Fate {
        /** It left whole. */
        LEFT,
        /** Nobody took it: not an octet left. */
        DROPPED,
        /** It began and did not end, because its reader went away or the link broke. */
        CUT,
        /** A fault left nothing of it that could leave. */
        LOST
    }

    /**
     * One unit.
     *
     * @param number its place in the ledger, from 0
     * @param port where it left
     * @param due the simulated instant at which it was to begin
     * @param octets what left of it: all, the first part of a unit that was cut, nothing of one that was dropped
     * @param startedNanos {@link System#nanoTime()} when its writing began, or when it was dropped
     * @param endedNanos {@link System#nanoTime()} when its last octet was handed over
     * @param latenessNanos how much later than due it started; 0 where no clock is kept
     * @param fate what became of it
     * @param faults the names of the faults that struck it, one for each time
     */
    public record Entry(
            long number,
            UserPort port,
            Instant due,
            byte[] octets,
            long startedNanos,
            long endedNanos,
            long latenessNanos,
            Fate fate,
            List<String> faults) {
        /** A unit that no fault has struck. */
        public Entry(
                long number,
                UserPort port,
                Instant due,
                byte[] octets,
                long startedNanos,
                long endedNanos,
                long latenessNanos,
                Fate fate) {
            this(number, port, due, octets, startedNanos, endedNanos, latenessNanos, fate, List.of());
        }
    }

    /**
     * How late the units that left were, in nanoseconds; all 0 when none left.
     *
     * @param p50 half of the kept ones were not later than this
     * @param p99 99 % of the kept ones were not later than this
     * @param max the latest ever
     */
    public record Lateness(long p50, long p99, long max) {}

    private final int kept;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<UserPort, long[]> counts = new EnumMap<>(UserPort.class);
    private final Map<UserPort, long[]> octets = new EnumMap<>(UserPort.class);
    private long next;
    private final Map<UserPort, Long> latest = new EnumMap<>(UserPort.class);
    private final Map<UserPort, Map<String, Long>> faults = new EnumMap<>(UserPort.class);
    private final List<Ledger> copies = new CopyOnWriteArrayList<>();
    private Consumer<Entry> struck = entry -> {};

    private Ledger(int kept) {
        this.kept = kept;
    }

    /** {@return an empty ledger that keeps every entry} */
    public static Ledger of() {
        return new Ledger(Integer.MAX_VALUE);
    }

    /** {@return an empty ledger that keeps at least the last {@code entries} entries, and all counts} */
    public static Ledger keeping(int entries) {
        if (entries < 1) {
            throw new IllegalArgumentException("a ledger keeps at least one entry, not " + entries);
        }
        return new Ledger(entries);
    }

    /** {@return a ledger of {@code entries}, as another one had noted them; their numbers begin at 0} */
    public static Ledger of(List<Entry> entries) {
        Ledger ledger = of();
        entries.forEach(ledger::add);
        return ledger;
    }

    /**
     * {@return this ledger, which tells {@code listener} of every entry that a fault has struck}
     *
     * @param listener called by the thread of the port, which it holds up while it works
     */
    public synchronized Ledger tellingOfFaults(Consumer<Entry> listener) {
        struck = listener;
        return this;
    }

    /** From now on what is noted here is noted in {@code other} too: several share what leaves by one line. */
    public void copyTo(Ledger other) {
        copies.add(other);
    }

    /** From now on nothing is noted in {@code other} any more. */
    public void copyNoLongerTo(Ledger other) {
        copies.remove(other);
    }

    void add(Emission emission, int left, long started, long ended, long lateness, Fate fate) {
        note(emission, left, started, ended, lateness, fate);
        copies.forEach(other -> other.note(emission, left, started, ended, lateness, fate));
    }

    private synchronized void note(Emission emission, int left, long started, long ended, long lateness, Fate fate) {
        byte[] octets = left == emission.octets().length ? emission.octets() : Arrays.copyOf(emission.octets(), left);
        this.octets.computeIfAbsent(emission.port(), p -> new long[Fate.values().length])[fate.ordinal()] +=
                emission.octets().length;
        add(new Entry(
                next, emission.port(), emission.due(), octets, started, ended, lateness, fate, emission.faults()));
    }

    private synchronized void add(Entry entry) {
        if (entry.number() != next) {
            throw new IllegalArgumentException("entry " + entry.number() + " stands in the place of entry " + next);
        }
        next++;
        entries.add(entry);
        counts.computeIfAbsent(entry.port(), p -> new long[Fate.values().length])[
                entry.fate().ordinal()]++;
        if (entry.fate() == Fate.LEFT || entry.fate() == Fate.CUT) {
            latest.merge(entry.port(), entry.latenessNanos(), Math::max);
        }
        if (!entry.faults.isEmpty()) {
            Map<String, Long> ofPort = faults.computeIfAbsent(entry.port, p -> new TreeMap<>());
            entry.faults.forEach(fault -> ofPort.merge(fault, 1L, Long::sum));
            struck.accept(entry);
        }
        // Forgotten in bulk, so that forgetting costs nothing on average.
        if (entries.size() - kept >= Math.max(kept, 16)) {
            entries.subList(0, entries.size() - kept).clear();
        }
    }

    /** {@return the kept entries from {@code number} on, in order} */
    public synchronized List<Entry> since(long number) {
        long first = next - entries.size();
        int from = (int) Math.min(Math.max(number - first, 0), entries.size());
        return List.copyOf(entries.subList(from, entries.size()));
    }

    /** {@return the kept entries from number {@code from} on and before number {@code to}, in order} */
    public synchronized List<Entry> between(long from, long to) {
        List<Entry> since = since(from);
        return since.subList(0, (int) Math.max(0, since.size() - Math.max(0, next - to)));
    }

    /** {@return how many entries were ever made; the number of the next one} */
    public synchronized long size() {
        return next;
    }

    /** {@return how many units of all ports had this fate} */
    public synchronized long count(Fate fate) {
        return counts.values().stream().mapToLong(c -> c[fate.ordinal()]).sum();
    }

    /** {@return how many units of {@code port} had this fate} */
    public synchronized long count(UserPort port, Fate fate) {
        return counts.getOrDefault(port, new long[Fate.values().length])[fate.ordinal()];
    }

    /** {@return how many octets the units of {@code port} with this fate were to have} */
    public synchronized long octets(UserPort port, Fate fate) {
        return octets.getOrDefault(port, new long[Fate.values().length])[fate.ordinal()];
    }

    /** {@return how often each fault struck a unit of {@code port}, by name} */
    public synchronized Map<String, Long> faults(UserPort port) {
        return new TreeMap<>(faults.getOrDefault(port, Map.of()));
    }

    /** {@return how late the units of all ports were} */
    public Lateness lateness() {
        return lateness(EnumSet.allOf(UserPort.class));
    }

    /** {@return how late the units of {@code port} were} */
    public Lateness lateness(UserPort port) {
        return lateness(EnumSet.of(port));
    }

    private Lateness lateness(Set<UserPort> ports) {
        double[] nanos = since(0).stream()
                .filter(e -> ports.contains(e.port()) && (e.fate() == Fate.LEFT || e.fate() == Fate.CUT))
                .mapToDouble(Entry::latenessNanos)
                .toArray();
        if (nanos.length == 0) {
            return new Lateness(0, 0, 0);
        }
        Percentile percentile = new Percentile();
        percentile.setData(nanos);
        synchronized (this) {
            long max = ports.stream()
                    .mapToLong(port -> latest.getOrDefault(port, 0L))
                    .max()
                    .orElse(0);
            return new Lateness(Math.round(percentile.evaluate(50)), Math.round(percentile.evaluate(99)), max);
        }
    }
}
