package io.userports.conformance.bench;

import io.userports.fault.Disturbance;
import io.userports.fault.Disturbances;
import io.userports.fault.OctetFault;
import io.userports.fault.Octets;
import io.userports.fault.StrayFrameFault;
import io.userports.vector.Folder;
import io.userports.vector.Vector;
import io.userports.vector.VectorFile;
import io.userports.wire.UserPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors of S1 one after the other, each in the place of one telegram of a running meter, with good ones between.
 *
 * @param disturbances one a vector, in the order of their file
 */
public record Played(List<Disturbance> disturbances) {
    /** Good telegrams from one vector to the next, so that each stands between some. */
    private static final int APART = 60;

    /** The numbers of telegrams go round: so long it may take until that of a vector comes up. */
    private static final int ROUND = 256;

    /** The slowest meters take so many samples a second. */
    private static final int LEAST_RATE = 2000;

    private static final List<VectorFile> FILES = Folder.packed().read();

    /** {@return a vector of P1 in the place of every telegram} */
    public static Disturbances instead(String id) {
        Vector.Judged vector = FILES.stream()
                .flatMap(file -> file.tests(Vector.Judged.class).stream())
                .map(VectorFile.Located::vector)
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no vector"));
        return Disturbances.of(Disturbance.always(new OctetFault.Replace(Octets.of(vector.octets())))
                .on(UserPort.P1));
    }

    /** {@return the vectors of a file of which {@code flag} is the first one; {@code plain} of those without any} */
    public static Played about(String file, String flag) {
        List<Disturbance> all = new ArrayList<>();
        for (Vector.Judged vector : vectors(file, flag)) {
            StrayFrameFault standIn = new StrayFrameFault.StandIn(Octets.of(vector.octets()));
            all.add(Disturbance.always(standIn).after(APART * all.size()).times(1));
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no vector of " + file + " is about '" + flag + "'");
        }
        return new Played(all);
    }

    /** {@return what a vector is about first} */
    public static String topic(Vector.Judged vector) {
        return vector.flags().isEmpty() ? "plain" : vector.flags().get(0);
    }

    private static List<Vector.Judged> vectors(String file, String flag) {
        return FILES.stream()
                .filter(f -> f.name().equals(file) || f.name().endsWith("/" + file))
                .flatMap(f -> f.tests(Vector.Judged.class).stream())
                .map(VectorFile.Located::vector)
                .filter(v -> topic(v).equals(flag))
                .toList();
    }

    /** {@return after what time the last of them has been played} */
    public Duration lasting() {
        return Duration.ofMillis(1000L * (APART * disturbances.size() + ROUND) / LEAST_RATE);
    }
}
