package io.userports.p1;

import io.userports.Vectors;
import io.userports.vector.P1Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Good telegrams, those of the vectors, and small changes to them. */
final class Samples {
    static final String ONE_PHASE = "p1-single-phase-50213";
    static final String THREE_PHASES = "p1-three-phase-50217-gas-water";
    static final String DELTA = "p1-delta-50221";

    private Samples() {}

    /** {@return the octets of the vector {@code id} as characters} */
    static String text(String id) {
        return String.join("\r\n", Vectors.get(id, P1Vector.class).lines());
    }

    /** {@return the telegram {@code text}, its last line replaced by one with the right checksum} */
    static String sealed(String text) {
        String body = text.substring(0, text.lastIndexOf('!') + 1);
        byte[] octets = octets(body);
        return body + String.format(Locale.ROOT, "%04X\r\n", P1Codec.crc(octets, 0, octets.length));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static DecodedTelegram decode(String text) {
        byte[] octets = octets(text);
        return P1Codec.decode(octets, 0, octets.length);
    }

    /** {@return the findings, a line each} */
    static List<String> findings(DecodedTelegram decoded) {
        return decoded.findings().stream()
                .map(f -> f.rule() + " " + f.level() + " " + f.line() + "/" + f.offset() + " " + f.text())
                .toList();
    }
}
