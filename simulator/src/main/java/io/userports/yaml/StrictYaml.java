package io.userports.yaml;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A YAML reader that binds a file to a record and refuses whatever it does not understand.
 *
 * <p>Unknown keys, duplicate keys, aliases, a second document, numbers that are not finite and files over
 * {@value #MAX_OCTETS} octets are {@link InputException}s that name the file, the line, the value and what is allowed.
 * Keys are written in kebab case ({@code sub-meters}).
 */
public final class StrictYaml {
    /** Larger than any honest configuration; read before it is parsed, because a parser chokes on huge scalars. */
    static final int MAX_OCTETS = 256 * 1024;

    private static final ObjectMapper MAPPER = mapper();

    private StrictYaml() {}

    /** {@return the record of {@code type} that {@code file} describes} */
    public static <T> T read(Path file, Class<T> type) {
        try {
            if (Files.isDirectory(file)) {
                throw InputException.at(file.toString(), "is a directory; give a YAML file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, file.toString(), type);
            }
        } catch (NoSuchFileException e) {
            throw InputException.at(file.toString(), "no such file; check its name, and from where it is meant", e);
        } catch (AccessDeniedException e) {
            throw InputException.at(file.toString(), "may not be read; check its permissions", e);
        } catch (IOException e) {
            throw InputException.at(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }

    /** {@return the record of {@code type} that the stream describes}; {@code name} stands for it in complaints. */
    public static <T> T read(InputStream in, String name, Class<T> type) throws IOException {
        byte[] octets = in.readNBytes(MAX_OCTETS + 1);
        if (octets.length > MAX_OCTETS) {
            throw InputException.at(name, "larger than " + MAX_OCTETS + " octets; such a file is not a configuration");
        }
        String text = PlainText.of(octets, name);
        try (JsonParser first = MAPPER.createParser(text);
                JsonParser second = MAPPER.createParser(text)) {
            Outline outline = Outline.of(name, first);
            if (outline.isEmpty()) {
                throw InputException.at(name, "is empty; write " + Expected.of(type));
            }
            try {
                T value = MAPPER.readValue(second, type);
                if (value == null) {
                    throw InputException.at(name, "is empty; write " + Expected.of(type));
                }
                return value;
            } catch (JsonMappingException e) {
                throw new Complaint(name, outline, type).about(e);
            } catch (JsonProcessingException e) {
                // a file that is nothing but a number which cannot be read; within a group it comes with its path
                JsonMappingException pathless = new JsonMappingException(second, e.getOriginalMessage(), e);
                throw new Complaint(name, outline, type).about(pathless);
            }
        }
    }

    /**
     * {@return the record of {@code type} that stands under {@code key} in {@code file}; what stands beside it is not looked at}
     *
     * <p>For a file that was read as a whole before, elsewhere, where what it names may have been.
     */
    public static <T> T readPart(Path file, String key, Class<T> type) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(MAX_OCTETS + 1);
            if (octets.length > MAX_OCTETS) {
                throw InputException.at(file.toString(), "larger than " + MAX_OCTETS + " octets");
            }
            return MAPPER.treeToValue(
                    MAPPER.readTree(PlainText.of(octets, file.toString())).path(key), type);
        } catch (IOException | IllegalArgumentException e) {
            throw InputException.at(file + ": " + key, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static ObjectMapper mapper() {
        YAMLFactory factory = YAMLFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Outline.DEEPEST)
                        .maxNumberLength(40)
                        .build())
                .build();
        ObjectMapper mapper = YAMLMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .addHandler(new AsWritten())
                .build();
        mapper.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Float, CoercionAction.TryConvert);
        return mapper;
    }

    /** Hands a number to a type that is written as a text ({@code voltage: 230}): its own complaint says most. */
    private static final class AsWritten extends DeserializationProblemHandler {
        @Override
        public Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            JsonToken token = parser.currentToken();
            return token.isScalarValue() && instantiator != null && instantiator.canCreateFromString()
                    ? instantiator.createFromString(context, parser.getText())
                    : NOT_HANDLED;
        }
    }
}
