package io.userports.conformance.observe;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import io.userports.conformance.cems.Mqtt;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.cems.Secrets;
import io.userports.conformance.verdict.RigBroken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a CEMS publishes to an MQTT broker, from the moment on at which this was begun.
 *
 * <p>What the broker has kept from before is of an earlier run. It comes first and, by MQTT 3.1.1 §3.3.1.3, marked as
 * retained; what the CEMS publishes from now on comes unmarked, also when the broker is to retain it. So whatever is
 * marked, and whatever has come before the broker had answered everything, is left aside.
 */
final class MqttObserver implements Observer {
    /** No honest message is longer; what is longer is not looked at. */
    static final int LONGEST = 1024 * 1024;

    private static final int PATIENCE_SECONDS = 5;

    /** So often a broker that says nothing is asked whether it is there. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    /** Some brokers throw out whoever subscribes in the very instant in which it was let in. */
    private static final int ATTEMPTS = 3;

    private static final int EXCERPT = 200;

    /** Two observers under one name would throw each other out. */
    private static final AtomicLong COUNT = new AtomicLong();

    private final Mqtt mqtt;
    private final String prefix;
    private final Interpreter interpreter;
    private final Mqtt3AsyncClient client;
    /** Whether the broker has let it in. */
    private boolean connected;

    private boolean begun;
    private int before;
    private volatile Optional<String> broken = Optional.empty();

    private MqttObserver(Mqtt mqtt, Placeholders placeholders, Interpreter interpreter) {
        this.mqtt = mqtt;
        this.prefix = placeholders.fill(mqtt.prefix());
        this.interpreter = interpreter;
        this.client = MqttClient.builder()
                .useMqttVersion3()
                .identifier("up" + placeholders.fill(Placeholders.RUN) + "o" + COUNT.incrementAndGet())
                .transportConfig(transport(mqtt))
                .addDisconnectedListener(this::disconnected)
                .buildAsync();
    }

    /**
     * {@return an observer that has subscribed}
     *
     * @throws RigBroken when the broker does not let it
     */
    static MqttObserver begin(Mqtt mqtt, Placeholders placeholders, Interpreter interpreter) {
        for (int left = ATTEMPTS; ; left--) {
            MqttObserver observer = new MqttObserver(mqtt, placeholders, interpreter);
            try {
                observer.subscribe(
                        mqtt.topics().stream().map(placeholders::fill).toList());
                return observer;
            } catch (RuntimeException e) {
                observer.close();
                if (left == 1 || !observer.connected) {
                    throw e;
                }
            }
        }
    }

    private static MqttClientTransportConfig transport(Mqtt mqtt) {
        MqttClientTransportConfigBuilder builder = MqttClientTransportConfig.builder()
                .serverHost(mqtt.host())
                .serverPort(mqtt.port())
                .socketConnectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .mqttConnectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (mqtt.trustAnyCertificate()) {
            builder.sslConfig()
                    .trustManagerFactory(TrustAny.factory())
                    .hostnameVerifier((host, session) -> true)
                    .applySslConfig();
        } else if (mqtt.encrypted()) {
            builder.sslWithDefaultConfig();
        }
        return builder.build();
    }

    private void subscribe(List<String> topics) {
        await(client.connect(Mqtt3Connect.builder()
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .simpleAuth(mqtt.user().isEmpty() ? null : identity())
                .build()));
        connected = true;
        // By the thread of the connection: the time at which a message came is not that at which somebody was free.
        client.publishes(MqttGlobalPublishFilter.ALL, this::take, Runnable::run);
        await(client.subscribe(Mqtt3Subscribe.builder()
                .addSubscriptions(topics.stream().map(topic -> Mqtt3Subscription.builder()
                        .topicFilter(prefix + topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build()))
                .build()));
        // Whoever keeps order has sent what it retained before it answers this, which changes nothing.
        await(client.unsubscribeWith().topicFilter("userports/nothing").send());
        begin();
    }

    private Mqtt3SimpleAuth identity() {
        Mqtt3SimpleAuthBuilder.Complete identity = Mqtt3SimpleAuth.builder().username(Secrets.fill(mqtt.user()));
        return mqtt.password().isEmpty()
                ? identity.build()
                : identity.password(Secrets.fill(mqtt.password()).getBytes(StandardCharsets.UTF_8))
                        .build();
    }

    private <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RigBroken.of("interrupted while waiting for " + name(), e);
        } catch (TimeoutException e) {
            throw RigBroken.of(
                    name() + " does not answer within " + PATIENCE_SECONDS
                            + " s; see whether it is one, and observe.mqtt.broker in the cems.yaml",
                    e);
        } catch (ExecutionException e) {
            throw RigBroken.of(refusal(e.getCause()), e);
        }
    }

    private String refusal(Throwable cause) {
        if (cause instanceof Mqtt3ConnAckException refused) {
            return name() + " refuses us (" + words(refused.getMqttMessage().getReturnCode())
                    + "); see observe.mqtt.user and password in the cems.yaml";
        }
        if (connected) {
            return name() + " does not let us subscribe to " + prefix + String.join(", " + prefix, mqtt.topics()) + " ("
                    + reason(cause) + "); see observe.mqtt.topics in the cems.yaml, and what the broker allows";
        }
        return name() + " cannot be reached (" + reason(cause)
                + "); start it, or see observe.mqtt.broker in the cems.yaml";
    }

    private String name() {
        return "the MQTT broker " + mqtt.broker();
    }

    private static String words(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What the first cause of all says, which is what the system said. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        if (context.getSource() != MqttDisconnectSource.USER) {
            broken = Optional.of(name() + " is gone (" + reason(context.getCause())
                    + "), so what the CEMS shows is not seen; see why it ended, and start it again");
        }
    }

    private synchronized void begin() {
        begun = true;
    }

    synchronized void take(Mqtt3Publish publish) {
        long nanos = System.nanoTime();
        if (!begun || publish.isRetain()) {
            before++;
            return;
        }
        byte[] octets = publish.getPayloadAsBytes();
        String name = publish.getTopic().toString();
        String topic = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        if (octets.length > LONGEST) {
            String start = new String(octets, 0, EXCERPT, StandardCharsets.UTF_8);
            interpreter.unreadable(
                    topic + " " + start,
                    octets.length + " octets, of which no more than " + LONGEST + " are read",
                    nanos);
        } else {
            interpreter.take(new Message(topic, new String(octets, StandardCharsets.UTF_8)), nanos);
        }
    }

    @Override
    public synchronized List<String> notes() {
        return before == 0
                ? List.of()
                : List.of(name() + " sent " + before + (before == 1 ? " message" : " messages")
                        + " that it had retained from before, which are left aside");
    }

    @Override
    public Optional<String> broken() {
        return broken;
    }

    @Override
    public void close() {
        try {
            client.disconnect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It was not connected any more, or never.
        }
    }
}
