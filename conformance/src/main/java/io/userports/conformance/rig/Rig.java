package io.userports.conformance.rig;

import io.userports.fault.Disturbances;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A bench as its file describes it.
 *
 * @param description a sentence for people
 * @param p1 where the P1 port leaves
 * @param s1 where the S1 port leaves, if the meter has it
 * @param patience how long a CEMS may take to open its port and show a first value
 * @param faults what is wrong with its lines, whatever a scenario does
 */
public record Rig(String description, RigPort p1, Optional<RigPort> s1, Amount patience, Disturbances faults) {
    /** {@return a bench without wires: both ports on links like {@code link}, which are made anew each time} */
    public static Rig virtual(LinkSpec link, Amount patience) {
        return new Rig(
                "P1 " + link + ", S1 " + link,
                new RigPort(link, LineRate.P1),
                Optional.of(new RigPort(link, LineRate.S1)),
                patience,
                Disturbances.NONE);
    }

    /** {@return the built-in rig of that name, or the one that the file describes} */
    public static Rig of(String nameOrFile) {
        if (!BuiltInRigs.has(nameOrFile)) {
            if (!nameOrFile.matches(".*[./\\\\].*")) {
                throw InputException.at(
                        "rig '" + nameOrFile + "'",
                        "not built in; built in are " + String.join(", ", BuiltInRigs.names())
                                + "; or give a YAML file");
            }
            return StrictYaml.read(Path.of(nameOrFile), RigFile.class).rig();
        }
        try (InputStream in = BuiltInRigs.open(nameOrFile)) {
            return StrictYaml.read(in, "rig " + nameOrFile, RigFile.class).rig().possibleHere();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text of the file that {@link #of} reads for this name} */
    public static byte[] source(String nameOrFile) {
        try (InputStream in = BuiltInRigs.has(nameOrFile)
                ? BuiltInRigs.open(nameOrFile)
                : Files.newInputStream(Path.of(nameOrFile))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where {@code port} leaves, if the meter has it} */
    public Optional<RigPort> port(UserPort port) {
        return port == UserPort.P1 ? Optional.of(p1) : s1;
    }

    /** {@return what people call its ports: {@code P1 rack-2}} */
    public List<String> tags() {
        return Stream.of(UserPort.values())
                .flatMap(port -> port(port).stream()
                        .flatMap(there -> there.tags().stream().map(tag -> port + " " + tag)))
                .toList();
    }

    /** {@return its description and what people call its ports, in a line} */
    public String inWords() {
        return description + (tags().isEmpty() ? "" : " (" + String.join(", ", tags()) + ")");
    }

    /** {@return the bit rate of S1, unless a scenario asks for another} */
    public int s1BitRate() {
        return s1.map(RigPort::rate).orElse(LineRate.S1).bitsPerSecond();
    }

    /** {@return whether each scenario gets links of its own, so that several may run side by side} */
    public boolean madeAnew() {
        return links().allMatch(LinkSpec::isMadeAnew);
    }

    /** {@return whether a port leaves by a line of its own bit rate, on which nothing goes faster} */
    public boolean isPaced() {
        return links().anyMatch(LinkSpec.Serial.class::isInstance);
    }

    /**
     * {@return this bench for several CEMS on one meter, a bench for each}
     *
     * @throws InputException when there is no place for all
     */
    public List<Rig> forEach(int cems) {
        for (UserPort port : UserPort.values()) {
            port(port)
                    .filter(there -> there.link().isOneWire() && there.readers().size() < cems)
                    .ifPresent(there -> {
                        throw InputException.at(
                                "--rig",
                                port + " has " + there.readers().size() + " reader on " + there.link() + " for " + cems
                                        + " CEMS; wire a receiver for each and list what each opens, like reader:"
                                        + " [/dev/ttyUSB1, /dev/ttyUSB2]");
                    });
            port(port)
                    .filter(there -> there.link().isOneWire() && there.request().isWired() && cems > 1)
                    .ifPresent(there -> {
                        throw InputException.at(
                                "--rig",
                                port + " has one data request line (" + there.request() + ") on " + there.link()
                                        + " for "
                                        + cems + " CEMS, so that each gets what another has asked for; test them one by"
                                        + " one, or leave data-request out");
                    });
        }
        List<Rig> each = IntStream.range(0, cems).mapToObj(this::forCems).toList();
        Set<LinkSpec> seen = new HashSet<>();
        each.stream()
                .flatMap(Rig::links)
                .filter(link -> !link.isMadeAnew() && !link.isOneWire() && !seen.add(link))
                .findFirst()
                .ifPresent(link -> {
                    throw InputException.at(
                            "--rig",
                            "for " + cems + " CEMS " + Quoted.of(link.toString())
                                    + " is needed twice, because each finds its ports ten further than the one before;"
                                    + " let P1 and S1 not differ by a multiple of ten");
                });
        return each;
    }

    private Rig forCems(int cems) {
        return new Rig(description, p1.forCems(cems), s1.map(port -> port.forCems(cems)), patience, faults);
    }

    private Stream<LinkSpec> links() {
        return Stream.of(UserPort.values()).flatMap(port -> port(port).stream()).map(RigPort::link);
    }

    /** Where there are no pseudo-terminals the virtual rig uses TCP, and says so. */
    private Rig possibleHere() {
        if (p1.link() instanceof LinkSpec.Pty && !LinkSpec.Pty.supported()) {
            return new Rig(
                    description + " (no pseudo-terminals here: TCP instead)",
                    new RigPort(LinkSpec.parse("tcp:0"), p1.rate()),
                    s1.map(port -> new RigPort(LinkSpec.parse("tcp:0"), port.rate())),
                    patience,
                    faults);
        }
        return this;
    }
}
