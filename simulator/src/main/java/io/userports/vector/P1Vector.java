package io.userports.vector;

import java.util.List;
import java.util.Map;

/**
 * One telegram of P1.
 *
 * @param crc ok, bad or missing
 * @param lines joined by CR LF; empty when {@code hex} has the octets
 * @param objects what a receiver may know of it: code and the text after the code as it stands
 * @param findings all that strict reading of this telegram alone reports
 */
public record P1Vector(
        String id,
        String comment,
        List<String> flags,
        List<String> clauses,
        List<String> cases,
        List<String> faults,
        String of,
        Result result,
        String crc,
        List<String> lines,
        List<String> hex,
        Map<String, String> objects,
        List<Finding> findings)
        implements Vector.Judged {
    public P1Vector {
        flags = List.copyOf(flags);
        clauses = List.copyOf(clauses);
        cases = Octets.list(cases);
        faults = Octets.list(faults);
        of = of == null ? "" : of;
        lines = Octets.list(lines);
        hex = Octets.list(hex);
        objects = Map.copyOf(objects);
        findings = List.copyOf(findings);
    }

    @Override
    public byte[] octets() {
        return Octets.of(lines, hex);
    }
}
