package io.userports.conformance.fuzz;

import io.userports.vector.Vector;
import io.userports.vector.VectorReading;

/** A file of vectors: it is refused with an {@link io.userports.yaml.InputException}, or each of its tests has octets. */
final class VectorsTarget {
    private VectorsTarget() {}

    static void take(byte[] octets) {
        ConfigurationFile.read(octets, VectorReading::read).ifPresent(file -> file.tests(Vector.class)
                .forEach(test -> test.vector().octets()));
    }
}
