package io.userports.vector;

import io.userports.s1.FrameKind;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Layout;
import io.userports.s1.S1View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a vector of one S1 frame says beside what strict reading says of its octets. */
final class S1Witness {
    /** A good telegram, sent before and after the frame to see whether a receiver keeps in step. */
    private static final byte[] GOOD = S1Codec.encode(
            S1Layout.EMUCS_H_1_3, new S1Frame("1SAG3100000042", 0x0F, 52, 50_000, 1, 40, 1000, 80, 2000, 120, 3000, 0));

    private S1Witness() {}

    static List<String> disagreements(S1Vector vector) {
        Told told = new Told();
        byte[] octets = vector.octets();
        FrameKind kind = S1View.of(S1Layout.EMUCS_H_1_3).kindOf(octets);
        told.compare("kind", vector.kind(), name(kind));
        told.compare("fields", new TreeMap<>(vector.fields()), fields(layout(vector.layout()), octets));
        S1Pieces pieces = S1Pieces.of(GOOD, octets, GOOD);
        String between = vector.framed() ? "frame" : "noise";
        List<String> expected = List.of(
                "frame at 0 of " + GOOD.length,
                between + " at " + GOOD.length + " of " + octets.length,
                "frame at " + (GOOD.length + octets.length) + " of " + GOOD.length);
        told.compare("that between two good telegrams are pieces", expected, pieces.outline());
        boolean readable = kind == FrameKind.TELEGRAM;
        boolean right =
                switch (vector.result()) {
                    case VALID -> readable;
                    case ACCEPTABLE -> readable || kind.skipped();
                    case INVALID -> !readable && !kind.skipped();
                };
        told.require(right, "is called " + vector.result() + " and is of kind " + name(kind));
        return told.differences();
    }

    static String name(FrameKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the counts of the first sample as texts; none when the octets are no telegram of the layout} */
    static Map<String, String> fields(S1Layout layout, byte[] octets) {
        Map<String, String> fields = new TreeMap<>();
        S1Codec.decode(layout, octets).stream().limit(1).forEach(frame -> {
            fields.put("meterId", frame.meterId());
            fields.put("info", "" + frame.info());
            fields.put("rate", "" + frame.rate());
            fields.put("frequency", "" + frame.frequency());
            fields.put("seq", "" + frame.sequence());
            fields.put("u1", "" + frame.u1());
            fields.put("i1", "" + frame.i1());
            fields.put("u2", "" + frame.u2());
            fields.put("i2", "" + frame.i2());
            fields.put("u3", "" + frame.u3());
            fields.put("i3", "" + frame.i3());
            fields.put("iN", "" + frame.iN());
        });
        return fields;
    }

    private static S1Layout layout(String name) {
        return S1Layout.LIST.stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
