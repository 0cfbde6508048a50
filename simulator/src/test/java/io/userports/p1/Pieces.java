package io.userports.p1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a splitter finds in a stream. */
final class Pieces {
    private final List<Piece> found = new ArrayList<>();

    private Pieces() {}

    /** {@return what is found when the stream comes in the chunks that end at {@code cuts}, and the rest} */
    static Pieces of(byte[] stream, int... cuts) {
        Pieces pieces = new Pieces();
        TelegramSplitter splitter = new TelegramSplitter();
        int from = 0;
        for (int cut : cuts) {
            splitter.feed(stream, from, cut, pieces.found::add);
            from = cut;
        }
        splitter.feed(stream, from, stream.length, pieces.found::add);
        splitter.end(pieces.found::add);
        return pieces;
    }

    /** {@return the pieces as text: what they are, where, and their octets} */
    List<String> all() {
        return found.stream().map(Pieces::text).toList();
    }

    /** {@return the offsets of the units that strict reading calls valid} */
    List<Long> validAt() {
        return found.stream().filter(Pieces::isValid).map(Piece::offset).toList();
    }

    private static boolean isValid(Piece piece) {
        return piece instanceof Piece.Unit unit
                && P1Codec.decode(unit.octets(), 0, unit.octets().length).valid();
    }

    private static String text(Piece piece) {
        return piece instanceof Piece.Unit unit
                ? unit.offset() + " unit " + latin(unit.octets())
                : piece.offset() + " noise " + ((Piece.Noise) piece).length() + " "
                        + latin(((Piece.Noise) piece).first());
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
