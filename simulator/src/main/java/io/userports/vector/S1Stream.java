package io.userports.vector;

import java.util.List;
import java.util.Map;

/**
 * A stream of S1 and the pieces that it is made of, in order and without gaps.
 *
 * @param lost telegrams that the sequence numbers of the telegrams say are missing between them
 */
public record S1Stream(
        String id,
        String comment,
        List<String> flags,
        List<String> clauses,
        List<String> cases,
        List<String> faults,
        String of,
        Result result,
        List<String> hex,
        int lost,
        List<S1Stream.Piece> pieces)
        implements Vector.Judged {
    public S1Stream {
        flags = List.copyOf(flags);
        clauses = List.copyOf(clauses);
        cases = Octets.list(cases);
        faults = Octets.list(faults);
        of = of == null ? "" : of;
        hex = List.copyOf(hex);
        pieces = List.copyOf(pieces);
    }

    /**
     * A stretch of the stream.
     *
     * @param kind telegram; skipped: a legal frame that says something unknown; rejected: a frame with a good FCS that
     *     is none of this port; noise: octets outside frames, broken telegrams among them
     * @param at octets of the stream before it
     * @param octets how many it has
     * @param reason why it is no telegram; empty for one
     * @param fields what a telegram says; empty when the test is not about it
     */
    public record Piece(String kind, int at, int octets, String reason, Map<String, String> fields) {
        public Piece {
            reason = reason == null ? "" : reason;
            fields = fields == null ? Map.of() : Map.copyOf(fields);
        }
    }

    @Override
    public byte[] octets() {
        return Octets.ofHex(hex);
    }
}
