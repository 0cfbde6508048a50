package io.userports.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.userports.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a run has written about itself, written and read back: records as JSON, nothing unknown, nothing twice. */
final class StrictJson {
    /** Far more than ten thousand scenarios need. */
    private static final long MOST_OCTETS = 64L << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private StrictJson() {}

    /** {@return {@code value} on one line} */
    static String line(Object value) {
        return written(MAPPER.writer(), value);
    }

    /** {@return {@code value} over several lines, for people too} */
    static String text(Object value) {
        return written(MAPPER.writerWithDefaultPrettyPrinter(), value) + "\n";
    }

    /** {@return the record of {@code type} that {@code json} is}; {@code where} stands for it in complaints. */
    static <T> T read(String json, String where, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value != null) {
                return value;
            }
            throw damaged(where, "nothing is there");
        } catch (JsonProcessingException e) {
            throw damaged(
                    where,
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage());
        }
    }

    /** {@return the text of a file that a run has written} */
    static String text(Path file) {
        try {
            // a link may lead anywhere, and a pipe never ends
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw damaged(file.toString(), "it is no file of its own");
            }
            if (Files.size(file) > MOST_OCTETS) {
                throw damaged(file.toString(), "it has more than " + MOST_OCTETS + " octets");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw damaged(file.toString(), "it is not there");
        } catch (IOException e) {
            throw damaged(file.toString(), e.toString());
        }
    }

    private static String written(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputException damaged(String where, String why) {
        return InputException.at(where, "is not as a run has written it (" + why + "); run the scenarios again");
    }
}
