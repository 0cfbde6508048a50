package io.userports.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the fuzzer begins with: the vectors, and the configuration that is built in. */
final class Seeds {
    static final List<String> RIGS = List.of("virtual", "tcp");
    static final List<String> CEMS = List.of("reference");

    private Seeds() {}

    static Map<String, byte[]> p1Telegrams() {
        Map<String, byte[]> telegrams = new TreeMap<>();
        for (JsonNode vector : vectors("p1-telegrams.json")) {
            List<String> lines = new ArrayList<>();
            vector.get("lines").forEach(line -> lines.add(line.asText()));
            telegrams.put(vector.get("id").asText(), String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
        }
        return telegrams;
    }

    static Map<String, byte[]> s1Telegrams() {
        Map<String, byte[]> telegrams = new TreeMap<>();
        for (JsonNode vector : vectors("s1-telegrams.json")) {
            telegrams.put(
                    vector.get("id").asText(),
                    HexFormat.of().parseHex(vector.get("octets").asText()));
        }
        return telegrams;
    }

    /** {@return for each telegram a stream with it twice, after an octet that says how long the chunks are} */
    static Map<String, byte[]> streams(Map<String, byte[]> telegrams, int chunk) {
        Map<String, byte[]> streams = new TreeMap<>();
        telegrams.forEach((id, telegram) -> {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            stream.write(chunk);
            stream.writeBytes(telegram);
            stream.write('x');
            stream.writeBytes(telegram);
            streams.put(id, stream.toByteArray());
        });
        return streams;
    }

    static Map<String, byte[]> resources(String folder, List<String> names) {
        Map<String, byte[]> files = new TreeMap<>();
        names.forEach(name -> files.put(name, resource(folder + name + ".yaml")));
        return files;
    }

    private static JsonNode vectors(String file) {
        try {
            return new ObjectMapper().readTree(resource("/vectors/" + file)).get("vectors");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Seeds.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
