package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.cems.End.Signal;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StartTest {
    @Test
    void everythingButTheCommandMayBeLeftOut() throws IOException {
        assertEquals(
                new Start(
                        List.of("my-cems", "{p1}"),
                        ".",
                        Map.of(),
                        new Ready("", "", ""),
                        new End(Signal.TERM, Amount.parse("2 s")),
                        Amount.parse("0 s"),
                        Lifetime.EACH_SCENARIO,
                        List.of("Europe/Brussels")),
                read("{ command: [my-cems, '{p1}'] }"));
    }

    @Test
    void everythingMayBeWritten() throws IOException {
        Start start = read(
                """
                command: [my-cems, "--port={p1-port}", "--data={dir}"]
                directory: /opt/my-cems
                environment: { LISTEN: "{host}:{port}", ZONE: "{tz}" }
                ready: { http: "http://{host}:{port}/api" }
                end: { signal: INT, within: 500 ms }
                cool-down: 3 s
                process: whole-run
                time-zones: [UTC, Europe/Brussels]
                """);
        assertEquals(
                new Start(
                        List.of("my-cems", "--port={p1-port}", "--data={dir}"),
                        "/opt/my-cems",
                        Map.of("LISTEN", "{host}:{port}", "ZONE", "{tz}"),
                        new Ready("", "http://{host}:{port}/api", ""),
                        new End(Signal.INT, Amount.parse("500 ms")),
                        Amount.parse("3 s"),
                        Lifetime.WHOLE_RUN,
                        List.of("UTC", "Europe/Brussels")),
                start);
        assertEquals(List.of(ZoneId.of("UTC"), ZoneId.of("Europe/Brussels")), start.zones());
    }

    @Test
    void whatIsExternalHasNoCommandAndMayBeAskedWhetherItIsReady() throws IOException {
        Start start = read("{ process: external, ready: { tcp: '192.168.1.5:80' } }");
        assertEquals(List.of(), start.command());
        assertEquals(Lifetime.EXTERNAL, start.process());
        assertEquals(new Ready("", "", "192.168.1.5:80"), start.ready());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                         | :1: the key 'command' is missing; write a list of arguments like ["my-cems", "{p1}"]
                    process: external, command: [x]            | :1: command: nothing starts a CEMS that is external; leave this key out
                    process: external, time-zones: [UTC]       | :1: time-zones: nothing starts a CEMS that is external; leave this key out
                    process: external, ready: {line: x}        | :1: ready.line: nothing starts a CEMS that is external; leave this key out
                    process: ever, CMD                         | :1: process: 'ever' is not one of each-scenario, whole-run, external
                    CMD, ready: {line: a, tcp: 'b:1'}            | :1: ready.line: one sign is enough; write line, http or tcp
                    CMD, ready: {http: 'http://a', tcp: 'b:1'}   | :1: ready.tcp: one sign is enough; write line, http or tcp
                    CMD, ready: {line: '['}                      | :1: ready.line: '[' is no regular expression (Unclosed character class), see java.util.regex
                    CMD, ready: {http: '{host}:{port}'}          | :1: ready.http: '{host}:{port}' is no URL; write it like http://{host}:{port}/
                    CMD, ready: {http: 'http://{hots}/'}         | :1: ready.http: '{hots}' stands for nothing; known are KNOWN
                    CMD, ready: {tcp: localhost}                 | :1: ready.tcp: 'localhost' is no HOST:PORT; write it like {host}:{port}
                    CMD, end: {signal: STOP}                     | :1: end.signal: 'STOP' is not one of TERM, INT, HUP, QUIT, KILL
                    CMD, end: {within: 2 h}                      | :1: end.within: '2 h' is not 1 ms to 1 min
                    CMD, cool-down: 1 h                          | :1: cool-down: '1 h' is not 0 s to 10 min
                    CMD, time-zones: []                          | :1: time-zones: names none, or one twice; write a list like [UTC, Europe/Brussels]
                    CMD, time-zones: [UTC, UTC]                  | :1: time-zones: names none, or one twice; write a list like [UTC, Europe/Brussels]
                    CMD, time-zones: ['+01:00']                  | :1: time-zones: '+01:00' is no time zone; write names like UTC or Europe/Brussels
                    CMD, environment: {TZ: UTC}                  | :1: environment: 'TZ' is set to each of time-zones; write the zone there
                    """)
    void aWrongValueIsToldWithWhatIsAllowed(String text, String complaint) {
        String yaml = text.startsWith("{") ? text : "{ " + text.replace("CMD", "command: [x, '{p1}']") + " }";
        InputException e = assertThrows(InputException.class, () -> read(yaml));
        assertEquals("start.yaml" + complaint.replace("KNOWN", String.join(", ", Placeholders.KNOWN)), e.getMessage());
    }

    @Test
    void whatIsExternalHasNoStandardOutput() {
        String yaml =
                """
                vendor: some
                product: box
                version: "1"
                start: { process: external }
                claims: { freshness: 5 s }
                """;
        InputException e = assertThrows(
                InputException.class,
                () -> StrictYaml.read(
                        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cems.yaml", CemsSpec.class));
        assertEquals(
                "cems.yaml:1: observe: a CEMS that is external has no standard output here; say where it shows its"
                        + " values",
                e.getMessage());
    }

    private static Start read(String text) throws IOException {
        return StrictYaml.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "start.yaml", Start.class);
    }
}
