package io.userports.conformance.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.userports.adapter.AdapterId;
import io.userports.link.DataRequest;
import io.userports.yaml.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The schema that editors complete a rig file by, against the records that read one. */
final class RigSchemaTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    private final JsonNode schema;

    RigSchemaTest() throws IOException {
        schema = YAML.readTree(Path.of("../rigs/rig.schema.json").toFile());
    }

    private List<String> complaints(JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(document)
                .stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
                .toList();
    }

    @Test
    void itsKeysAreThoseOfTheRecords() {
        String group = "/$defs/port/anyOf/1";
        assertEquals(keys(RigFile.class), keys(schema));
        assertEquals(keys(PortFile.class), keys(schema.at(group)));
        assertEquals(keys(AdapterId.class), keys(schema.at("/$defs/adapter")));
        assertEquals(keys(DataRequest.class), keys(schema.at(group + "/properties/data-request/anyOf/1")));
    }

    private static List<String> keys(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(c -> PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.translate(c.getName()))
                .sorted()
                .toList();
    }

    private static List<String> keys(JsonNode group) {
        assertEquals("false", group.path("additionalProperties").toString());
        TreeSet<String> keys = new TreeSet<>();
        group.path("properties").fieldNames().forEachRemaining(keys::add);
        return List.copyOf(keys);
    }

    @Test
    void itNamesAllThatCanBeNamed() {
        assertEquals(words(DataRequest.Line.values()), texts(schema.at("/$defs/line/enum")));
        assertEquals(
                words(DataRequest.Start.values()),
                texts(schema.at("/$defs/port/anyOf/1/properties/data-request/anyOf/1/properties/start/enum")));
    }

    private static List<String> words(Object[] values) {
        return Arrays.stream(values).map(Object::toString).toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void itAcceptsEveryBuiltInRig() throws IOException {
        for (String name : BuiltInRigs.names()) {
            assertEquals(List.of(), complaints(YAML.readTree(BuiltInRigs.open(name))), name);
        }
    }

    @Test
    void itAcceptsTheExamplesOfTheDocumentationAndSoDoTheRecords() throws IOException {
        int examples = 0;
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/rigs.md")));
        while (example.find()) {
            examples++;
            assertEquals(List.of(), complaints(YAML.readTree(example.group(1))), example.group(1));
            RigReading.read(new ByteArrayInputStream(example.group(1).getBytes(StandardCharsets.UTF_8)), "an example");
        }
        assertTrue(examples > 0);
    }

    @Test
    void itRefusesWhatTheRecordsRefuse() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (String rig : List.of(
                "s1: pty",
                "{p1: pty, s2: pty}",
                "p1: file:a",
                "p1: {link: pty, baud: 5}",
                "p1: {link: pty, loopback: other}",
                "p1: {link: pty, data-request: dtr}",
                "p1: {link: pty, tags: [rack 2]}",
                "p1: {link: serial, adapter: {usb: ftdi}}",
                "p1: {link: serial, adapter: {path: left}}",
                "{p1: pty, s1: {link: pty, bit-rate: 99000000}}",
                "{p1: pty, s1: {link: pty, bit-rate: 1000000}}",
                "{p1: pty, patience: long}")) {
            Iterator<String> first = complaints(YAML.readTree(rig)).iterator();
            wrong.put(rig, first.hasNext() ? "refused" : "accepted");
        }
        assertEquals(List.of("refused"), wrong.values().stream().distinct().toList(), wrong.toString());
    }

    @Test
    void whatAPortTakesItSaysAsTheRecordsDo() throws IOException {
        Map<String, String> schemaSays = new TreeMap<>();
        Map<String, String> recordsSay = new TreeMap<>();
        for (String port : List.of(
                "link: pty",
                "link: pty, bit-rate: 9600",
                "link: pty, bit-rate: 115200",
                "link: pty, bit-rate: 1499999",
                "link: pty, bit-rate: 1500000",
                "link: pty, bit-rate: 2000000",
                "link: pty, bit-rate: 12000000",
                "link: pty, bit-rate: 12000001",
                "link: pty, data-request: none",
                "link: pty, data-request: open",
                "link: pty, data-request: {line: none}",
                "link: pty, data-request: {line: open}",
                "link: 'pty:/tmp/a'",
                "link: 'tcp:0'",
                "link: 'tcp:host'",
                "link: 'tcp:bench:4000'",
                "link: 'rfc2217:4000'",
                "link: 'rfc2217:host'",
                "link: 'serial:/dev/a', reader: /dev/b",
                "link: 'seriall:/dev/a', reader: /dev/b",
                "link: 'serial:rfc2217://bench:4000', reader: /dev/b",
                "link: 'serial:rfc2217://bench', reader: /dev/b",
                "link: 'file:a'",
                "link: '-'")) {
            for (String rig : List.of("{p1: {" + port + "}}", "{p1: 'tcp:7', s1: {" + port + "}}")) {
                schemaSays.put(rig, complaints(YAML.readTree(rig)).isEmpty() ? "accepted" : "refused");
                recordsSay.put(rig, isRead(rig) ? "accepted" : "refused");
            }
        }
        assertEquals(recordsSay, schemaSays);
        assertEquals(Set.of("accepted", "refused"), Set.copyOf(recordsSay.values()));
    }

    private static boolean isRead(String rig) throws IOException {
        try {
            RigReading.read(new ByteArrayInputStream(rig.getBytes(StandardCharsets.UTF_8)), "a port");
            return true;
        } catch (InputException e) {
            return false;
        }
    }
}
