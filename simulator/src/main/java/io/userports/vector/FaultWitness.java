package io.userports.vector;

import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.fault.Disturber;
import io.userports.fault.FaultKind;
import io.userports.grid.Noise;
import io.userports.wire.Emission;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a vector says of the faults that make its octets, beside what they do make of the valid vector that it names. */
final class FaultWitness {
    /** Seconds from one telegram to the next: so much that none has to wait for the line. */
    private static final long APART = 30;

    private FaultWitness() {}

    /** {@return the name of the fault that {@code text} writes} */
    static String name(String text) {
        return text.split(":", 2)[0];
    }

    /** {@return what is wrong with the words of its faults} */
    static List<String> complaints(Vector.Judged test) {
        List<String> found = new ArrayList<>();
        for (String text : test.faults()) {
            try {
                FaultKind.of(name(text));
                if (!Disturbances.parse(text).ports().contains(port(test))) {
                    found.add("'" + text + "' does not strike " + port(test));
                }
            } catch (InputException e) {
                found.add(e.getMessage());
            }
        }
        return found;
    }

    /** {@return how its octets differ from those that its faults make of the one of {@code valid} that it names} */
    static List<String> disagreements(Vector.Judged test, Map<String, Vector.Judged> valid) {
        Vector.Judged base = valid.get(test.of());
        if (base == null || port(base) != port(test)) {
            return List.of("'" + test.of() + "' is no valid test of " + port(test) + " of which faults could make it");
        }
        try {
            byte[] made = struck(base, test.faults(), 1);
            if (!Arrays.equals(made, struck(base, test.faults(), 2))) {
                return List.of("chance has a part in what " + test.faults() + " make; leave out of");
            }
            int at = Arrays.mismatch(test.octets(), made);
            return at < 0 ? List.of() : List.of(difference(test, made, at));
        } catch (IllegalArgumentException e) {
            return List.of(test.faults() + " cannot strike " + test.of() + ": " + e.getMessage());
        }
    }

    private static String difference(Vector.Judged test, byte[] made, int at) {
        return "the vector says octet " + at + " is " + octet(test.octets(), at) + ", " + test.faults() + " make it "
                + octet(made, at) + " of " + test.of();
    }

    private static String octet(byte[] octets, int at) {
        return at < octets.length ? "%02X".formatted(octets[at]) : "the end";
    }

    private static byte[] struck(Vector.Judged base, List<String> faults, long seed) {
        UserPort port = port(base);
        List<Disturbance> disturbances = new ArrayList<>();
        faults.forEach(f -> disturbances.addAll(Disturbances.parse(f).list()));
        Disturber disturber = new Disturber(port, port == UserPort.P1 ? LineRate.P1 : LineRate.S1, new Noise(seed));
        disturber.set(disturbances);
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        Instant due = Instant.EPOCH;
        for (byte[] telegram : telegrams(base)) {
            disturber.strike(new Emission(due, port, telegram)).forEach(e -> left.writeBytes(e.octets()));
            due = due.plusSeconds(APART);
        }
        return left.toByteArray();
    }

    private static UserPort port(Vector.Judged test) {
        return test instanceof P1Vector || test instanceof P1Stream ? UserPort.P1 : UserPort.S1;
    }

    /** {@return the telegrams of a valid vector: itself, or every piece of a stream} */
    private static List<byte[]> telegrams(Vector.Judged base) {
        byte[] octets = base.octets();
        if (base instanceof P1Stream stream) {
            return stream.pieces().stream()
                    .map(p -> Arrays.copyOfRange(octets, p.at(), p.at() + p.octets()))
                    .toList();
        }
        if (base instanceof S1Stream stream) {
            return stream.pieces().stream()
                    .map(p -> Arrays.copyOfRange(octets, p.at(), p.at() + p.octets()))
                    .toList();
        }
        return List.of(octets);
    }
}
