package io.userports.link;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.sun.jna.Platform;
import io.userports.adapter.AdapterId;
import io.userports.adapter.Adapters;
import io.userports.wire.LineRate;
import io.userports.yaml.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A link as the user writes it; {@link #toString} gives the text that {@link #parse} reads, except of a device that a rig
 * knows by its adapter: that is named for people, and a rig says it in two keys.
 */
public sealed interface LinkSpec {
    /** What {@link #parse(String)} takes, but a file and the standard output: at their other end nobody reads. */
    String WITH_A_READER = "pty, pty:PATH, tcp:PORT, tcp:HOST:PORT, rfc2217:PORT, rfc2217:HOST:PORT, serial:DEVICE,"
            + " serial:rfc2217://HOST:PORT";

    /**
     * {@return the link that {@code text} names}
     *
     * @throws InputException when it is none of {@link #WITH_A_READER}, {@code file:PATH} and {@code -}
     */
    @JsonCreator
    static LinkSpec parse(String text) {
        return parse(text, WITH_A_READER + ", file:PATH, - (standard output)");
    }

    /**
     * {@return the link that {@code text} names, as {@link #parse(String)}}
     *
     * @param allowed what a complaint says that there may be
     */
    static LinkSpec parse(String text, String allowed) {
        try {
            return named(text);
        } catch (IllegalArgumentException e) {
            throw InputException.of("'" + text + "' " + e.getMessage() + "; allowed: " + allowed);
        }
    }

    private static LinkSpec named(String text) {
        if (text.equals("-")) {
            return new Stdout();
        }
        if (text.equals("pty")) {
            return new Pty(Optional.empty());
        }
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1).strip();
        if (colon > 0 && !rest.isEmpty()) {
            switch (text.substring(0, colon)) {
                case "pty":
                    return new Pty(Optional.of(path(rest)));
                case "tcp":
                    return Tcp.parse(rest);
                case "rfc2217":
                    Tcp served = Tcp.parse(rest);
                    return new Rfc2217(served.host(), served.port());
                case "serial":
                    return new Serial(rest);
                case "file":
                    return new File(path(rest));
                default:
            }
        }
        throw new IllegalArgumentException("is not a link");
    }

    /**
     * {@return this link, opened}
     *
     * @param rate the rate of the port: a serial line is set to it, elsewhere the writer keeps it
     * @param request by what readers ask for telegrams, one of {@link #requestLines} or nothing
     * @throws LinkException when it cannot be opened, with the remedy
     */
    Link open(LineRate rate, DataRequest request);

    /** {@return this link, opened; nobody has to ask for anything} */
    default Link open(LineRate rate) {
        return open(rate, DataRequest.NONE);
    }

    /** {@return the lines by which readers may ask for telegrams here} */
    default Set<DataRequest.Line> requestLines() {
        return Set.of();
    }

    /** {@return why {@code request} cannot be had here} */
    default String refusal(DataRequest request) {
        return "'" + request.line() + "' is no line of " + this + "; allowed: "
                + Stream.concat(
                                Stream.of(DataRequest.Line.NONE),
                                requestLines().stream().sorted())
                        .map(DataRequest.Line::toString)
                        .collect(Collectors.joining(", "));
    }

    /** {@return whether all who read it are at one wire, on which octets are written once for all of them} */
    default boolean isOneWire() {
        return this instanceof Serial;
    }

    /**
     * {@return the link like this one for a further reader of the same port, from 0 for this one itself: ten TCP ports
     * further on, a path with the number behind it; what is made anew or is one wire stays as it is}
     */
    default LinkSpec forReader(int number) {
        if (number > 0 && this instanceof Tcp tcp && tcp.port() != 0) {
            return new Tcp(tcp.host(), tcp.port() + Tcp.TO_THE_NEXT * number);
        }
        if (number > 0 && this instanceof Rfc2217 served && served.port() != 0) {
            return new Rfc2217(served.host(), served.port() + Tcp.TO_THE_NEXT * number);
        }
        if (number > 0 && this instanceof Pty pty) {
            return new Pty(pty.symlink().map(path -> Path.of(path + "-" + (number + 1))));
        }
        return this;
    }

    /** {@return whether two links of this text are two places: the system makes or chooses a new one each time} */
    default boolean isMadeAnew() {
        return this instanceof Pty pty && pty.symlink().isEmpty()
                || this instanceof Tcp tcp && tcp.port() == 0
                || this instanceof Rfc2217 served && served.port() == 0;
    }

    @Override
    @JsonValue
    String toString();

    /**
     * A serial device, of this machine or of another.
     *
     * @param device its name, like {@code /dev/ttyUSB0} or {@code COM3}, or {@code rfc2217://HOST:PORT} where a server of
     *     RFC 2217 has it; empty: wherever the adapter is
     * @param adapter which adapter it must be
     */
    record Serial(String device, AdapterId adapter) implements LinkSpec {
        private static final String SCHEME = "rfc2217://";

        /** Complains about a server that has no host and port. */
        public Serial {
            remote(device);
        }

        /** The device of that name, whatever adapter it is. */
        public Serial(String device) {
            this(device, AdapterId.ANY);
        }

        @Override
        public Link open(LineRate rate, DataRequest request) {
            Optional<Tcp> remote = remote(device);
            return remote.isPresent()
                    ? RemoteLink.open(remote.get().host(), remote.get().port(), rate, request)
                    : SerialLink.open(device, adapter, rate, request);
        }

        /**
         * {@return this device, opened for reading: the far end of a link that is wired to it}
         *
         * @throws LinkException when it cannot be opened, with the remedy
         */
        public Receiver receiver(LineRate rate) {
            Optional<Tcp> remote = remote(device);
            return remote.isPresent()
                    ? RemoteReceiver.open(remote.get().host(), remote.get().port(), rate)
                    : SerialReceiver.open(new SerialPlace(device, adapter, Adapters.here()), rate);
        }

        /** {@return where the server is that has the device; empty when this machine has it} */
        private static Optional<Tcp> remote(String device) {
            if (!device.startsWith(SCHEME)) {
                return Optional.empty();
            }
            String server = device.substring(SCHEME.length());
            Tcp there = Tcp.parse(server);
            if (there.port() == 0 || !server.contains(":")) {
                throw new IllegalArgumentException("has no host and port like rfc2217://localhost:4000");
            }
            return Optional.of(there);
        }

        @Override
        public Set<DataRequest.Line> requestLines() {
            return Set.of(DataRequest.Line.CTS, DataRequest.Line.DSR);
        }

        @Override
        public String toString() {
            return device.isEmpty() ? "serial (" + adapter + ")" : "serial:" + device;
        }
    }

    /** A pseudo-terminal of our own, with a symbolic link to it if one is wanted; it opens like a serial device. */
    record Pty(Optional<Path> symlink) implements LinkSpec {
        /** {@return whether this system has pseudo-terminals: Linux and macOS do} */
        public static boolean supported() {
            return Platform.isLinux() || Platform.isMac();
        }

        @Override
        public Link open(LineRate rate, DataRequest request) {
            if (!supported()) {
                throw LinkException.of("pty: this system has no pseudo-terminals; use tcp:PORT");
            }
            return PtyLink.open(symlink, rate, request);
        }

        @Override
        public Set<DataRequest.Line> requestLines() {
            return Set.of(DataRequest.Line.OPEN);
        }

        @Override
        public String toString() {
            return symlink.map(path -> "pty:" + path).orElse("pty");
        }
    }

    /** A server of raw octets for many readers; port 0 lets the system choose. */
    record Tcp(String host, int port) implements LinkSpec {
        private static final String HERE = "127.0.0.1";
        private static final int LAST_PORT = 65_535;

        /** From the port of one reader to that of the next; those between may be other ports of the meter. */
        private static final int TO_THE_NEXT = 10;

        private static Tcp parse(String rest) {
            int colon = rest.lastIndexOf(':');
            String host = colon < 0 ? HERE : rest.substring(0, colon);
            String port = rest.substring(colon + 1);
            if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LAST_PORT) {
                throw new IllegalArgumentException("has no port from 0 to " + LAST_PORT + " at its end");
            }
            return new Tcp(host, Integer.parseInt(port));
        }

        @Override
        public Link open(LineRate rate, DataRequest request) {
            return TcpLink.open(host, port, rate);
        }

        @Override
        public String toString() {
            return host.equals(HERE) ? "tcp:" + port : "tcp:" + host + ":" + port;
        }
    }

    /** A server of a serial port and its lines (RFC 2217) for one client at a time; port 0 lets the system choose. */
    record Rfc2217(String host, int port) implements LinkSpec {
        @Override
        public Link open(LineRate rate, DataRequest request) {
            return Rfc2217Link.open(host, port, rate, request);
        }

        @Override
        public Set<DataRequest.Line> requestLines() {
            return Set.of(DataRequest.Line.CTS, DataRequest.Line.DSR);
        }

        @Override
        public String toString() {
            return "rfc2217" + new Tcp(host, port).toString().substring("tcp".length());
        }
    }

    /** A file to which the octets are appended. */
    record File(Path path) implements LinkSpec {
        @Override
        public Link open(LineRate rate, DataRequest request) {
            return FileLink.append(path, rate);
        }

        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /** The standard output of this process. */
    record Stdout() implements LinkSpec {
        @Override
        public Link open(LineRate rate, DataRequest request) {
            return FileLink.standardOutput(rate);
        }

        @Override
        public String toString() {
            return "-";
        }
    }

    private static Path path(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("holds no path (" + e.getReason() + ")", e);
        }
    }
}
