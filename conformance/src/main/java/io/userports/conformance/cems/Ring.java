package io.userports.conformance.cems;

import java.util.Arrays;

/** The last {@value #CAPACITY} octets of a stream, and how many there were; grows with what it holds. */
public final class Ring {
    /** As much as is kept of a stream: what a crash left, not what a flood was. */
    public static final int CAPACITY = 8 * 1024 * 1024;

    private static final int LEAST = 4096;

    // As long as there is less than the capacity, it begins at 0; then the next octet replaces the oldest.
    private byte[] kept = {};
    private long total;

    /** Adds the first {@code length} octets of {@code chunk}. */
    public synchronized void add(byte[] chunk, int length) {
        grow(total + length);
        int from = Math.max(0, length - CAPACITY);
        total += from;
        while (from < length) {
            int place = (int) (total % CAPACITY);
            int some = Math.min(length - from, kept.length - place);
            System.arraycopy(chunk, from, kept, place, some);
            from += some;
            total += some;
        }
    }

    /** {@return how many octets were added, kept or not} */
    public synchronized long total() {
        return total;
    }

    /** {@return the octets that are kept, in order} */
    public byte[] octets() {
        return since(0);
    }

    /** {@return those of the octets from number {@code first} on that are kept, in order; the first of all is number 0} */
    public synchronized byte[] since(long first) {
        long from = Math.max(first, Math.max(0, total - CAPACITY));
        int length = (int) Math.max(0, total - from);
        byte[] octets = new byte[length];
        if (length > 0) {
            int place = (int) (from % CAPACITY);
            int some = Math.min(length, kept.length - place);
            System.arraycopy(kept, place, octets, 0, some);
            System.arraycopy(kept, 0, octets, some, length - some);
        }
        return octets;
    }

    private void grow(long needed) {
        if (needed > kept.length && kept.length < CAPACITY) {
            long doubled = Math.max(LEAST, Math.max(needed, 2L * kept.length));
            kept = Arrays.copyOf(kept, (int) Math.min(CAPACITY, doubled));
        }
    }
}
