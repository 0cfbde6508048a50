package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.userports.conformance.cems.Mqtt;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Observations.Stamped;
import io.userports.conformance.cems.Observe;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Quantity;
import io.userports.conformance.check.Waiting;
import io.userports.conformance.verdict.RigBroken;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from a real broker. */
final class MqttObserverTest {
    private static final Placeholders RUN = new Placeholders(Map.of("{run}", "3f9a12c0x1"));

    @TempDir
    private static Path folder;

    private static Broker broker;

    private final Observations observations = new Observations();

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        broker = Broker.encrypted(folder);
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    private static Mqtt mqtt(String broker, String... topics) {
        return new Mqtt(broker, "", List.of(topics), "", "", false);
    }

    private MqttObserver begin(Mqtt mqtt) {
        return MqttObserver.begin(mqtt, RUN, Seen.interpreter("stdout: {}", observations));
    }

    private static <T> T await(Supplier<Optional<T>> answer) {
        return Waiting.until(System.nanoTime() + TimeUnit.SECONDS.toNanos(20), answer)
                .orElseThrow();
    }

    /** {@return what was observed, once there are so many} */
    private List<Observation> awaitObservations(int count) {
        await(() -> Optional.of(observations.size()).filter(size -> size >= count));
        return observations.since(0).stream().map(Stamped::observation).toList();
    }

    private static String line(String value) {
        return "{\"quantity\":\"power-import\",\"value\":\"" + value + "\"}";
    }

    private static Observation value(String value) {
        return new Observation.Value(Quantity.POWER_IMPORT, Optional.of(value));
    }

    @Test
    void messagesOfItsTopicsAreObservedInOrderAndNoOthers() throws IOException {
        try (MqttObserver observer = begin(mqtt(broker.address(), "home/+", "dsmr/#"))) {
            broker.publish("home/power", line("1"));
            broker.publish("home/power/l1", line("2"));
            broker.publish("dsmr/reading/power", line("3"));
            broker.publish("other", line("4"));
            broker.publish("home/power", line("5"));
            assertEquals(List.of(value("1"), value("3"), value("5")), awaitObservations(3));
            assertEquals(List.of(), observer.notes());
            assertEquals(Optional.empty(), observer.broken());
        }
    }

    @Test
    void whatTheBrokerHasRetainedFromAnEarlierRunIsLeftAsideAndCounted() {
        broker.publish("old/power", line("1").getBytes(StandardCharsets.UTF_8), true);
        broker.publish("old/gas", line("2").getBytes(StandardCharsets.UTF_8), true);
        try (MqttObserver observer = begin(mqtt(broker.address(), "old/#"))) {
            broker.publish("old/power", line("3").getBytes(StandardCharsets.UTF_8), true);
            assertEquals(List.of(value("3")), awaitObservations(1));
            assertEquals(
                    List.of("the MQTT broker " + broker.address()
                            + " sent 2 messages that it had retained from before, which are left aside"),
                    observer.notes());
        }
    }

    @Test
    void whatIsMarkedAsRetainedIsLeftAsideWheneverItComes() throws IOException {
        try (MqttObserver observer = begin(mqtt(broker.address(), "home/#"))) {
            Mqtt3Publish late = Mqtt3Publish.builder()
                    .topic("home/power")
                    .payload(line("1").getBytes(StandardCharsets.UTF_8))
                    .retain(true)
                    .build();
            observer.take(late);
            observer.take(late.extend().retain(false).build());
            assertEquals(List.of(value("1")), awaitObservations(1));
            assertEquals(
                    List.of("the MQTT broker " + broker.address()
                            + " sent 1 message that it had retained from before, which are left aside"),
                    observer.notes());
        }
    }

    @Test
    void thePrefixOfARunIsTakenOffItsTopicsBeforeTheMappingLooksAtThem() throws IOException {
        String declared =
                """
                mqtt: { broker: "%s", prefix: "house/{run}/", topics: ["dsmr/#"] }
                mapping: dsmr-reader
                """
                        .formatted(broker.address());
        Observe observe = StrictYaml.read(
                new ByteArrayInputStream(declared.getBytes(StandardCharsets.UTF_8)), "observe", Observe.class);
        String topic = "dsmr/reading/electricity_currently_delivered";
        try (Observers observers = Observers.begin(List.of(observe), RUN, observations)) {
            broker.publish(topic, "1");
            broker.publish("house/other/" + topic, "2");
            broker.publish("house/3f9a12c0x1/" + topic, "3");
            assertEquals(List.of(value("3")), awaitObservations(1));
            assertEquals(Optional.empty(), observers.broken());
        }
    }

    @Test
    void octetsThatAreNoTextAndMessagesThatAreTooLongDoNoHarm() throws IOException {
        try (MqttObserver observer = begin(mqtt(broker.address(), "home/#"))) {
            broker.publish("home/a", new byte[] {(byte) 0xc3, 0x28, (byte) 0xff}, false);
            broker.publish("home/b", "x".repeat(MqttObserver.LONGEST + 1).getBytes(StandardCharsets.UTF_8), false);
            broker.publish("home/c", new byte[0], false);
            broker.publish("home/d", line("7"));
            assertEquals(
                    List.of(
                            new Observation.Unreadable("\ufffd(\ufffd", "no JSON object"),
                            new Observation.Unreadable(
                                    "home/b " + "x".repeat(200),
                                    "1048577 octets, of which no more than 1048576 are read"),
                            value("7")),
                    awaitObservations(3));
            assertEquals(Optional.empty(), observer.broken());
        }
    }

    @Test
    void aBrokerThatIsNotThereIsTheFaultOfTheRig() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        RigBroken broken = assertThrows(RigBroken.class, () -> begin(mqtt("tcp://127.0.0.1:" + port, "#")));
        assertEquals(
                "the MQTT broker tcp://127.0.0.1:" + port
                        + " cannot be reached (Connection refused); start it, or see observe.mqtt.broker in the cems.yaml",
                broken.getMessage());
    }

    @Test
    void aBrokerThatEndsIsTheFaultOfTheRig() throws IOException {
        try (Broker other = Broker.open()) {
            String address = other.address();
            try (MqttObserver observer = begin(mqtt(address, "#"))) {
                other.end();
                assertEquals(
                        "the MQTT broker " + address
                                + " is gone (Server closed connection without DISCONNECT.), so what"
                                + " the CEMS shows is not seen; see why it ended, and start it again",
                        await(observer::broken));
            }
        }
    }

    @Test
    void aUserIsLetInByThePasswordAndNotWithAnother() {
        String user = "meter";
        Mqtt known = new Mqtt(broker.address(), "", List.of("home/#"), user, "{env:PATH}", false);
        try (MqttObserver observer = begin(known)) {
            broker.publish("home/power", line("1"));
            assertEquals(List.of(value("1")), awaitObservations(1));
            assertEquals(Optional.empty(), observer.broken());
        }
        Mqtt wrong = new Mqtt(broker.address(), "", List.of("home/#"), user, "not {env:PATH}", false);
        RigBroken broken = assertThrows(RigBroken.class, () -> begin(wrong));
        assertEquals(
                "the MQTT broker " + broker.address() + " refuses us (bad user name or password); see observe.mqtt.user"
                        + " and password in the cems.yaml",
                broken.getMessage());
    }

    @Test
    void aTopicThatNobodyMayReadIsTheFaultOfTheRig() {
        RigBroken broken = assertThrows(RigBroken.class, () -> begin(mqtt(broker.address(), "home/#", "secret/#")));
        assertEquals(
                "the MQTT broker " + broker.address()
                        + " does not let us subscribe to home/#, secret/# (SUBACK contains"
                        + " at least one error code.); see observe.mqtt.topics in the cems.yaml, and what the broker allows",
                broken.getMessage());
    }

    @Test
    void anUnknownCertificateIsTrustedOnlyWhenTheFileSaysSo() {
        String address = broker.encryptedAddress();
        RigBroken broken = assertThrows(RigBroken.class, () -> begin(mqtt(address, "home/#")));
        assertEquals(
                "the MQTT broker " + address
                        + " cannot be reached (unable to find valid certification path to requested"
                        + " target); start it, or see observe.mqtt.broker in the cems.yaml",
                broken.getMessage());
        Mqtt trusting = new Mqtt(address, "", List.of("home/#"), "", "", true);
        try (MqttObserver observer = begin(trusting)) {
            broker.publish("home/power", line("1"));
            assertEquals(List.of(value("1")), awaitObservations(1));
            assertEquals(Optional.empty(), observer.broken());
        }
    }

    @Test
    void twoObserversOfOneRunDoNotThrowEachOtherOut() throws IOException {
        try (MqttObserver first = begin(mqtt(broker.address(), "home/a"));
                MqttObserver second = begin(mqtt(broker.address(), "home/b"))) {
            broker.publish("home/a", line("1"));
            broker.publish("home/b", line("2"));
            assertEquals(Set.of(value("1"), value("2")), Set.copyOf(awaitObservations(2)));
            assertEquals(Optional.empty(), first.broken());
            assertEquals(Optional.empty(), second.broken());
        }
    }

    @Test
    void noThreadIsLeftBehindWhetherItCouldSubscribeOrNot() {
        broker.leave();
        MqttObserver observer = begin(mqtt(broker.address(), "home/#"));
        assertTrue(clientThreads().findAny().isPresent());
        observer.close();
        assertEquals(Optional.empty(), observer.broken());
        assertThrows(RigBroken.class, () -> begin(mqtt(broker.address(), "secret/#")));
        assertThrows(RigBroken.class, () -> begin(mqtt("tcp://127.0.0.1:1", "home/#")));
        await(() -> clientThreads().findAny().isEmpty() ? Optional.of(true) : Optional.empty());
    }

    private static Stream<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("com.hivemq.client.mqtt"));
    }
}
