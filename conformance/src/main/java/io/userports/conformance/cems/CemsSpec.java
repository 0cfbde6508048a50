package io.userports.conformance.cems;

import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CEMS as its {@code cems.yaml} declares it.
 *
 * @param vendor who makes it
 * @param product what it is called
 * @param version which one is tested
 * @param start how it is started
 * @param observe how it is observed
 * @param claims what it says it does; only that is judged
 */
public record CemsSpec(String vendor, String product, String version, Start start, Observe observe, Claims claims) {
    /** The one that comes with the harness. */
    public static final String REFERENCE = "reference";

    /** Before the name of a mistake that the reference shall make. */
    public static final String DEFECT = "defect:";

    /**
     * How it is started.
     *
     * @param command a list of arguments, never a shell line; {@code {p1}} and {@code {s1}} stand for the device or the
     *     address of the port (nothing when the rig has no such port), {@code {s1-bit-rate}} for the bit rate of S1,
     *     {@code {java}} and {@code {classpath}} for those of the harness, {@code {time-scale}} for how much faster than
     *     real time the run goes
     * @param directory where it runs; that of the harness when left out
     * @param environment variables that it gets beside those of the harness
     */
    public record Start(List<String> command, String directory, Map<String, String> environment) {
        private static final List<String> PLACEHOLDERS =
                List.of("{p1}", "{s1}", "{s1-bit-rate}", "{java}", "{classpath}", "{time-scale}", "{defect}");

        private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z0-9-]+}");

        public Start {
            directory = directory == null ? "." : directory;
            environment = environment == null ? Map.of() : Map.copyOf(environment);
            KeyException.require(command, "command", "a list of arguments like [\"my-cems\", \"{p1}\"]");
            command = List.copyOf(command);
            if (command.isEmpty() || command.get(0).isBlank()) {
                throw KeyException.of("command", "names no program; write a list like [\"my-cems\", \"{p1}\"]");
            }
            Stream.concat(command.stream(), environment.values().stream())
                    .flatMap(text -> PLACEHOLDER.matcher(text).results())
                    .map(MatchResult::group)
                    .filter(name -> !PLACEHOLDERS.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw KeyException.of(
                                "command",
                                Quoted.of(name) + " stands for nothing; known are " + String.join(", ", PLACEHOLDERS));
                    });
            if (Stream.concat(command.stream(), environment.values().stream())
                    .noneMatch(text -> text.contains("{p1}") || text.contains("{s1}"))) {
                throw KeyException.of(
                        "command", "names no port; write {p1} or {s1} where the device or address belongs");
            }
            environment.keySet().stream()
                    .filter(name -> name.isEmpty() || name.contains("="))
                    .findFirst()
                    .ifPresent(name -> {
                        throw KeyException.of("environment", Quoted.of(name) + " is no name of a variable");
                    });
        }
    }

    /** How it is observed. */
    public enum Observe {
        /** It writes the lines of the adapter contract to its standard output. */
        STDOUT;

        @Override
        public String toString() {
            return "stdout";
        }
    }

    /**
     * What it says it does.
     *
     * @param ports the user ports that it reads
     * @param quantities the values that it shows
     * @param freshness how long after the last telegram it stops presenting values as current
     * @param interval how often it shows new values; 1 s when left out
     */
    public record Claims(List<String> ports, List<String> quantities, Amount freshness, Amount interval) {
        private static final List<String> PORTS = List.of("p1", "s1");

        public Claims {
            ports = ports == null ? List.of() : List.copyOf(ports);
            quantities = quantities == null ? List.of() : List.copyOf(quantities);
            interval = interval == null ? Amount.parse("1 s") : interval;
            ports.stream().filter(p -> !PORTS.contains(p)).findFirst().ifPresent(p -> {
                throw KeyException.of("ports", Quoted.of(p) + " is no port; allowed: " + String.join(", ", PORTS));
            });
            quantities.stream()
                    .filter(q -> Quantity.bySlug(q).isEmpty())
                    .findFirst()
                    .ifPresent(q -> {
                        throw KeyException.of(
                                "quantities",
                                Quoted.of(q) + " is no quantity; allowed: "
                                        + EnumSet.allOf(Quantity.class).stream()
                                                .map(Quantity::slug)
                                                .collect(Collectors.joining(", ")));
                    });
            requirePorts(quantities, ports);
            KeyException.require(freshness, "freshness", "after how long without a telegram it tells so, like 10 s");
            check("freshness", freshness, 1000);
            check("interval", interval, 1);
        }

        /** {@return whether it reads that port} */
        public boolean reads(UserPort port) {
            return ports.contains(port.name().toLowerCase(Locale.ROOT));
        }

        private static void requirePorts(List<String> quantities, List<String> ports) {
            for (String slug : quantities) {
                String port = Quantity.bySlug(slug).orElseThrow().port().name().toLowerCase(Locale.ROOT);
                if (!ports.contains(port)) {
                    throw KeyException.of(
                            "quantities",
                            Quoted.of(slug) + " is read from " + port + ", which is not claimed; add " + port
                                    + " to ports, or leave it out");
                }
            }
        }

        private static void check(String key, Amount time, long leastMillis) {
            long millis = KeyException.at(key, time::milliseconds);
            if (millis < leastMillis || millis > 3_600_000) {
                throw KeyException.of(key, "'" + time + "' is not " + leastMillis + " ms to 1 h");
            }
        }

        /** {@return the quantities that it claims to show} */
        public Set<Quantity> shown() {
            return quantities.stream()
                    .map(q -> Quantity.bySlug(q).orElseThrow())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quantity.class)));
        }
    }

    public CemsSpec {
        KeyException.require(vendor, "vendor", "who makes it; the report says so");
        KeyException.require(product, "product", "what it is called; the report says so");
        KeyException.require(version, "version", "which one is tested; the report says so");
        observe = observe == null ? Observe.STDOUT : observe;
        KeyException.require(start, "start", "a group that says how it is started, with the key command");
        KeyException.require(claims, "claims", "a group with freshness, ports and quantities; only claims are judged");
    }

    /** {@return the reference for {@value #REFERENCE} or {@code defect:NAME}, else the CEMS that the file declares} */
    public static CemsSpec of(String nameOrFile) {
        if (nameOrFile.equals(REFERENCE)) {
            return reference("none");
        }
        if (nameOrFile.startsWith(DEFECT)) {
            return reference(nameOrFile.substring(DEFECT.length()));
        }
        if (!nameOrFile.matches(".*[./\\\\].*")) {
            throw InputException.at(
                    "CEMS '" + nameOrFile + "'",
                    "not built in; built in are " + REFERENCE + " and " + DEFECT + "NAME; or give a YAML file");
        }
        return StrictYaml.read(Path.of(nameOrFile), CemsSpec.class);
    }

    private static CemsSpec reference(String defect) {
        try (InputStream in = CemsSpec.class.getResourceAsStream("/cems/reference.yaml")) {
            CemsSpec spec = StrictYaml.read(in, "cems reference", CemsSpec.class);
            List<String> command = spec.start.command().stream()
                    .map(a -> a.replace("{defect}", defect))
                    .toList();
            Start start = new Start(command, spec.start.directory(), spec.start.environment());
            String product = defect.equals("none") ? spec.product : spec.product + " with the defect " + defect;
            return new CemsSpec(spec.vendor, product, spec.version, start, spec.observe, spec.claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
