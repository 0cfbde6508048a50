package io.userports.vector;

import io.userports.s1.Gaps;
import io.userports.s1.S1Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a vector of an S1 stream says beside what strict reading finds in it. */
final class S1StreamWitness {
    private S1StreamWitness() {}

    static List<String> disagreements(S1Stream vector) {
        Told told = new Told();
        List<String> pieces = vector.pieces().stream()
                .map(p -> p.kind() + " at " + p.at() + " of " + p.octets())
                .toList();
        List<S1Pieces.Piece> found = S1Pieces.of(vector.octets()).list();
        told.compare(
                "pieces", pieces, found.stream().map(p -> p.outline(p.name())).toList());
        List<Map<String, String>> telegrams = new ArrayList<>();
        for (S1Pieces.Piece piece : found) {
            if (piece.name().equals("telegram")) {
                telegrams.add(S1Witness.fields(S1Layout.EMUCS_H_1_3, piece.frame()));
            }
        }
        told.compare("lost", vector.lost(), lost(telegrams));
        int next = 0;
        for (S1Stream.Piece piece : vector.pieces()) {
            boolean telegram = piece.kind().equals("telegram");
            told.require(telegram == piece.reason().isEmpty(), "at " + piece.at() + ": " + Reasons.TEXT);
            if (telegram && next < telegrams.size()) {
                Map<String, String> fields = telegrams.get(next++);
                if (!piece.fields().isEmpty()) {
                    told.compare("fields at " + piece.at(), new TreeMap<>(piece.fields()), fields);
                }
            }
        }
        compareResult(vector, told);
        return told.differences();
    }

    /** Noise may be a broken telegram or nothing at all, so between acceptable and invalid the vector decides. */
    private static void compareResult(S1Stream vector, Told told) {
        boolean allRead = vector.pieces().stream().allMatch(p -> p.kind().equals("telegram"));
        boolean harmed = vector.pieces().stream()
                .anyMatch(p -> p.kind().equals("noise") || p.kind().equals("rejected"));
        boolean right =
                switch (vector.result()) {
                    case VALID -> allRead && vector.lost() == 0;
                    case ACCEPTABLE -> true;
                    case INVALID -> harmed;
                };
        told.require(right, "is called " + vector.result() + ", which its pieces and what is lost contradict");
    }

    private static int lost(List<Map<String, String>> telegrams) {
        int lost = 0;
        for (int i = 1; i < telegrams.size(); i++) {
            lost += Gaps.bySequence(sequence(telegrams.get(i - 1)), sequence(telegrams.get(i)));
        }
        return lost;
    }

    private static int sequence(Map<String, String> fields) {
        return Integer.parseInt(fields.get("seq"));
    }
}
