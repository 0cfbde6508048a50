package io.userports.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A YAML reader that binds a file to a record and refuses whatever it does not understand.
 *
 * <p>Unknown keys, duplicate keys, a second document, numbers that are not finite and files over {@value #MAX_OCTETS}
 * octets are {@link InputException}s that name the file, the line, the value and what is allowed. Keys are written in
 * kebab case ({@code sub-meters}).
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
            throw InputException.at(file.toString(), "no such file", e);
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
        try {
            T value = MAPPER.readValue(octets, type);
            if (value == null) {
                throw InputException.at(name, "is empty; allowed keys: " + keysOf(type));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw InputException.at(name + line(e.getLocation()), explain(e), e);
        }
    }

    private static String explain(JsonProcessingException e) {
        String at = e instanceof JsonMappingException mapping ? path(mapping) : "";
        if (e instanceof UnrecognizedPropertyException unknown) {
            String allowed = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return "unknown key '" + unknown.getPropertyName() + "'; allowed here: " + allowed;
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            String allowed = Arrays.stream(format.getTargetType().getEnumConstants())
                    .map(c -> c.toString())
                    .collect(Collectors.joining(", "));
            return at + "'" + format.getValue() + "' is not one of " + allowed;
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof InputException || root instanceof IllegalArgumentException) {
            return at + root.getMessage();
        }
        return at + e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(r -> r.getFieldName() != null ? r.getFieldName() : "[" + r.getIndex() + "]")
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String line(JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? "" : ":" + location.getLineNr();
    }

    private static String keysOf(Class<?> type) {
        if (!type.isRecord()) {
            return "see the documentation";
        }
        return Arrays.stream(type.getRecordComponents())
                .map(c -> PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.translate(c.getName()))
                .collect(Collectors.joining(", "));
    }

    private static ObjectMapper mapper() {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength(64 * 1024)
                        .maxNumberLength(40)
                        .build())
                .build();
        YAMLMapper.Builder builder = YAMLMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);
        ObjectMapper mapper = builder.build();
        mapper.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Float, CoercionAction.TryConvert);
        return mapper;
    }
}
