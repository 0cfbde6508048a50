package io.userports.vector;

import java.util.List;
import java.util.Map;

/**
 * A stream of P1 and the pieces that it is made of, in order and without gaps.
 *
 * @param lines joined by CR LF; empty when {@code hex} has the octets
 */
public record P1Stream(
        String id,
        String comment,
        List<String> flags,
        List<String> clauses,
        List<String> cases,
        List<String> faults,
        String of,
        Result result,
        List<String> lines,
        List<String> hex,
        List<P1Stream.Piece> pieces)
        implements Vector.Judged {
    public P1Stream {
        flags = List.copyOf(flags);
        clauses = List.copyOf(clauses);
        cases = Octets.list(cases);
        faults = Octets.list(faults);
        of = of == null ? "" : of;
        lines = Octets.list(lines);
        hex = Octets.list(hex);
        pieces = List.copyOf(pieces);
    }

    /**
     * A stretch of the stream.
     *
     * @param kind telegram: its CRC is right; rejected: begins like one and is none to believe; noise: anything else
     * @param at octets of the stream before it
     * @param octets how many it has
     * @param reason why it is rejected or noise; empty for a telegram
     * @param objects some of what the telegram says, enough to tell it from the others
     * @param findings all that strict reading reports of it after those before it
     */
    public record Piece(
            String kind, int at, int octets, String reason, Map<String, String> objects, List<Finding> findings) {
        public Piece {
            reason = reason == null ? "" : reason;
            objects = objects == null ? Map.of() : Map.copyOf(objects);
            findings = Octets.list(findings);
        }
    }

    @Override
    public byte[] octets() {
        return Octets.of(lines, hex);
    }
}
