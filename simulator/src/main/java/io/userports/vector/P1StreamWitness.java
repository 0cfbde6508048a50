package io.userports.vector;

import io.userports.p1.Crc;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.P1Sequence;
import io.userports.p1.Piece;
import io.userports.p1.TelegramSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a vector of a P1 stream says beside what strict reading finds in it. */
final class P1StreamWitness {
    private final P1Sequence sequence = new P1Sequence();
    private final List<String> outline = new ArrayList<>();
    private final List<Believed> telegrams = new ArrayList<>();

    /** What a telegram says, and what is wrong about it after those before it. */
    private record Believed(Map<String, String> objects, List<Finding> findings) {}

    private P1StreamWitness() {}

    static List<String> disagreements(P1Stream vector) {
        P1StreamWitness witness = new P1StreamWitness();
        TelegramSplitter splitter = new TelegramSplitter();
        byte[] octets = vector.octets();
        splitter.feed(octets, 0, octets.length, witness::take);
        splitter.end(witness::take);
        return witness.compare(vector);
    }

    private void take(Piece piece) {
        if (piece instanceof Piece.Unit unit) {
            DecodedTelegram decoded = P1Witness.decode(unit.octets());
            boolean believed = decoded.crc() == Crc.OK;
            outline.add(outline(believed ? "telegram" : "rejected", unit.offset(), unit.octets().length));
            if (believed) {
                List<Finding> findings = P1Witness.findings(sequence.after(decoded));
                telegrams.add(new Believed(P1Witness.objects(decoded), findings));
            }
        } else if (piece instanceof Piece.Noise noise) {
            outline.add(outline("noise", noise.offset(), noise.length()));
        }
    }

    private List<String> compare(P1Stream vector) {
        Told told = new Told();
        List<String> pieces = vector.pieces().stream()
                .map(p -> outline(p.kind(), p.at(), p.octets()))
                .toList();
        told.compare("pieces", pieces, outline);
        boolean rejected = false;
        boolean odd = false;
        int next = 0;
        for (P1Stream.Piece piece : vector.pieces()) {
            boolean telegram = piece.kind().equals("telegram");
            told.require(telegram == piece.reason().isEmpty(), "at " + piece.at() + ": " + Reasons.TEXT);
            rejected |= piece.kind().equals("rejected")
                    || !P1Witness.errors(piece.findings()).isEmpty();
            odd |= !telegram || !piece.findings().isEmpty();
            if (telegram && next < telegrams.size()) {
                compare(piece, telegrams.get(next++), told);
            }
        }
        Result result = rejected ? Result.INVALID : odd ? Result.ACCEPTABLE : Result.VALID;
        told.require(vector.result() == result, "is called " + vector.result() + "; its pieces make it " + result);
        return told.differences();
    }

    private static void compare(P1Stream.Piece piece, Believed telegram, Told told) {
        String where = " at " + piece.at();
        told.compare("findings" + where, P1Witness.sorted(piece.findings()), telegram.findings());
        told.require(!piece.objects().isEmpty(), "the telegram" + where + " needs an object that tells which it is");
        piece.objects()
                .forEach((code, text) ->
                        told.compare(code + where, text, telegram.objects().getOrDefault(code, "nothing to rely on")));
    }

    private static String outline(String kind, long at, long octets) {
        return kind + " at " + at + " of " + octets;
    }
}
