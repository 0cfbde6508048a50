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
 * Strict reading of one frame of S1, by every layout: it never throws, and writing what a telegram says gives
 * the telegram back. Few inputs have a good FCS, so each is read once as it is and once with its FCS put right.
 */
final class S1DecodeTarget {
    private static final int SHORTEST = 8;

    private static final List<S1View> VIEWS =
            S1Layout.LIST.stream().map(S1View::of).toList();

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
        for (S1View view : VIEWS) {
            if (view.kindOf(octets) == FrameKind.TELEGRAM) {
                S1Layout layout = S1Layout.LIST.get(VIEWS.indexOf(view));
                List<S1Frame> samples = S1Codec.decode(layout, octets);
                assertEquals(layout.samplesPerTelegram(), samples.size());
                // the longer layout has a second, wider number, which a sample does not keep
                if (layout != S1Layout.LONGER) {
                    assertArrayEquals(octets, S1Codec.encode(layout, samples.toArray(S1Frame[]::new)));
                }
            }
        }
    }
}
