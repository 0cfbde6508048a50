package io.userports.conformance.rig;

import io.userports.fault.Disturbances;
import io.userports.link.LinkSpec;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A bench as its file describes it.
 *
 * @param description a sentence for people
 * @param p1 the link on which the P1 port leaves
 * @param p1Reader the device that the CEMS opens, where that is the other end of a cable; empty: the link itself
 * @param s1 the link on which the S1 port leaves, if the meter has it
 * @param s1Reader as {@code p1Reader}
 * @param s1BitRate the bit rate of S1, unless a scenario asks for another
 * @param patience how long a CEMS may take to open its port and show a first value
 * @param faults what is wrong with its lines, whatever a scenario does
 */
public record Rig(
        String description,
        LinkSpec p1,
        String p1Reader,
        Optional<LinkSpec> s1,
        String s1Reader,
        int s1BitRate,
        Amount patience,
        Disturbances faults) {
    private static final List<String> BUILT_IN = List.of("virtual", "tcp");

    /** {@return a bench without wires: both ports on links like {@code link}, which are made anew each time} */
    public static Rig virtual(LinkSpec link, Amount patience) {
        return new RigFile("", link, "", link, "", null, patience, null).rig();
    }

    /** {@return the built-in rig of that name, or the one that the file describes} */
    public static Rig of(String nameOrFile) {
        if (!BUILT_IN.contains(nameOrFile)) {
            if (!nameOrFile.matches(".*[./\\\\].*")) {
                throw InputException.at(
                        "rig '" + nameOrFile + "'",
                        "not built in; built in are " + String.join(", ", BUILT_IN) + "; or give a YAML file");
            }
            return StrictYaml.read(Path.of(nameOrFile), RigFile.class).rig();
        }
        try (InputStream in = Rig.class.getResourceAsStream("/rigs/" + nameOrFile + ".yaml")) {
            return StrictYaml.read(in, "rig " + nameOrFile, RigFile.class).rig().possibleHere();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text of the file that {@link #of} reads for this name} */
    public static byte[] source(String nameOrFile) {
        try (InputStream in = BUILT_IN.contains(nameOrFile)
                ? Rig.class.getResourceAsStream("/rigs/" + nameOrFile + ".yaml")
                : Files.newInputStream(Path.of(nameOrFile))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the link on which {@code port} leaves, if the meter has it} */
    public Optional<LinkSpec> link(UserPort port) {
        return port == UserPort.P1 ? Optional.of(p1) : s1;
    }

    /** {@return what a CEMS is told to open when the link of {@code port} has this address} */
    public String readerOf(UserPort port, String address) {
        String reader = port == UserPort.P1 ? p1Reader : s1Reader;
        return reader.isEmpty() ? address : reader;
    }

    /** {@return whether each scenario gets links of its own, so that several may run side by side} */
    public boolean madeAnew() {
        return p1.isMadeAnew() && s1.map(LinkSpec::isMadeAnew).orElse(true);
    }

    /** {@return whether a port leaves by a line of its own bit rate, on which nothing goes faster} */
    public boolean isPaced() {
        return p1 instanceof LinkSpec.Serial
                || s1.filter(LinkSpec.Serial.class::isInstance).isPresent();
    }

    /** Where there are no pseudo-terminals the virtual rig uses TCP, and says so. */
    private Rig possibleHere() {
        if (p1 instanceof LinkSpec.Pty && !LinkSpec.Pty.supported()) {
            LinkSpec tcp = LinkSpec.parse("tcp:0");
            return new Rig(
                    description + " (no pseudo-terminals here: TCP instead)",
                    tcp,
                    "",
                    Optional.of(tcp),
                    "",
                    s1BitRate,
                    patience,
                    faults);
        }
        return this;
    }
}
