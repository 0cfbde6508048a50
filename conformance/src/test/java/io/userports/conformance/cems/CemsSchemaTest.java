package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The schema that editors complete a {@code cems.yaml} by, against the records that read one. */
final class CemsSchemaTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    private final JsonNode schema = packed("/rigs/cems/cems.schema.json");

    private static JsonNode packed(String resource) {
        try (InputStream in = CemsSchemaTest.class.getResourceAsStream(resource)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }

    private static List<String> complaints(JsonNode schema, JsonNode document) {
        Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        return read.validate(document).stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
                .toList();
    }

    @Test
    void itsKeysAreThoseOfTheRecords() {
        List<String> differences = new ArrayList<>();
        compare("cems.yaml", schema, CemsSpec.class, differences);
        assertEquals(List.of(), differences);
    }

    private void compare(String where, JsonNode found, Class<?> type, List<String> differences) {
        JsonNode node = resolved(found);
        Set<String> lacking = keys(type);
        Set<String> unknown = new TreeSet<>();
        node.path("properties").fieldNames().forEachRemaining(key -> {
            if (!lacking.remove(key)) {
                unknown.add(key);
            }
        });
        lacking.forEach(key -> differences.add(where + ": the schema lacks " + key));
        unknown.forEach(key -> differences.add(where + ": the schema has " + key + ", which is no key"));
        if (node.path("additionalProperties").asBoolean(true)) {
            differences.add(where + ": the schema lets other keys pass");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = resolved(node.path("properties").path(key(component)));
            boolean list = Collection.class.isAssignableFrom(component.getType());
            Class<?> group = list ? element(component.getGenericType()) : component.getType();
            if (isGroup(group) && !property.isMissingNode()) {
                compare(where + "." + key(component), list ? property.path("items") : property, group, differences);
            }
        }
    }

    private JsonNode resolved(JsonNode node) {
        for (JsonNode either : node.path("anyOf")) {
            if (either.has("properties")) {
                return either;
            }
        }
        return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Set<String> keys(Class<?> type) {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(type.getRecordComponents()).map(CemsSchemaTest::key).forEach(keys::add);
        return keys;
    }

    private static String key(RecordComponent component) {
        return PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.translate(component.getName());
    }

    private static Class<?> element(Type list) {
        Type element = ((ParameterizedType) list).getActualTypeArguments()[0];
        return element instanceof Class<?> type ? type : Object.class;
    }

    /** One that is written as a single value has a method that reads it. */
    private static boolean isGroup(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getDeclaredMethods()).noneMatch(m -> m.isAnnotationPresent(JsonCreator.class));
    }

    @Test
    void itNamesAllThatCanBeNamed() {
        assertEquals(
                Arrays.stream(Quantity.values()).map(Quantity::slug).toList(),
                texts(schema.at("/$defs/quantity/enum")));
        assertEquals(Mapping.BUILT_IN, texts(schema.at("/$defs/observe/properties/mapping/anyOf/0/enum")));
        assertEquals(
                Arrays.stream(Meaning.Sign.values()).map(Meaning.Sign::toString).toList(),
                texts(schema.at("/$defs/meaning/properties/sign/enum")));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void itAcceptsTheReference() {
        assertEquals(List.of(), complaints(schema, packed("/cems/reference.yaml")));
    }

    @Test
    void itAcceptsWhatEachBuiltInMappingSays() {
        JsonNode values = schema.at("/$defs/observe/properties/values");
        for (String name : Mapping.BUILT_IN.subList(1, Mapping.BUILT_IN.size())) {
            JsonNode wrapped = schema.deepCopy();
            ((ObjectNode) wrapped.get("properties")).set("values", values);
            ((ObjectNode) wrapped).remove("required");
            assertEquals(List.of(), complaints(wrapped, packed("/mappings/" + name + ".yaml")), name);
        }
    }

    @Test
    void itAcceptsTheExamplesOfTheDocumentation() throws IOException {
        int examples = 0;
        try (Stream<Path> pages = Files.list(Path.of("../docs"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".md")).toList()) {
                Matcher example = EXAMPLE.matcher(Files.readString(page));
                while (example.find()) {
                    JsonNode document = YAML.readTree(example.group(1));
                    if (document.has("vendor") || document.has("observe")) {
                        examples++;
                        assertEquals(List.of(), withoutMissing(document), page + ": " + example.group(1));
                        for (JsonNode entry : document.path("observe")) {
                            read(entry.toString().replace("{env:TOKEN}", "{env:PATH}"));
                        }
                    }
                }
            }
        }
        assertTrue(examples > 0);
    }

    /** JSON is YAML too. */
    private static void read(String entry) throws IOException {
        StrictYaml.read(new ByteArrayInputStream(entry.getBytes(StandardCharsets.UTF_8)), "an example", Observe.class);
    }

    /** An example may show one part only. */
    private List<String> withoutMissing(JsonNode document) {
        return complaints(schema, document).stream()
                .filter(c -> document.has("vendor") || !c.startsWith(": required property"))
                .toList();
    }

    @Test
    void itRefusesASecretThatIsWrittenOut() throws IOException {
        String text =
                """
                observe:
                  - {mapping: contract, mqtt: {broker: "tcp://h", topics: [a], user: u, password: "%1$s"}}
                  - {mapping: contract, http: {url: "http://h/", headers: {authorization: "Bearer %1$s", A: a}}}
                  - {mapping: contract, sse: {url: "http://h/", headers: {X-Auth-Token: "%1$s"}}}
                  - {mapping: contract, websocket: {url: "ws://h/", headers: {Cookie: "a=%1$s"}}}
                """;
        assertEquals(List.of(), withoutMissing(YAML.readTree(text.formatted("{env:NAME}"))));
        List<String> complaints = withoutMissing(YAML.readTree(text.formatted("secret")));
        assertEquals(4, complaints.size(), complaints.toString());
    }

    @Test
    void itRefusesWhatTheRecordsRefuse() throws IOException {
        JsonNode document = YAML.readTree(
                """
                vendor: v
                product: p
                version: "1"
                start: {command: [a, "{p1}"], shell: true}
                observe: [{stdout: {}, file: {path: a}}, {stdout: {}, values: [{at: /p}]}]
                claims: {quantities: [power]}
                """);
        Set<String> places = new TreeSet<>();
        complaints(schema, document).forEach(c -> places.add(c.substring(0, c.indexOf(':'))));
        assertEquals(Set.of("/claims", "/claims/quantities/0", "/observe/0", "/observe/1/values/0", "/start"), places);
    }
}
