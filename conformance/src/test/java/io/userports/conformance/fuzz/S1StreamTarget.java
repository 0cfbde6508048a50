package io.userports.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.s1.Fcs;
import io.userports.s1.FrameKind;
import io.userports.s1.FrameSplitter;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A stream of S1 in any chunks, with and without shared flags: nothing throws, every octet is in exactly one piece (a
 * shared flag in two frames), every frame has a good FCS, and the chunks make no difference.
 *
 * <p>The first octet of the input says how long the chunks are. Few inputs have a good FCS, so where the rest looks like
 * the beginning of a frame within the stream, its FCS is put right first.
 */
final class S1StreamTarget {
    private static final byte FLAG = 0x7E;
    private static final int SHORTEST_LENGTH = 6;

    private S1StreamTarget() {}

    static void take(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(input, 1, input.length);
        int chunk = 1 + (input[0] & 0xFF);
        check(stream, chunk);
        mend(stream);
        check(stream, chunk);
    }

    private static void check(byte[] stream, int chunk) {
        for (boolean shared : new boolean[] {false, true}) {
            Supplier<FrameSplitter> splitter = shared ? FrameSplitter::withSharedFlags : FrameSplitter::strict;
            Pieces whole = new Pieces(stream, shared);
            splitInto(whole, splitter.get(), stream.length + 1);
            Pieces chunked = new Pieces(stream, shared);
            splitInto(chunked, splitter.get(), chunk);
            assertEquals(whole.seen, chunked.seen);
        }
    }

    private static void splitInto(Pieces pieces, FrameSplitter splitter, int chunk) {
        for (int from = 0; from < pieces.stream.length; from += chunk) {
            splitter.feed(pieces.stream, from, Math.min(chunk, pieces.stream.length - from), pieces);
        }
        splitter.end(pieces);
        assertEquals(pieces.stream.length, pieces.next);
    }

    private static void mend(byte[] stream) {
        int at = 0;
        while (at + 2 < stream.length) {
            int length = (stream[at + 1] & 7) << 8 | stream[at + 2] & 0xFF;
            boolean begins = stream[at] == FLAG && stream[at + 1] < 0 && length >= SHORTEST_LENGTH;
            if (begins && at + length + 1 < stream.length) {
                Fcs.put(stream, at + 1, at + length + 1 - Fcs.OCTETS);
                at += length;
            }
            at++;
        }
    }

    /** Sees to it that the pieces follow each other, and that frames are frames. */
    private static final class Pieces implements FrameSplitter.Sink {
        final byte[] stream;
        final List<String> seen = new ArrayList<>();
        long next;
        private final boolean shared;
        private final S1View view = S1View.of(S1Layout.EMUCS_H_1_3);

        Pieces(byte[] stream, boolean shared) {
            this.stream = stream;
            this.shared = shared;
        }

        @Override
        public void frame(byte[] buffer, int at, int length, long offset) {
            assertTrue(offset == next || shared && offset == next - 1, () -> "a frame at " + offset + " after " + next);
            assertTrue(Fcs.isGood(buffer, at + 1, at + length - 1 - Fcs.OCTETS), "a wrong FCS");
            assertSame(buffer, at, length, offset);
            if (view.kind(buffer, at, length) == FrameKind.TELEGRAM) {
                view.frame(0);
            }
            seen.add("frame " + offset + " " + length);
            next = offset + length;
        }

        @Override
        public void noise(byte[] buffer, int at, int count, long offset) {
            assertEquals(next, offset);
            assertSame(buffer, at, count, offset);
            seen.add("noise " + offset + " " + count);
            next = offset + count;
        }

        private void assertSame(byte[] buffer, int at, int count, long offset) {
            int from = (int) offset;
            assertTrue(Arrays.equals(buffer, at, at + count, stream, from, from + count), "other octets than came");
        }
    }
}
