package io.userports.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.p1.Crc;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.P1Codec;
import io.userports.p1.Position;
import io.userports.p1.Violation;
import java.nio.charset.StandardCharsets;

/**
 * Strict reading of one telegram of P1: it never throws, says places within the octets only, and calls valid only what
 * writing gives back octet by octet; NULs after the CRC are the one thing that it forgives.
 */
final class P1DecodeTarget {
    private P1DecodeTarget() {}

    static void take(byte[] octets) {
        DecodedTelegram decoded = P1Codec.decode(octets, 0, octets.length);
        assertEquals(octets.length, decoded.length());
        assertEquals(decoded.telegram().objects().size(), decoded.positions().size());
        for (Position at : decoded.positions()) {
            assertTrue(at.offset() < octets.length, () -> "an object at " + at);
        }
        for (Violation finding : decoded.findings()) {
            boolean within = finding.offset() >= 0 && finding.offset() <= octets.length;
            assertTrue(within && finding.line() > 0 && !finding.text().isEmpty(), finding::toString);
        }
        byte[] written = P1Codec.encode(decoded.telegram());
        DecodedTelegram again = P1Codec.decode(written, 0, written.length);
        assertEquals(decoded.telegram(), again.telegram());
        assertEquals(Crc.OK, again.crc());
        if (decoded.valid()) {
            assertEquals(text(octets).replace("\0", ""), text(written));
        }
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
