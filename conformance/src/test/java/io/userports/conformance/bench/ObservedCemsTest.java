package io.userports.conformance.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.verdict.RigBroken;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A CEMS as it is declared: run, and looked at where it shows its values. */
final class ObservedCemsTest {
    private static final Placeholders PORTS = new Placeholders(Map.of("{p1}", "p1-device"));

    private static CemsSpec spec(String command, String observe) throws IOException {
        String yaml =
                """
                vendor: v
                product: p
                version: "1"
                start: {command: [%s]}
                observe: [%s]
                claims: {freshness: 10 s}
                """
                        .formatted(command, observe);
        return StrictYaml.read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cems.yaml", CemsSpec.class);
    }

    private static List<Observation> seen(DeclaredCems cems) {
        return cems.observations().since(0).stream().map(Stamped::observation).toList();
    }

    @Test
    void whatItPrintsInItsOwnWordsIsUnderstood() throws IOException {
        String print = "sh, -c, \"echo $0 P=371 W; exec sleep 60\", \"{p1}\"";
        String observe = "{stdout: {}, pattern: \"p1-device P=(?<p>[0-9]+) W\","
                + " values: [{group: p, quantity: power-net, unit: W}]}";
        try (DeclaredCems cems = DeclaredCems.start(spec(print, observe), PORTS, () -> {})) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !seen(cems).isEmpty());
            assertEquals(List.of(new Observation.Value(Quantity.POWER_NET, Optional.of("0.371"))), seen(cems));
        }
    }

    @Test
    void aPatternThatTakesTooMuchBreaksTheBenchAndTheCemsWritesOn() throws IOException {
        String print = "sh, -c, \"head -c 16000 /dev/zero | tr '\\\\0' a; echo; head -c 300000 /dev/zero\", \"{p1}\"";
        String observe = "{stdout: {}, pattern: '(?<p>.*.*.*.*.*.*.*=)', values: [{group: p, quantity: text}]}";
        try (DeclaredCems cems = DeclaredCems.start(spec(print, observe), PORTS, () -> {})) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> cems.ended().isPresent() && cems.broken().isPresent());
            assertEquals(Optional.of("ended with exit code 0"), cems.ended());
            assertEquals(316_001, cems.standardOutput().total());
            String broken = cems.broken().orElseThrow();
            assertTrue(broken.startsWith("observe.pattern: '(?<p>.*.*.*.*.*.*.*=)' takes longer than 1 s"), broken);
        }
    }

    @Test
    void itIsToldWhereToPostTo() throws IOException {
        String print = "sh, -c, \"echo $1; exec sleep 60\", \"{p1}\", \"{push}\"";
        String observe = "{stdout: {}, values: [{quantity: text}]}, {http-push: {path: /in}, mapping: contract}";
        try (DeclaredCems cems = DeclaredCems.start(spec(print, observe), PORTS, () -> {})) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !seen(cems).isEmpty());
            String told = seen(cems).get(0).toString();
            assertTrue(told.matches(".*http://127\\.0\\.0\\.1:[1-9][0-9]*/in.*"), told);
        }
    }

    @Test
    void oneThatCannotBeStartedIsNotLookedAtEither() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CemsSpec spec = spec(
                "no-such-program-anywhere, \"{p1}\"",
                "{http-push: {listen: \"127.0.0.1:" + port + "\"}, mapping: contract}");
        assertThrows(RigBroken.class, () -> DeclaredCems.start(spec, PORTS, () -> {}));
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(port, again.getLocalPort());
        }
    }
}
