package io.userports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of vectors at the top of the repository, read with the line at which each vector begins. */
public final class VectorFile {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    private VectorFile() {}

    /** A vector and where it stands, for the message of a test that fails. */
    public record Located<T>(String where, T vector) {
        @Override
        public String toString() {
            return where;
        }
    }

    public static <T> List<Located<T>> read(String name, Class<T> type) throws IOException {
        Path file = Path.of("..", "vectors", name);
        List<Located<T>> vectors = new ArrayList<>();
        try (JsonParser json = MAPPER.createParser(file.toFile())) {
            while (!"vectors".equals(json.currentName()) || json.currentToken() != JsonToken.START_ARRAY) {
                json.nextToken();
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                String where =
                        "vectors/" + name + ":" + json.currentTokenLocation().getLineNr();
                vectors.add(new Located<>(where, MAPPER.readValue(json, type)));
            }
        }
        return vectors;
    }
}
