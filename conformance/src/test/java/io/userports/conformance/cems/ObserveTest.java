package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written about places and mappings, and what is said to it. */
final class ObserveTest {
    private static <T> T read(Class<T> type, String yaml) {
        try {
            return StrictYaml.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cems.yaml", type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String complaint(Class<?> type, String yaml) {
        return assertThrows(InputException.class, () -> read(type, yaml)).getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{mapping: contract} | cems.yaml:1: says in 0 ways where the CEMS shows its values; write one of stdout, file, http, http-push, sse, websocket, mqtt, operator",
                "{stdout: {}, file: {path: a}} | cems.yaml:1: says in 2 ways where the CEMS shows its values; write one of stdout, file, http, http-push, sse, websocket, mqtt, operator",
                "{http: {url: \"http://h/\"}} | cems.yaml:1: does not say what is shown there; write mapping: or values:",
                "{http: {}, mapping: contract} | cems.yaml:1: http: the key 'url' is missing; write an address like http://127.0.0.1:8080/data",
                "{http: {url: \"ftp://h/\"}, mapping: contract} | cems.yaml:1: http.url: 'ftp://h/' is no address; write one like http://127.0.0.1:8080/data",
                "{websocket: {url: \"http://h/\"}, mapping: contract} | cems.yaml:1: websocket.url: 'http://h/' is no address; write one like ws://127.0.0.1:8080/data",
                "{http: {url: \"http://{hots}/\"}, mapping: contract} | cems.yaml:1: http.url: '{hots}' stands for nothing; known are {p1}, {p1-host}, {p1-port}, {s1}, {s1-host}, {s1-port}, {s1-bit-rate}, {host}, {port}, {dir}, {tz}, {time-scale}, {java}, {classpath}, {defect}, {push}, {run}",
                "{http: {url: \"http://h/\", every: 1 ms}, mapping: contract} | cems.yaml:1: http.every: '1 ms' is not 100 ms to 1 h",
                "{http: {url: \"http://h/\", headers: {Host: h}}, mapping: contract} | cems.yaml:1: http.headers: 'Host' cannot be sent as a header: restricted header name: \"Host\"",
                "{http: {url: \"http://h/\", headers: {A: \"Bearer {env:NO_SUCH_VARIABLE}\"}}, mapping: contract} | cems.yaml:1: http.headers: there is no variable 'NO_SUCH_VARIABLE' in the environment; set it before the run",
                "{http: {url: \"http://h/\", headers: {authorization: Bearer abc}}, mapping: contract} | cems.yaml:1: http.headers.authorization: is a secret in a file that becomes evidence; write \"{env:NAME}\" and set that variable of the environment",
                "{sse: {url: \"http://h/\", headers: {X-Auth-Token: abc}}, mapping: contract} | cems.yaml:1: sse.headers.X-Auth-Token: is a secret in a file that becomes evidence; write \"{env:NAME}\" and set that variable of the environment",
                "{websocket: {url: \"ws://h/\", headers: {X-Api-Key: abc}}, mapping: contract} | cems.yaml:1: websocket.headers.X-Api-Key: is a secret in a file that becomes evidence; write \"{env:NAME}\" and set that variable of the environment",
                "{http: {url: \"http://h/\", headers: {Cookie: a=b}}, mapping: contract} | cems.yaml:1: http.headers.Cookie: is a secret in a file that becomes evidence; write \"{env:NAME}\" and set that variable of the environment",
                "{mqtt: {broker: \"tcp://h\", topics: [a], user: u, password: abc}, mapping: contract} | cems.yaml:1: mqtt.password: is a secret in a file that becomes evidence; write \"{env:NAME}\" and set that variable of the environment",
                "{http-push: {listen: \"8080\"}, mapping: contract} | cems.yaml:1: http-push.listen: '8080' is no address; write host and port, like 127.0.0.1:0 for any free port",
                "{http-push: {listen: \"h:70000\"}, mapping: contract} | cems.yaml:1: http-push.listen: 'h:70000' is no address; write host and port, like 127.0.0.1:0 for any free port",
                "{http-push: {path: telegrams}, mapping: contract} | cems.yaml:1: http-push.path: 'telegrams' is no path; write one like /api/telegrams",
                "{file: {}} | cems.yaml:1: file: the key 'path' is missing; write the name of a file that the CEMS writes, like \"{dir}/out.log\"",
                "{stdout: {}, mapping: homewizard} | cems.yaml:1: mapping 'homewizard': not built in; built in are contract, homewizard-v1, homewizard-v2, dsmr-reader, p1-dongle, esphome-web, esphome-mqtt, shelly-em; or give a YAML file",
                "{stdout: {}, mapping: ./no.yaml} | cems.yaml:1: ./no.yaml: no such file; check its name, and from where it is meant",
                "{stdout: {}, silence: 1 ms} | cems.yaml:1: silence: '1 ms' is not 100 ms to 1 h",
                "{stdout: {}, pattern: \"(\"} | cems.yaml:1: pattern: '(' is no regular expression: Unclosed group",
                "{stdout: {}, values: [{group: p, quantity: text}]} | cems.yaml:1: pattern: is missing; the group 'p' is to be found by it",
                "{stdout: {}, pattern: \"(?<q>.)\", values: [{group: p, quantity: text}]} | cems.yaml:1: pattern: '(?<q>.)' has no group 'p'; write (?<p>…)",
                "{stdout: {}, missing: never} | cems.yaml:1: missing: 'never' is not one of absent, unchanged",
            })
    void aPlaceThatIsWrittenWronglyIsExplained(String yaml, String complaint) {
        assertEquals(complaint, complaint(Observe.class, yaml));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{at: /p} | cems.yaml:1: stands for nothing; write one of quantity, status and event",
                "{status: p1, event: e} | cems.yaml:1: stands for nothing; write one of quantity, status and event",
                "{at: p, quantity: text} | cems.yaml:1: at: 'p' is no JSON pointer; write a / before each key or number, and ~1 for a / and ~0 for a ~ in a key, like /data/power or /external/[type=gas_meter]/value",
                "{topic: a/#/b, quantity: text} | cems.yaml:1: topic: 'a/#/b' is no topic; + stands for a whole level and # for the rest at the end, like home/+/power",
                "{at: /p, group: g, quantity: text} | cems.yaml:1: group: stands beside at; a text is found by one of them",
                "{quantity: power-import, unit: V} | cems.yaml:1: unit: 'V' is no unit of power-import; allowed: kW, W",
                "{quantity: text, unit: V} | cems.yaml:1: unit: 'V' is no unit of text; leave it out",
                "{event: e, unit: V} | cems.yaml:1: unit: 'V' is no unit of what is no quantity; leave it out",
                "{quantity: text, scale: 10} | cems.yaml:1: scale: is of numbers only; leave it out",
                "{quantity: text, sign: absolute} | cems.yaml:1: sign: is of numbers only; leave it out",
                "{quantity: power-net, sign: export} | cems.yaml:1: sign: 'export' is not one of as-is, export-positive, absolute",
                "{quantity: text, time: iso} | cems.yaml:1: time: is of times only; leave it out",
                "{quantity: text, zone: Europe/Brussels} | cems.yaml:1: zone: is of times only; leave it out",
                "{quantity: gas-time, zone: Brussels} | cems.yaml:1: zone: 'Brussels' is no time zone; write one like Europe/Brussels",
                "{quantity: gas-time, time: seconds} | cems.yaml:1: time: 'seconds' is no form of a time; write iso, epoch-seconds, epoch-milliseconds or a pattern like yyMMddHHmmss",
                "{quantity: gas-volume, hex: true} | cems.yaml:1: hex: is of texts only; leave it out",
                "{status: p2} | cems.yaml:1: status: 'p2' is no port; allowed: p1, s1",
                "{event: e, port: p2} | cems.yaml:1: port: 'p2' is no port; allowed: p1, s1",
                "{status: p1, words: {1: good}} | cems.yaml:1: words: 'good' is no status; allowed: receiving, stale, no-data",
            })
    void aMeaningThatIsWrittenWronglyIsExplained(String yaml, String complaint) {
        assertEquals(complaint, complaint(Meaning.class, yaml));
    }

    @Test
    void aQuantityThatDoesNotExistIsToldWithThoseThatDo() {
        assertEquals(
                "cems.yaml:1: quantity: 'power' is not one of "
                        + Arrays.stream(Quantity.values()).map(Quantity::slug).collect(Collectors.joining(", ")),
                complaint(Meaning.class, "{quantity: power}"));
    }

    @Test
    void aMappingInAFileIsJoinedByWhatStandsBesideItsName(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("mine.yaml"),
                """
                missing: unchanged
                silence: 10 s
                absent: [gone]
                values: [{at: /p, quantity: power-import}]
                """);
        Observe observe = read(
                Observe.class,
                "{stdout: {}, mapping: " + file
                        + ", silence: 3 s, absent: [away], values: [{at: /q, quantity: power-export}]}");
        assertEquals(
                read(
                        Mapping.class,
                        "{missing: unchanged, silence: 3 s, absent: [gone, away], values: [{at: /p, quantity:"
                                + " power-import}, {at: /q, quantity: power-export}]}"),
                observe.meaning());
    }

    @Test
    void aMappingInAFileMustSaySomething(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), "silence: 10 s\n");
        assertEquals(
                "cems.yaml:1: " + file + ": the key 'values' is missing; write a list of what stands for what",
                complaint(Observe.class, "{stdout: {}, mapping: " + file + "}"));
    }

    @Test
    void whereTheCemsPostsToIsDeclaredOnce() {
        String cems =
                """
                vendor: v
                product: p
                version: "1"
                start: {command: [a, "{p1}", "%s"]}
                observe: [%s]
                claims: {freshness: 10 s}
                """;
        String push = "{http-push: {}, mapping: contract}";
        assertEquals(
                "cems.yaml:4: start: has {push}, but nothing listens there; add http-push to observe",
                complaint(CemsSpec.class, cems.formatted("{push}", "{stdout: {}}")));
        assertEquals(
                "cems.yaml:5: observe: has http-push 2 times; a CEMS posts to one address, {push}",
                complaint(CemsSpec.class, cems.formatted("{push}", push + ", " + push)));
        assertEquals(
                List.of(new Observe.HttpPush("127.0.0.1:0", "/")),
                read(CemsSpec.class, cems.formatted("{push}", push)).observe().stream()
                        .map(Observe::place)
                        .toList());
    }

    private static String cems(String observe, String ready, String claims) {
        return """
                vendor: v
                product: p
                version: "1"
                start: {command: [a, "{p1}"], ready: {%s}}
                observe: [{%s}]
                claims: {ports: [p1], freshness: 20 s, %s}
                """
                .formatted(ready, observe, claims);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stdout: {} | |",
                "stdout: {} | http: 'http://{host}:{port}/' |",
                "stdout: {} | http: 'http://127.0.0.1:80/' | start.ready.http is fixed, without {port}",
                "stdout: {} | tcp: 'h:80' | start.ready.tcp is fixed, without {port}",
                "stdout: {} | line: on |",
                "file: {path: '{dir}/log'} | |",
                "file: {path: /tmp/log} | | observe.file.path is fixed, without {dir}",
                "http: {url: 'http://{host}:{port}/'}, mapping: contract | |",
                "http: {url: 'http://{host}:80/'}, mapping: contract | | observe.http.url is fixed, without {port}",
                "http-push: {}, mapping: contract | |",
                "http-push: {listen: '127.0.0.1:80'}, mapping: contract | | observe.http-push.listen has a fixed port",
                "sse: {url: 'http://h/{run}'}, mapping: contract | |",
                "sse: {url: 'http://h/'}, mapping: contract | | observe.sse.url is fixed, without {port}",
                "websocket: {url: 'ws://h:{port}/'}, mapping: contract | |",
                "websocket: {url: 'ws://h/'}, mapping: contract | | observe.websocket.url is fixed, without {port}",
                "mqtt: {broker: 'tcp://h', topics: ['{run}/#']}, mapping: contract | |",
                "mqtt: {broker: 'tcp://h', topics: ['#']}, mapping: contract | | observe.mqtt.prefix is fixed, without {run}",
                "operator: {} | | observe.operator asks a person",
            })
    void whatTwoRunsAtTheSameTimeWouldShareIsTold(String observe, String ready, String why) {
        CemsSpec spec = read(CemsSpec.class, cems(observe, ready == null ? "" : ready, "quantities: [power-import]"));
        assertEquals(Optional.ofNullable(why), spec.alone());
    }

    @Test
    void aPageIsAskedForAsOftenAsItsValuesAreToBeShownAnew() {
        String page = "http: {url: \"http://h/\", every: 10 s}, values: [{at: /p, quantity: power-import}]";
        String slow = "{quantity: power-import, interval: 10 s}";
        assertEquals(
                "cems.yaml:5: observe: http asks every '10 s', but power-import is claimed to be shown anew within 1000 ms;"
                        + " write a longer claims.interval, or a shorter every",
                complaint(CemsSpec.class, cems(page, "", "quantities: [power-import]")));
        // Those that this page does not bring may come more often from elsewhere.
        CemsSpec spec = read(CemsSpec.class, cems(page, "", "quantities: [power-export, " + slow + "]"));
        assertEquals(Duration.ofSeconds(1), spec.observe().get(0).http().pause(10));
    }
}
