package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.observe.Broker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of a CEMS that publishes to a real broker. */
final class MqttRunTest {
    private static final List<String> BOTH_PASS = List.of("p1-single-phase PASS", "p1-three-phase PASS");

    @TempDir
    Path folder;

    private Ran run(String broker, String prefix) throws IOException {
        String port = broker.replaceAll(".*:", "");
        String cems = Files.writeString(
                        folder.resolve("cems.yaml"),
                        """
                        vendor: some
                        product: gateway
                        version: "1"
                        start:
                          command:
                            - '{java}'
                            - '-XX:TieredStopAtLevel=1'
                            - '-cp'
                            - '{classpath}'
                            - io.userports.conformance.reference.PublishingCems
                            - '%s'
                            - '%sp1/lines'
                            - '{p1}'
                        observe:
                          - mqtt: { broker: '%s', prefix: '%s', topics: ['p1/#'] }
                            mapping: contract
                        claims: { ports: [p1], quantities: [power-import, meter-id, tariff, voltage-l1, voltage-l2], freshness: 5 s }
                        """
                                .formatted(port, prefix, broker, prefix))
                .toString();
        Cases cases = new Cases(folder);
        return cases.test(cases.rig("tcp:0"), cems, "p1-single-phase", "p1-three-phase");
    }

    @Test
    void scenariosWithTopicsOfTheirOwnRunSideBySide() throws IOException {
        try (Broker broker = Broker.open()) {
            assertEquals(BOTH_PASS, run(broker.address(), "house/{run}/").verdicts());
        }
    }

    @Test
    void scenariosThatShareTheirTopicsRunOneAfterTheOtherAndTheNextDoesNotTakeWhatTheLastHasLeft() throws IOException {
        try (Broker broker = Broker.open()) {
            Ran ran = run(broker.address(), "");
            assertEquals(BOTH_PASS, ran.verdicts());
            String head = ran.out().get(0);
            assertTrue(head.endsWith(", one after the other: observe.mqtt.prefix is fixed, without {run}"), () -> head);
        }
    }

    @Test
    void withoutItsBrokerTheRigIsBroken() throws IOException {
        String address;
        try (ServerSocket free = new ServerSocket(0)) {
            address = "tcp://127.0.0.1:" + free.getLocalPort();
        }
        Ran ran = run(address, "");
        assertEquals(3, ran.exit());
        assertEquals(List.of("p1-single-phase RIG-ERROR", "p1-three-phase RIG-ERROR"), ran.verdicts());
        assertEquals(
                List.of(
                        "the MQTT broker " + address
                                + " cannot be reached (Connection refused); start it, or see observe.mqtt.broker in the cems.yaml"),
                ran.facts("reason"));
    }
}
