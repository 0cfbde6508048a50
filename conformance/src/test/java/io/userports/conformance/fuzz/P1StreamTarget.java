package io.userports.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.p1.DecodedTelegram;
import io.userports.p1.P1Codec;
import io.userports.p1.P1Sequence;
import io.userports.p1.Piece;
import io.userports.p1.TelegramSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stream of P1 in any chunks: nothing throws, every octet is in exactly one piece, and the chunks make no difference.
 * The first octet of the input says how long they are. Few inputs have a good CRC, so what comes one after the other is
 * compared with new ones.
 */
final class P1StreamTarget {
    private P1StreamTarget() {}

    static void take(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(input, 1, input.length);
        List<Piece> whole = pieces(stream, stream.length + 1);
        List<Piece> chunked = pieces(stream, 1 + (input[0] & 0xFF));
        assertEquals(whole.size(), chunked.size());
        P1Sequence sequence = new P1Sequence();
        long offset = 0;
        for (int i = 0; i < whole.size(); i++) {
            Piece piece = whole.get(i);
            assertEquals(offset, piece.offset());
            assertEquals(offset, chunked.get(i).offset());
            if (piece instanceof Piece.Unit unit) {
                byte[] octets = unit.octets();
                int at = (int) offset;
                assertArrayEquals(Arrays.copyOfRange(stream, at, at + octets.length), octets);
                assertArrayEquals(((Piece.Unit) chunked.get(i)).octets(), octets);
                DecodedTelegram decoded = P1Codec.decode(octets, 0, octets.length);
                byte[] sealed = P1Codec.encode(decoded.telegram());
                sequence.after(P1Codec.decode(sealed, 0, sealed.length));
                offset += octets.length;
            } else if (piece instanceof Piece.Noise noise) {
                assertEquals(noise.length(), ((Piece.Noise) chunked.get(i)).length());
                offset += noise.length();
            }
        }
        assertEquals(stream.length, offset);
    }

    private static List<Piece> pieces(byte[] stream, int chunk) {
        List<Piece> pieces = new ArrayList<>();
        TelegramSplitter splitter = new TelegramSplitter();
        for (int from = 0; from < stream.length; from += chunk) {
            splitter.feed(stream, from, Math.min(from + chunk, stream.length), pieces::add);
        }
        splitter.end(pieces::add);
        return pieces;
    }
}
