package io.userports.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.s1.Fcs;
import io.userports.s1.FrameKind;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import java.util.List;

/**
 * Strict reading of one frame of S1, by every layout: it never throws, gives samples of telegrams only, and writing
 * gives the telegram back. Few inputs have a good FCS, so each is read once as it is and once with its FCS put right.
 */
final class S1DecodeTarget {
    private static final int SHORTEST = 8;

    private S1DecodeTarget() {}

    static void take(byte[] octets) {
        read(octets);
        if (octets.length >= SHORTEST) {
            byte[] mended = octets.clone();
            Fcs.put(mended, 1, mended.length - 1 - Fcs.OCTETS);
            read(mended);
        }
    }

    private static void read(byte[] octets) {
        for (S1Layout layout : S1Layout.LIST) {
            FrameKind kind = S1View.of(layout).kindOf(octets);
            List<S1Frame> samples = S1Codec.decode(layout, octets);
            assertEquals(kind == FrameKind.TELEGRAM ? layout.samplesPerTelegram() : 0, samples.size());
            // the longer layout has a second, wider number, which a sample does not keep
            if (!samples.isEmpty() && layout != S1Layout.LONGER) {
                assertArrayEquals(octets, S1Codec.encode(layout, samples.toArray(S1Frame[]::new)));
            }
        }
    }
}
