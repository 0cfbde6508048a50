package io.userports.conformance.cems;

import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The topics of an MQTT broker to which a CEMS publishes; the broker runs before the CEMS is started.
 *
 * @param broker {@code tcp://HOST:PORT}, or {@code ssl://HOST:PORT}; 1883 and 8883 when no port is given
 * @param prefix what stands before each topic and is taken off a message's before it is looked up in the mapping; with
 *     {@code {run}} in it every start of the CEMS has topics of its own
 * @param topics which ones, as filters of MQTT
 * @param user who subscribes; empty for nobody in particular
 * @param password of the user, as {@code {env:NAME}}
 * @param trustAnyCertificate whether the certificate of the broker is not checked
 */
public record Mqtt(
        String broker, String prefix, List<String> topics, String user, String password, Boolean trustAnyCertificate)
        implements Observe.Place {
    private static final Set<String> PLAIN = Set.of("tcp", "mqtt");
    private static final Set<String> ENCRYPTED = Set.of("ssl", "tls", "mqtts");
    private static final int PLAIN_PORT = 1883;
    private static final int ENCRYPTED_PORT = 8883;

    public Mqtt {
        KeyException.require(broker, "broker", "where it listens, like tcp://127.0.0.1:1883");
        KeyException.at("broker", () -> uri(broker));
        prefix = prefix == null ? "" : prefix;
        topics = topics == null ? List.of() : List.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("the key 'topics' is missing; write a list like [\"dsmr/#\"]");
        }
        topics.forEach(topic -> KeyException.at("topics", () -> TopicFilter.parse(topic)));
        Placeholders.check("prefix", List.of(prefix));
        Placeholders.check("topics", topics);
        if (prefix.contains("#") || prefix.contains("+")) {
            throw KeyException.of("prefix", Quoted.of(prefix) + " has a wildcard; those belong in topics");
        }
        trustAnyCertificate = trustAnyCertificate != null && trustAnyCertificate;
        user = user == null ? "" : user;
        password = password == null ? "" : password;
        Secrets.check("user", user);
        Secrets.require("password", password);
        if (trustAnyCertificate && !ENCRYPTED.contains(uri(broker).getScheme())) {
            throw KeyException.of(
                    "trust-any-certificate", "is of no use without one; write ssl://HOST:PORT as the broker");
        }
        if (!password.isEmpty() && user.isEmpty()) {
            throw KeyException.of("password", "is of no use without a user");
        }
    }

    /** {@return the name or address of the machine on which the broker runs} */
    public String host() {
        return uri(broker).getHost();
    }

    /** {@return the TCP port on which it listens} */
    public int port() {
        int port = uri(broker).getPort();
        return port >= 0 ? port : encrypted() ? ENCRYPTED_PORT : PLAIN_PORT;
    }

    /** {@return whether it is spoken to by TLS} */
    public boolean encrypted() {
        return ENCRYPTED.contains(uri(broker).getScheme());
    }

    @Override
    public String name() {
        return broker;
    }

    @Override
    public Optional<String> fixed() {
        return Optional.of("observe.mqtt.prefix is fixed, without " + Placeholders.RUN)
                .filter(why -> topics.stream().anyMatch(topic -> Placeholders.isFixed(prefix + topic)));
    }

    private static URI uri(String broker) {
        String complaint = Quoted.of(broker) + " is no broker; write tcp://HOST:PORT or ssl://HOST:PORT";
        try {
            URI uri = URI.create(broker);
            boolean known = PLAIN.contains(uri.getScheme()) || ENCRYPTED.contains(uri.getScheme());
            boolean bare = uri.getUserInfo() == null && uri.getPath().isEmpty() && uri.getPort() != 0;
            if (known && bare && uri.getHost() != null && uri.getPort() <= 65_535) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(complaint, e);
        }
        throw new IllegalArgumentException(complaint);
    }
}
