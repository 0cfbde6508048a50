package io.userports.conformance.rig;

import io.userports.link.LinkSpec;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A bench as its file describes it.
 *
 * @param description a sentence for people; its link when left out
 * @param p1 the link on which the P1 port leaves
 * @param p1Reader the device that the CEMS opens, where that is the other end of a cable; the address of the link itself
 *     when left out
 * @param patience how long a CEMS may take to open its port and show a first value; 20 s when left out
 */
public record Rig(String description, LinkSpec p1, String p1Reader, Amount patience) {
    private static final List<String> BUILT_IN = List.of("virtual", "tcp");

    public Rig {
        patience = patience == null ? Amount.parse("20 s") : patience;
        KeyException.require(p1, "p1", "a link like pty, tcp:0 or serial:/dev/ttyUSB0");
        if (p1 instanceof LinkSpec.File || p1 instanceof LinkSpec.Stdout) {
            throw KeyException.of(
                    "p1",
                    Quoted.of(p1.toString()) + " has no reader; allowed: pty, pty:PATH, tcp:PORT, tcp:HOST:PORT,"
                            + " serial:DEVICE");
        }
        p1Reader = p1Reader == null ? "" : p1Reader;
        if (p1 instanceof LinkSpec.Serial) {
            KeyException.require(p1Reader, "p1-reader", "the device that the CEMS opens, the other end of the cable");
        }
        description = description == null || description.isBlank() ? p1.toString() : description;
        long waiting = KeyException.at("patience", patience::milliseconds);
        if (waiting < 1000 || waiting > 3_600_000) {
            throw KeyException.of("patience", "'" + patience + "' is not 1 s, the time of a telegram, to 1 h");
        }
    }

    /** {@return the built-in rig of that name, or the one that the file describes} */
    public static Rig of(String nameOrFile) {
        if (!BUILT_IN.contains(nameOrFile)) {
            if (!nameOrFile.matches(".*[./\\\\].*")) {
                throw InputException.at(
                        "rig '" + nameOrFile + "'",
                        "not built in; built in are " + String.join(", ", BUILT_IN) + "; or give a YAML file");
            }
            return StrictYaml.read(Path.of(nameOrFile), Rig.class);
        }
        try (InputStream in = Rig.class.getResourceAsStream("/rigs/" + nameOrFile + ".yaml")) {
            return StrictYaml.read(in, "rig " + nameOrFile, Rig.class).possibleHere();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what a CEMS is told to open when the P1 link has this address} */
    public String readerOf(String address) {
        return p1Reader.isEmpty() ? address : p1Reader;
    }

    /** {@return whether each scenario gets a link of its own, so that several may run side by side} */
    public boolean madeAnew() {
        return p1 instanceof LinkSpec.Pty pty && pty.symlink().isEmpty()
                || p1 instanceof LinkSpec.Tcp tcp && tcp.port() == 0;
    }

    /** Where there are no pseudo-terminals the virtual rig uses TCP, and says so. */
    private Rig possibleHere() {
        if (p1 instanceof LinkSpec.Pty && !LinkSpec.Pty.supported()) {
            return new Rig(
                    description + " (no pseudo-terminals here: TCP instead)",
                    LinkSpec.parse("tcp:0"),
                    p1Reader,
                    patience);
        }
        return this;
    }
}
