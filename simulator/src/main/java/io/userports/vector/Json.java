package io.userports.vector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reading and writing of JSON for files of vectors: no key twice, nothing after the end. */
final class Json {
    /** More than all vectors that anybody will write by hand. */
    static final int MAX_OCTETS = 16 * 1024 * 1024;

    private static final int DEEPEST = 16;
    private static final char CLAUSE = '§';

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Json() {}

    /** {@return the tree that the octets of the file {@code name} are} */
    static JsonNode tree(String name, byte[] octets) {
        try {
            JsonNode root = MAPPER.readTree(text(name, octets));
            if (root.isMissingNode()) {
                throw InputException.at(name, "is empty; write a JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? name
                    : name + ":" + e.getLocation().getLineNr();
            throw InputException.at(where, "is no JSON to rely on: " + e.getOriginalMessage());
        }
    }

    /** {@return the line at which each element of the list {@code key} at the top begins} */
    static List<Integer> lines(String name, byte[] octets, String key) {
        List<Integer> lines = new ArrayList<>();
        try (JsonParser json = MAPPER.createParser(text(name, octets))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean list = json.currentName().equals(key) && json.nextToken() == JsonToken.START_ARRAY;
                while (list && json.nextToken() != JsonToken.END_ARRAY) {
                    lines.add(json.currentTokenLocation().getLineNr());
                    json.skipChildren();
                }
                if (!list) {
                    if (json.currentToken() == JsonToken.FIELD_NAME) {
                        json.nextToken();
                    }
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** {@return what {@code node} says; a complaint at {@code where} about what only the schema lets pass, like {@code #id}} */
    static <T> T bind(JsonNode node, Class<T> type, String where) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw InputException.at(where, e.getOriginalMessage(), e);
        }
    }

    /** {@return {@code node}, a text or a number, as it is written: nothing outside ASCII but the sign of a clause} */
    static String scalar(JsonNode node) {
        String written;
        try {
            written = MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder text = new StringBuilder(written.length());
        for (char ch : written.toCharArray()) {
            text.append(ch <= '~' || ch == CLAUSE ? String.valueOf(ch) : String.format("\\u%04X", (int) ch));
        }
        return text.toString();
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }

    private static String text(String name, byte[] octets) {
        if (octets.length > MAX_OCTETS) {
            throw InputException.at(name, "larger than " + MAX_OCTETS + " octets; divide it by theme");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            String before = new String(octets, 0, Math.min(octets.length, 200), StandardCharsets.UTF_8);
            throw InputException.at(name, "is not UTF-8 text, it begins " + Quoted.of(before) + "; save it as UTF-8");
        }
    }
}
