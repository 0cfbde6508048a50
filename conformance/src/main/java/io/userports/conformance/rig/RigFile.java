package io.userports.conformance.rig;

import io.userports.fault.Disturbances;
import io.userports.link.LinkSpec;
import io.userports.wire.UserPort;
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
 * @param p1 where the P1 port leaves
 * @param s1 where the S1 port leaves; the meter has none when left out
 * @param patience how long a CEMS may take to open its port and show a first value; 20 s when left out
 * @param faults what is wrong with the lines of this bench, whatever a scenario does; nothing when left out
 */
record RigFile(String description, PortFile p1, PortFile s1, String patience, List<Disturbances> faults) {
    RigFile {
        faults = faults == null ? List.of() : List.copyOf(faults);
        try {
            all(faults).checkOrder();
        } catch (InputException e) {
            throw KeyException.of("faults", e.getMessage());
        }
        patience = patience == null ? "20 s" : patience;
        KeyException.require(p1, "p1", "a link like pty, tcp:0 or serial:/dev/ttyUSB0, or a group that has one");
        LinkSpec first = KeyException.at("p1", () -> p1.of(UserPort.P1)).link();
        if (s1 != null) {
            LinkSpec second = KeyException.at("s1", () -> s1.of(UserPort.S1)).link();
            if (first.equals(second) && !first.isMadeAnew()) {
                throw KeyException.of(
                        "s1", Quoted.of(second.toString()) + " is where P1 leaves; give each port its own link");
            }
        }
        description = description == null || description.isBlank()
                ? "P1 " + first
                        + (s1 == null ? "" : ", S1 " + s1.of(UserPort.S1).link())
                : description;
        if (!patience.matches("[+-]?[0-9]{1,20}(\\.[0-9]{1,3})? +\\S+")) {
            throw KeyException.of(
                    "patience", Quoted.of(patience) + " is no time; write a number, a blank and a unit, like '20 s'");
        }
        long waiting = KeyException.at("patience", Amount.parse(patience)::milliseconds);
        if (waiting < 1000 || waiting > 3_600_000) {
            throw KeyException.of("patience", "'" + patience + "' is not 1 s, the time of a telegram, to 1 h");
        }
    }

    Rig rig() {
        return new Rig(
                description,
                p1.of(UserPort.P1),
                Optional.ofNullable(s1).map(port -> port.of(UserPort.S1)),
                Amount.parse(patience),
                all(faults));
    }

    private static Disturbances all(List<Disturbances> faults) {
        Disturbances all = Disturbances.NONE;
        for (Disturbances more : faults) {
            all = all.and(more);
        }
        return all;
    }
}
