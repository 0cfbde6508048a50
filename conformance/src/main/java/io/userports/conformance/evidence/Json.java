package io.userports.conformance.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How evidence is written and read: one JSON object a line, strict when read back. */
final class Json {
    /** A message of a CEMS has 1 MiB at most, of which every character may be escaped; what leaves is far shorter. */
    static final int LONGEST_LINE = 8 * 1024 * 1024;

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength(LONGEST_LINE)
                        .build());
    }

    private Json() {}

    /** {@return the value of {@code type} on each line of {@code octets}; a line that is too long is not even gathered} */
    static <T> List<T> lines(InputStream octets, Class<T> type) throws IOException {
        List<T> all = new ArrayList<>();
        Reader in = new BufferedReader(new InputStreamReader(octets, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                all.add(MAPPER.readValue(line.toString(), type));
                line.setLength(0);
            } else if (line.length() == LONGEST_LINE) {
                throw new IOException("line " + (all.size() + 1) + " is longer than any of evidence");
            } else {
                line.append((char) c);
            }
        }
        if (line.length() > 0) {
            all.add(MAPPER.readValue(line.toString(), type));
        }
        return all;
    }
}
