package io.userports.conformance.fuzz;

import io.userports.conformance.rig.RigReading;

/** A rig file: it is refused with an {@link io.userports.yaml.InputException}, or it is read. */
final class RigTarget {
    private RigTarget() {}

    static void take(byte[] octets) {
        ConfigurationFile.read(octets, RigReading::read);
    }
}
