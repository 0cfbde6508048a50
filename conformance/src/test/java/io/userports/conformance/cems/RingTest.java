package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RingTest {
    @Test
    void aFewOctetsAreAllKept() {
        Ring ring = new Ring();
        ring.add(new byte[] {1, 2, 3, 4}, 3);
        ring.add(new byte[] {5}, 1);
        assertArrayEquals(new byte[] {1, 2, 3, 5}, ring.octets());
        assertArrayEquals(new byte[] {3, 5}, ring.since(2));
        assertArrayEquals(new byte[0], ring.since(4));
        assertEquals(4, ring.total());
    }

    @Test
    void ofMoreThanItHoldsTheLastAreKept() {
        Random random = new Random(5);
        Ring ring = new Ring();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < 3 * Ring.CAPACITY) {
            byte[] chunk = new byte[1 + random.nextInt(1_000_000)];
            random.nextBytes(chunk);
            ring.add(chunk, chunk.length);
            all.writeBytes(chunk);
        }
        byte[] octets = all.toByteArray();
        assertArrayEquals(Arrays.copyOfRange(octets, octets.length - Ring.CAPACITY, octets.length), ring.octets());
        assertArrayEquals(Arrays.copyOfRange(octets, octets.length - 5, octets.length), ring.since(octets.length - 5));
        assertEquals(octets.length, ring.total());
    }

    @Test
    void ofAChunkThatIsLongerTheEndIsKept() {
        byte[] chunk = new byte[Ring.CAPACITY + 3];
        chunk[0] = 1;
        chunk[3] = 2;
        chunk[chunk.length - 1] = 3;
        Ring ring = new Ring();
        ring.add(chunk, chunk.length);
        assertArrayEquals(Arrays.copyOfRange(chunk, 3, chunk.length), ring.octets());
        assertEquals(chunk.length, ring.total());
    }
}
