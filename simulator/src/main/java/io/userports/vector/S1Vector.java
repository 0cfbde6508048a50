package io.userports.vector;

import java.util.List;
import java.util.Map;

/**
 * One frame of S1.
 *
 * @param kind what strict reading makes of it: telegram, unknown-version, wrong-fcs...
 * @param layout the field table of {@code fields}
 * @param framed whether flags, length and FCS fit, so that a receiver keeps in step
 * @param fields what the fields say, as decimal counts; empty where nobody knows
 */
public record S1Vector(
        String id,
        String comment,
        List<String> flags,
        List<String> clauses,
        List<String> cases,
        List<String> faults,
        String of,
        Result result,
        String kind,
        String layout,
        boolean framed,
        List<String> hex,
        Map<String, String> fields)
        implements Vector.Judged {
    public S1Vector {
        flags = List.copyOf(flags);
        clauses = List.copyOf(clauses);
        cases = Octets.list(cases);
        faults = Octets.list(faults);
        of = of == null ? "" : of;
        hex = List.copyOf(hex);
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    @Override
    public byte[] octets() {
        return Octets.ofHex(hex);
    }
}
