package io.userports.conformance.loopback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/**
 * A result as JSON.
 *
 * @param exit the exit code
 * @param conclusion what follows, in a sentence
 * @param result all figures
 */
public record LoopFile(int exit, String conclusion, LoopResult result) {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    /** {@return {@code result} with what follows from it} */
    public static LoopFile of(LoopResult result, Conclusion conclusion) {
        return new LoopFile(conclusion.exit().code(), conclusion.sentence(), result);
    }

    /** {@return it over several lines} */
    public String text() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
