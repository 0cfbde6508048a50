package io.userports.conformance.observe;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.broker.security.IAuthenticator;
import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Topic;
import io.userports.conformance.check.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** A real broker in this process, on a free port of the loopback, and somebody who publishes to it. */
public final class Broker implements AutoCloseable {
    /** Of the user {@code meter}, if it asks for one. */
    /** Of the user; a variable that is always there. */
    private static final String PASSWORD = System.getenv("PATH");

    private static final String KEY_PASSWORD = "changeit";
    private static final String LARGEST = Integer.toString(4 * 1024 * 1024);

    private final Server server = new Server();
    private final Properties properties = new Properties();
    private Optional<Mqtt3BlockingClient> publisher = Optional.empty();

    private Broker() {
        properties.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        properties.setProperty(IConfig.PORT_PROPERTY_NAME, "0");
        properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        properties.setProperty(IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, LARGEST);
    }

    /** {@return one that takes whoever comes, but the user {@code meter} with his password only} */
    public static Broker open() throws IOException {
        return new Broker().start();
    }

    /** {@return the same, that also speaks TLS, with a certificate of its own that it keeps in {@code folder}} */
    static Broker encrypted(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("broker.p12");
        String keytool = System.getProperty("java.home") + "/bin/keytool";
        String arguments = "-genkeypair -alias broker -keyalg EC -dname CN=localhost -storetype PKCS12 -storepass "
                + KEY_PASSWORD + " -keystore";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(arguments.split(" ")));
        command.add(store.toString());
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (made.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        Broker broker = new Broker();
        broker.properties.setProperty(IConfig.SSL_PORT_PROPERTY_NAME, "0");
        broker.properties.setProperty(IConfig.JKS_PATH_PROPERTY_NAME, store.toString());
        broker.properties.setProperty(IConfig.KEY_STORE_TYPE, "pkcs12");
        broker.properties.setProperty(IConfig.KEY_STORE_PASSWORD_PROPERTY_NAME, KEY_PASSWORD);
        broker.properties.setProperty(IConfig.KEY_MANAGER_PASSWORD_PROPERTY_NAME, KEY_PASSWORD);
        return broker.start();
    }

    private Broker start() throws IOException {
        IAuthenticator knows = (client, user, password) ->
                user.equals("meter") && PASSWORD.equals(new String(password, StandardCharsets.UTF_8));
        server.startServer(new MemoryConfig(properties), List.of(), null, knows, new NothingSecret());
        return this;
    }

    /** Lets nobody read what is below {@code secret}. */
    private static final class NothingSecret implements IAuthorizatorPolicy {
        @Override
        public boolean canWrite(Topic topic, String user, String client) {
            return true;
        }

        @Override
        public boolean canRead(Topic topic, String user, String client) {
            return !topic.toString().startsWith("secret");
        }
    }

    /** {@return where it listens, as {@code cems.yaml} says it} */
    public String address() {
        return "tcp://127.0.0.1:" + bound(server::getPort);
    }

    /** {@return where it speaks TLS} */
    String encryptedAddress() {
        return "ssl://127.0.0.1:" + bound(server::getSslPort);
    }

    /** It says that it has started before it listens, and cannot always be asked while it begins to. */
    private static int bound(IntSupplier port) {
        return Waiting.until(System.nanoTime() + TimeUnit.SECONDS.toNanos(10), () -> {
                    try {
                        return Optional.of(port.getAsInt()).filter(p -> p > 0);
                    } catch (ConcurrentModificationException e) {
                        return Optional.empty();
                    }
                })
                .orElseThrow();
    }

    /** Publishes like a CEMS, and returns when the broker has it. */
    void publish(String topic, String text) {
        publish(topic, text.getBytes(StandardCharsets.UTF_8), false);
    }

    void publish(String topic, byte[] octets, boolean retained) {
        publisher()
                .publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retained)
                .payload(octets)
                .send();
    }

    private Mqtt3BlockingClient publisher() {
        if (publisher.isEmpty()) {
            Mqtt3BlockingClient client = MqttClient.builder()
                    .useMqttVersion3()
                    .identifier("cems")
                    .serverHost("127.0.0.1")
                    .serverPort(bound(server::getPort))
                    .buildBlocking();
            client.connect();
            publisher = Optional.of(client);
        }
        return publisher.get();
    }

    /** The one who publishes goes away, until there is something to publish again. */
    void leave() {
        publisher.filter(p -> p.getState().isConnected()).ifPresent(Mqtt3BlockingClient::disconnect);
        publisher = Optional.empty();
    }

    /** Ends it, whoever is connected. */
    public void end() {
        server.stopServer();
    }

    @Override
    public void close() {
        leave();
        end();
    }
}
