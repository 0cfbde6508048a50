package io.userports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The octets of every valid telegram among the vectors, by the id of its vector. */
public final class ValidVectors {
    private ValidVectors() {}

    public static Map<String, byte[]> p1() throws IOException {
        Map<String, byte[]> telegrams = new TreeMap<>();
        for (JsonNode vector : valid("p1-telegrams.json")) {
            List<String> lines = new ArrayList<>();
            vector.get("lines").forEach(line -> lines.add(line.asText()));
            telegrams.put(vector.get("id").asText(), String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
        }
        return telegrams;
    }

    public static Map<String, byte[]> s1() throws IOException {
        Map<String, byte[]> telegrams = new TreeMap<>();
        for (JsonNode vector : valid("s1-telegrams.json")) {
            telegrams.put(
                    vector.get("id").asText(),
                    HexFormat.of().parseHex(vector.get("octets").asText()));
        }
        return telegrams;
    }

    private static List<JsonNode> valid(String file) throws IOException {
        return VectorFile.read(file, JsonNode.class).stream()
                .map(VectorFile.Located::vector)
                .filter(v -> v.get("result").asText().equals("valid"))
                .toList();
    }
}
