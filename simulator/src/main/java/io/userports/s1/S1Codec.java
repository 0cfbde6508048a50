package io.userports.s1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The two directions between a telegram and its octets; writing judges nothing (e-MUCS H 1.3 §4.2, §4.3). */
public final class S1Codec {
    private S1Codec() {}

    /**
     * {@return the telegram of {@code samples}, with its FCS; what a field cannot say is cut off at its limits}
     *
     * @param samples as many as the layout has in a telegram; the first one says what is said once
     */
    public static byte[] encode(S1Layout layout, S1Frame... samples) {
        if (samples.length != layout.samplesPerTelegram()) {
            throw new IllegalArgumentException("a telegram of layout " + layout.name() + " has "
                    + layout.samplesPerTelegram() + " samples, not " + samples.length);
        }
        byte[] octets = new byte[layout.octets()];
        putFrame(layout, octets);
        int at = S1Layout.HEADER;
        for (S1Layout.Field field : layout.fields()) {
            if (field.type() == S1Layout.Type.ASCII14) {
                putMeterId(samples[0].meterId(), octets, at);
            } else {
                put(field.type(), count(field, samples[field.sample()]), octets, at);
            }
            at += field.type().octets();
        }
        Fcs.put(octets, 1, at);
        return octets;
    }

    /**
     * {@return the samples of a telegram, read strictly; none when {@code octets} are none of {@code layout}, and
     * {@link S1View#kindOf} says why}
     */
    public static List<S1Frame> decode(S1Layout layout, byte[] octets) {
        S1View view = S1View.of(layout);
        List<S1Frame> samples = new ArrayList<>();
        if (view.kindOf(octets) == FrameKind.TELEGRAM) {
            for (int sample = 0; sample < layout.samplesPerTelegram(); sample++) {
                samples.add(view.frame(sample));
            }
        }
        return samples;
    }

    /** Writes what is the same in every telegram of a layout: flags, frame format, address, control. */
    static void putFrame(S1Layout layout, byte[] octets) {
        int length = layout.length();
        octets[0] = S1Layout.FLAG;
        octets[1] = (byte) (S1Layout.TYPE_1 | length >> 8);
        octets[2] = (byte) length;
        octets[3] = S1Layout.ADDRESS;
        octets[4] = S1Layout.CONTROL;
        octets[layout.octets() - 1] = S1Layout.FLAG;
    }

    static void putMeterId(String meterId, byte[] octets, int at) {
        byte[] id = meterId.getBytes(StandardCharsets.ISO_8859_1);
        int length = S1Layout.Type.ASCII14.octets();
        if (id.length != length || !new String(id, StandardCharsets.ISO_8859_1).equals(meterId)) {
            throw new IllegalArgumentException("meter id '" + meterId + "': give " + length
                    + " characters of one octet each, such as 1SAG1100000042");
        }
        System.arraycopy(id, 0, octets, at, length);
    }

    /** Writes {@code count} big-endian, cut off at the limits of its type. */
    static void put(S1Layout.Type type, int count, byte[] octets, int at) {
        putOctets(Math.max(type.min(), Math.min(type.max(), count)), type.octets(), octets, at);
    }

    static void putOctets(int value, int width, byte[] octets, int at) {
        int rest = value;
        for (int i = at + width - 1; i >= at; i--) {
            octets[i] = (byte) rest;
            rest >>= 8;
        }
    }

    private static int count(S1Layout.Field field, S1Frame frame) {
        return switch (field.name()) {
            case "info" -> frame.info();
            case "rate" -> frame.rate();
            case "frequency" -> frame.frequency();
            case "seq" -> frame.sequence() & Gaps.MODULUS - 1;
            case "longSeq" -> frame.sequence();
            case "u1" -> frame.u1();
            case "i1" -> frame.i1();
            case "u2" -> frame.u2();
            case "i2" -> frame.i2();
            case "u3" -> frame.u3();
            case "i3" -> frame.i3();
            case "iN" -> frame.iN();
            default -> throw new IllegalArgumentException("no telegram has a field '" + field.name() + "'");
        };
    }
}
