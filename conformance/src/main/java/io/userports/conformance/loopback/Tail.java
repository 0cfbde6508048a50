package io.userports.conformance.loopback;

import java.util.Arrays;

/** The last octets of a stream, found by their place in it. */
final class Tail {
    private static final int FIRST_CAPACITY = 1 << 12;
    /** What has not been recognised for so many octets is not compared any more. */
    private static final int MOST = 1 << 20;

    private byte[] kept = new byte[FIRST_CAPACITY];
    private long begin;
    private int length;

    void add(byte[] octets, int from, int count) {
        if (length + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + count));
        }
        System.arraycopy(octets, from, kept, length, count);
        length += count;
        if (length > MOST) {
            forgetBefore(end() - MOST / 2);
        }
    }

    /** {@return how many octets the stream has had} */
    long end() {
        return begin + length;
    }

    /** {@return whether the octet at {@code place} is still there} */
    boolean has(long place) {
        return place >= begin;
    }

    byte[] copy(long from, long to) {
        return Arrays.copyOfRange(kept, (int) (from - begin), (int) (to - begin));
    }

    void forgetBefore(long place) {
        int count = (int) (place - begin);
        System.arraycopy(kept, count, kept, 0, length - count);
        length -= count;
        begin = place;
    }
}
