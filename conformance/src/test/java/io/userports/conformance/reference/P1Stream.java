package io.userports.conformance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.Crc16;

/** A reference that reads P1, and what a test writes to it; a second passes with every writing. */
final class P1Stream {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new ArrayList<>();
    private final ReferenceCems cems;
    private long nanos;

    P1Stream(Defect defect) {
        cems = new ReferenceCems(defect, 1, lines::add);
        cems.start(UserPort.P1);
    }

    /** {@return {@code text} from its slash to its exclamation mark, with its CRC and a line end} */
    static String sealed(String text) {
        return text + crc(text) + "\r\n";
    }

    static String crc(String text) {
        Crc16 crc = Crc16.arc();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return "%04X".formatted(crc.getValue());
    }

    /** {@return a telegram of these objects} */
    static String telegram(String... objects) {
        return sealed("/FLU5\\253769484_A\r\n\r\n" + String.join("\r\n", objects) + "\r\n!");
    }

    /** {@return a telegram that says that much power, and nothing else} */
    static String power(String kilowatts) {
        return telegram("1-0:1.7.0(" + kilowatts + "*kW)");
    }

    P1Stream send(String text) {
        nanos += 1_000_000_000;
        return goOn(text);
    }

    /** Sends more in the same second, 200 ms later. */
    P1Stream pauseAndSend(String text) {
        nanos += 200_000_000;
        return goOn(text);
    }

    private P1Stream goOn(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        cems.octets(UserPort.P1, octets, octets.length, nanos);
        cems.tick(UserPort.P1, nanos);
        return this;
    }

    /** {@return the values that are shown now, as they are written} */
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        for (String line : lines) {
            JsonNode node = read(line);
            if (node.has("quantity") && node.get("value").isNull()) {
                shown.remove(node.get("quantity").asText());
            } else if (node.has("quantity")) {
                shown.put(
                        node.get("quantity").asText(),
                        (node.get("value").asText() + " " + node.get("unit").asText()).strip());
            }
        }
        shown.values().removeIf(String::isEmpty);
        return shown;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
