package io.userports.conformance.cems;

import io.userports.yaml.Amount;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way in which a CEMS is observed: where it shows its values, in exactly one group, and what they stand for.
 *
 * <p>Only what is declared here is ever connected to. {@code {env:NAME}} in an address, a header, a first message or a password
 * stands for a variable of the environment, so that no secret need stand in the file.
 *
 * @param stdout what it writes to its standard output
 * @param file a file that it writes
 * @param http a page that it serves, asked for again and again
 * @param httpPush what it posts to us
 * @param sse server-sent events of a page that it serves
 * @param websocket texts of a WebSocket that it serves
 * @param mqtt what it publishes to an MQTT broker
 * @param operator what a person sees it display
 * @param mapping the name of a built-in mapping, or its file
 * @param pattern see {@link Mapping}, as all that follow; they are added to the mapping that is named
 */
public record Observe(
        Stdout stdout,
        Followed file,
        Http http,
        HttpPush httpPush,
        Sse sse,
        WebSocket websocket,
        Mqtt mqtt,
        Operator operator,
        String mapping,
        String pattern,
        List<Meaning> values,
        List<String> absent,
        Mapping.Missing missing,
        Amount silence,
        Pointer stamp) {
    /** The lines of the adapter contract on standard output. */
    public static final Observe CONTRACT = new Observe(
            new Stdout(), null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Where it shows its values. */
    public sealed interface Place permits Stdout, Followed, Http, HttpPush, Sse, WebSocket, Mqtt, Operator {
        /** {@return what people know it by; no secret is in it} */
        String name();

        /** {@return why two runs of the CEMS at the same time could not be told apart there, if they could not} */
        Optional<String> fixed();
    }

    private static Optional<String> fixed(String key, String text, String own) {
        return Optional.of(key + " is fixed, without " + own).filter(why -> Placeholders.isFixed(text));
    }

    /** What it writes to its standard output, line by line. */
    public record Stdout() implements Place {
        @Override
        public String name() {
            return "standard output";
        }

        @Override
        public Optional<String> fixed() {
            return Optional.empty();
        }
    }

    /**
     * A file that grows by lines: it may come later, be moved aside, or begin anew.
     *
     * @param path where it is
     */
    public record Followed(String path) implements Place {
        public Followed {
            KeyException.require(path, "path", "the name of a file that the CEMS writes, like \"{dir}/out.log\"");
            Placeholders.check("path", List.of(path));
        }

        @Override
        public String name() {
            return path;
        }

        @Override
        public Optional<String> fixed() {
            return Observe.fixed("observe.file.path", path, "{dir}");
        }
    }

    /**
     * A page that is asked for again and again.
     *
     * @param url its address
     * @param every how often it is asked for; each second when left out
     * @param headers what is sent along, by name
     * @param trustAnyCertificate whether a certificate that nobody has signed is good enough
     */
    public record Http(String url, Amount every, Map<String, String> headers, Boolean trustAnyCertificate)
            implements Place {
        private static final int SHORTEST = 100;
        private static final int LONGEST = 3_600_000;

        public Http {
            every = every == null ? Amount.parse("1 s") : every;
            trustAnyCertificate = trustAnyCertificate != null && trustAnyCertificate;
            headers = Web.check(url, headers, "http", "https");
            long millis = KeyException.at("every", every::milliseconds);
            if (millis < SHORTEST || millis > LONGEST) {
                throw KeyException.of("every", "'" + every + "' is not " + SHORTEST + " ms to 1 h");
            }
        }

        /** {@return how often it is asked for in real time where time goes {@code timeScale} times as fast} */
        public Duration pause(int timeScale) {
            return Duration.ofMillis(Math.max(SHORTEST, every.milliseconds() / timeScale));
        }

        @Override
        public String name() {
            return url;
        }

        @Override
        public Optional<String> fixed() {
            return Observe.fixed("observe.http.url", url, "{port}");
        }
    }

    /**
     * A server of ours, to which it posts; {@code {push}} stands for its address where the CEMS is started.
     *
     * @param listen host and port; any free port of {@code 127.0.0.1} when left out
     * @param path where on it; {@code /} when left out
     */
    public record HttpPush(String listen, String path) implements Place {
        private static final int LAST_PORT = 65_535;

        public HttpPush {
            listen = listen == null ? "127.0.0.1:0" : listen;
            path = path == null ? "/" : path;
            if (!listen.matches("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+]):[0-9]{1,5}") || port(listen) > LAST_PORT) {
                throw KeyException.of(
                        "listen",
                        Quoted.of(listen) + " is no address; write host and port, like 127.0.0.1:0 for any free port");
            }
            if (!path.matches("/[A-Za-z0-9._~/-]*")) {
                throw KeyException.of("path", Quoted.of(path) + " is no path; write one like /api/telegrams");
            }
        }

        /** {@return the host to listen on} */
        public String host() {
            return listen.substring(0, listen.lastIndexOf(':'));
        }

        /** {@return the port to listen on; 0 for any that is free} */
        public int port() {
            return port(listen);
        }

        @Override
        public String name() {
            return listen + path;
        }

        @Override
        public Optional<String> fixed() {
            return Optional.of("observe.http-push.listen has a fixed port").filter(why -> port() != 0);
        }

        private static int port(String listen) {
            return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
        }
    }

    /**
     * A page of server-sent events; the topic of a message is the name of its event, {@code message} if it has none.
     *
     * @param url its address
     * @param headers what is sent along, by name
     * @param trustAnyCertificate whether a certificate that nobody has signed is good enough
     */
    public record Sse(String url, Map<String, String> headers, Boolean trustAnyCertificate) implements Place {
        public Sse {
            trustAnyCertificate = trustAnyCertificate != null && trustAnyCertificate;
            headers = Web.check(url, headers, "http", "https");
        }

        @Override
        public String name() {
            return url;
        }

        @Override
        public Optional<String> fixed() {
            return Observe.fixed("observe.sse.url", url, "{port}");
        }
    }

    /**
     * A WebSocket.
     *
     * @param url its address
     * @param first a text that is sent once it is open; none when left out
     * @param headers what is sent along, by name
     * @param trustAnyCertificate whether a certificate that nobody has signed is good enough
     */
    public record WebSocket(String url, String first, Map<String, String> headers, Boolean trustAnyCertificate)
            implements Place {
        public WebSocket {
            first = first == null ? "" : first;
            trustAnyCertificate = trustAnyCertificate != null && trustAnyCertificate;
            headers = Web.check(url, headers, "ws", "wss");
            Secrets.check("first", first);
        }

        @Override
        public String name() {
            return url;
        }

        @Override
        public Optional<String> fixed() {
            return Observe.fixed("observe.websocket.url", url, "{port}");
        }
    }

    public Observe {
        values = values == null ? List.of() : List.copyOf(values);
        absent = absent == null ? List.of() : List.copyOf(absent);
        long given = Stream.of(stdout, file, http, httpPush, sse, websocket, mqtt, operator)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException("says in " + given
                    + " ways where the CEMS shows its values; write one of stdout, file, http, http-push, sse,"
                    + " websocket, mqtt, operator");
        }
        Mapping all = meaning(mapping, new Mapping(pattern, values, absent, missing, silence, stamp));
        if (all.isContract() && mapping == null && stdout == null && file == null && operator == null) {
            throw new IllegalArgumentException("does not say what is shown there; write mapping: or values:");
        }
    }

    /** {@return where it shows its values} */
    public Place place() {
        return given(stdout, file, http, httpPush, sse, websocket, mqtt, operator)
                .get(0);
    }

    private static List<Place> given(Place... places) {
        return Stream.of(places).filter(Objects::nonNull).toList();
    }

    /** {@return what the texts stand for; by default they are lines of the contract} */
    public Mapping meaning() {
        return meaning(mapping, new Mapping(pattern, values, absent, missing, silence, stamp));
    }

    /** {@return whether each text is all that the CEMS shows there, because it was asked for it} */
    public boolean polled() {
        return http != null;
    }

    private static Mapping meaning(String named, Mapping own) {
        Mapping all = named == null ? own : Mapping.of(named).and(own);
        all.checkGroups();
        return all;
    }

    /** {@return why two runs of the CEMS at the same time could not be told apart there, if they could not} */
    Optional<String> fixed() {
        return place().fixed();
    }

    /** {@return whether a person is asked, so that there must be a terminal} */
    public boolean asksSomebody() {
        return operator != null;
    }
}
