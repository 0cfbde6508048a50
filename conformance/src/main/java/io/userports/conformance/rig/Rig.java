package io.userports.conformance.rig;

import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
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
import java.util.List;
import java.util.Optional;

/**
 * A bench as its file describes it.
 *
 * @param description a sentence for people; its links when left out
 * @param p1 the link on which the P1 port leaves
 * @param p1Reader the device that the CEMS opens, where that is the other end of a cable; the address of the link itself
 *     when left out
 * @param s1 the link on which the S1 port leaves; null when the meter has none: ask {@link #link}
 * @param s1Reader as {@code p1Reader}
 * @param s1BitRate the bit rate of S1, unless a scenario asks for another; 1500000 when left out
 * @param patience how long a CEMS may take to open its port and show a first value; 20 s when left out
 */
public record Rig(
        String description,
        LinkSpec p1,
        String p1Reader,
        LinkSpec s1,
        String s1Reader,
        Integer s1BitRate,
        Amount patience) {
    private static final List<String> BUILT_IN = List.of("virtual", "tcp");

    /** What the quickest of common adapters reach. */
    private static final int MOST_BITS = 12_000_000;

    public Rig {
        patience = patience == null ? Amount.parse("20 s") : patience;
        KeyException.require(p1, "p1", "a link like pty, tcp:0 or serial:/dev/ttyUSB0");
        p1Reader = readerOf(p1, "p1", p1Reader);
        s1Reader = s1 == null ? "" : readerOf(s1, "s1", s1Reader);
        s1BitRate = s1BitRate == null ? LineRate.S1.bitsPerSecond() : s1BitRate;
        if (s1BitRate < LineRate.S1.bitsPerSecond() || s1BitRate > MOST_BITS) {
            throw KeyException.of(
                    "s1-bit-rate",
                    "'" + s1BitRate + "' is not 1500000 (the brochure) to " + MOST_BITS + "; e-MUCS H 1.3 has 2000000");
        }
        if (p1.equals(s1) && !p1.isMadeAnew()) {
            throw KeyException.of("s1", Quoted.of(s1.toString()) + " is where P1 leaves; give each port its own link");
        }
        description = description == null || description.isBlank()
                ? "P1 " + p1 + (s1 == null ? "" : ", S1 " + s1)
                : description;
        long waiting = KeyException.at("patience", patience::milliseconds);
        if (waiting < 1000 || waiting > 3_600_000) {
            throw KeyException.of("patience", "'" + patience + "' is not 1 s, the time of a telegram, to 1 h");
        }
    }

    /** {@return a bench without wires: both ports on links like {@code link}, which are made anew each time} */
    public static Rig virtual(LinkSpec link, Amount patience) {
        return new Rig("", link, "", link, "", null, patience);
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

    /** {@return the link on which {@code port} leaves, if the meter has it} */
    public Optional<LinkSpec> link(UserPort port) {
        return Optional.ofNullable(port == UserPort.P1 ? p1 : s1);
    }

    /** {@return what a CEMS is told to open when the link of {@code port} has this address} */
    public String readerOf(UserPort port, String address) {
        String reader = port == UserPort.P1 ? p1Reader : s1Reader;
        return reader.isEmpty() ? address : reader;
    }

    /** {@return whether each scenario gets links of its own, so that several may run side by side} */
    public boolean madeAnew() {
        return p1.isMadeAnew() && link(UserPort.S1).map(LinkSpec::isMadeAnew).orElse(true);
    }

    /** Where there are no pseudo-terminals the virtual rig uses TCP, and says so. */
    private Rig possibleHere() {
        if (p1 instanceof LinkSpec.Pty && !LinkSpec.Pty.supported()) {
            LinkSpec tcp = LinkSpec.parse("tcp:0");
            return new Rig(
                    description + " (no pseudo-terminals here: TCP instead)", tcp, "", tcp, "", s1BitRate, patience);
        }
        return this;
    }

    private static String readerOf(LinkSpec link, String key, String reader) {
        if (link instanceof LinkSpec.File || link instanceof LinkSpec.Stdout) {
            throw KeyException.of(
                    key,
                    Quoted.of(link.toString()) + " has no reader; allowed: pty, pty:PATH, tcp:PORT, tcp:HOST:PORT,"
                            + " serial:DEVICE");
        }
        if (link instanceof LinkSpec.Serial) {
            KeyException.require(reader, key + "-reader", "the device that the CEMS opens, the other end of the cable");
        }
        return reader == null ? "" : reader;
    }
}
