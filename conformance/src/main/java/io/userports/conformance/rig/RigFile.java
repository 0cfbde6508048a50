package io.userports.conformance.rig;

import io.userports.fault.Disturbances;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import io.userports.yaml.Amount;
import io.userports.yaml.InputException;
import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a rig file, of which most may be left out.
 *
 * @param description a sentence for people; its links when left out
 * @param p1 the link on which the P1 port leaves
 * @param p1Reader the device that the CEMS opens, where that is the other end of a cable; the address of the link itself
 *     when left out
 * @param s1 the link on which the S1 port leaves; the meter has none when left out
 * @param s1Reader as {@code p1Reader}
 * @param s1BitRate the bit rate of S1, unless a scenario asks for another; 1500000 when left out
 * @param patience how long a CEMS may take to open its port and show a first value; 20 s when left out
 * @param faults what is wrong with the lines of this bench, whatever a scenario does; nothing when left out
 */
record RigFile(
        String description,
        LinkSpec p1,
        String p1Reader,
        LinkSpec s1,
        String s1Reader,
        Integer s1BitRate,
        Amount patience,
        List<Disturbances> faults) {
    /** What the quickest of common adapters reach. */
    private static final int MOST_BITS = 12_000_000;

    RigFile {
        faults = faults == null ? List.of() : List.copyOf(faults);
        try {
            all(faults).checkOrder();
        } catch (InputException e) {
            throw KeyException.of("faults", e.getMessage());
        }
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

    Rig rig() {
        return new Rig(description, p1, p1Reader, Optional.ofNullable(s1), s1Reader, s1BitRate, patience, all(faults));
    }

    private static Disturbances all(List<Disturbances> faults) {
        Disturbances all = Disturbances.NONE;
        for (Disturbances more : faults) {
            all = all.and(more);
        }
        return all;
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
