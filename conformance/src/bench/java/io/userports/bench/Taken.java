package io.userports.bench;

import io.userports.link.Ledger;
import io.userports.wire.UserPort;
import java.util.List;
import java.util.Locale;

/**
 * What {@link Streams} took; one line of its output.
 *
 * @param cores processor time of the process, in cores, while it was measured
 * @param left units that left meanwhile
 * @param dropped units that did not, or not whole
 * @param p50 half of those that left were not later than this, in milliseconds
 * @param p99 99 % of those that left were not later than this, in milliseconds
 * @param octets that left from beginning to end
 * @param octetsDropped that did not leave, from beginning to end
 */
record Taken(double cores, long left, long dropped, double p50, double p99, long octets, long octetsDropped) {
    static Taken of(double cores, List<Ledger.Entry> measured, Ledger ledger, UserPort port) {
        double[] late = measured.stream()
                .filter(e -> e.fate() == Ledger.Fate.LEFT)
                .mapToDouble(e -> e.latenessNanos() / 1e6)
                .toArray();
        Sample sample = Sample.of(late);
        return new Taken(
                cores,
                late.length,
                measured.size() - late.length,
                sample.at(50),
                sample.at(99),
                ledger.octets(port, Ledger.Fate.LEFT),
                ledger.octets(port, Ledger.Fate.DROPPED) + ledger.octets(port, Ledger.Fate.CUT));
    }

    /** {@return what {@link #toString} made of it} */
    static Taken parse(String line) {
        String[] words = line.split(" ");
        return new Taken(
                Double.parseDouble(words[0]),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                Long.parseLong(words[5]),
                Long.parseLong(words[6]));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.5f %d %d %.3f %.3f %d %d", cores, left, dropped, p50, p99, octets, octetsDropped);
    }

    /** {@return how late the units were} */
    String lateness() {
        return String.format(Locale.ROOT, "p50 %.3f ms, p99 %.3f ms", p50, p99);
    }
}
